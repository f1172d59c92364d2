import { refreshSession, signIn, signOut, signOutEverywhere } from "@rialto/contracts/registry/operations/sessions";
import type { Session } from "@rialto/contracts/registry/shapes";
import { ProblemError } from "./problem-error.ts";
import { createRialtoClient, type RialtoClient, type RialtoClientOptions } from "./rialto-client.ts";
import { memorySessionStorage, type SessionStorage } from "./session-storage.ts";
import { lifetimeMs } from "./token-lifetime.ts";

export interface SessionOptions extends Omit<RialtoClientOptions, "getAccessToken" | "renewAccessToken"> {
  readonly storage?: SessionStorage;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Called with the account that is signed in from now on; `undefined`: nobody, for whatever reason. */
  readonly onChange?: (accountId: string | undefined) => void;
}

/** One person at one client. */
export interface ClientSession {
  /** Calls with this person's token, which is renewed when it must be. */
  readonly client: RialtoClient;
  signIn(email: string, password: string): Promise<Session>;
  /** Takes over tokens that another operation gave, for example a registration. */
  adopt(session: Session): void;
  signOut(): Promise<void>;
  signOutEverywhere(): Promise<void>;
  accountId(): string | undefined;
  /** A token that holds for a while yet; `undefined`: nobody is signed in. For sockets. */
  accessToken(): Promise<string | undefined>;
  /** A token that is not `refused`; a new one when that is what we have. Calls at the same time share one exchange. */
  renew(refused?: string): Promise<string | undefined>;
}

/** A token that ends sooner than this is renewed before it is used: it must survive the way, and clocks differ. */
const RENEW_BEFORE_MS = 30_000;

export function createSession(options: SessionOptions): ClientSession {
  const { storage = memorySessionStorage(), now = Date.now, onChange = () => {} } = options;
  const anonymous = createRialtoClient(options);
  let renewing: Promise<string | undefined> | undefined;
  /** The end of the token we got last by our own clock, which may be wrong by hours without harm. */
  let ours: { readonly token: string; readonly endsAt: number } | undefined;

  const endOf = ({ accessToken, accessTokenExpiresAt }: Session): number =>
    ours?.token === accessToken ? ours.endsAt : Date.parse(accessTokenExpiresAt);

  function keep(session: Session | undefined): void {
    const before = storage.load()?.accountId;
    storage.save(session);
    const lifetime = session && lifetimeMs(session.accessToken);
    ours = session === undefined || lifetime === undefined ? undefined : { token: session.accessToken, endsAt: now() + lifetime };
    if (before !== session?.accountId) onChange(session?.accountId);
  }

  /** Another tab may have been faster; then its tokens are ours. */
  const exchangeTokens = (stale: Session) =>
    storage.alone(async () => {
      const current = storage.load();
      if (current === undefined || current.accessToken !== stale.accessToken) return current?.accessToken;
      const fresh = await anonymous.call(refreshSession, { body: { refreshToken: current.refreshToken } });
      keep(fresh);
      return fresh.accessToken;
    });

  async function renewOnce(): Promise<string | undefined> {
    const stale = storage.load();
    if (stale === undefined) return undefined;
    try {
      return await exchangeTokens(stale);
    } catch (error) {
      // Without an answer the session may still be good; a refusal ends it.
      if (!(error instanceof ProblemError) || error.status !== 401) throw error;
      keep(undefined);
      return undefined;
    }
  }

  async function renew(refused?: string): Promise<string | undefined> {
    const current = storage.load()?.accessToken;
    if (refused !== undefined && refused !== current) return current;
    renewing ??= renewOnce().finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  async function accessToken(): Promise<string | undefined> {
    const session = storage.load();
    if (session === undefined) return undefined;
    return endOf(session) - now() > RENEW_BEFORE_MS ? session.accessToken : renew();
  }

  const client = createRialtoClient({ ...options, getAccessToken: accessToken, renewAccessToken: renew });

  return {
    client,
    renew,
    accessToken,
    accountId: () => storage.load()?.accountId,
    adopt: keep,
    async signIn(email, password) {
      const session = await anonymous.call(signIn, { body: { email, password } });
      keep(session);
      return session;
    },
    async signOut() {
      const session = storage.load();
      keep(undefined);
      if (session !== undefined) await anonymous.call(signOut, { body: { refreshToken: session.refreshToken } });
    },
    async signOutEverywhere() {
      await client.call(signOutEverywhere);
      keep(undefined);
    },
  };
}
