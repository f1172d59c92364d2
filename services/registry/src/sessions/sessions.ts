import { randomUUID } from "node:crypto";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import type { Session } from "@rialto/contracts/registry/shapes";
import type { Cause } from "@rialto/persistence/store.types";
import type { ExistingAccount } from "../domain/account.ts";
import { endSessions } from "../domain/end-sessions.ts";
import { judgeRefreshToken, rotated, type SessionFamily } from "../domain/session-family.ts";
import { hashOfSecret, newSecret } from "../people/secrets.ts";
import { stepOf } from "../people/step-of.ts";
import type { Accounts } from "../store/accounts.ts";
import type { SessionFamilies } from "../store/session-families.ts";
import type { Signing } from "./signing.ts";

export interface SessionsDeps {
  readonly families: SessionFamilies;
  readonly accounts: Accounts;
  readonly signing: Signing;
  readonly refreshTokenDays: number;
}

export interface Sessions {
  begin(account: ExistingAccount, now: string): Promise<Session>;
  /** Throws `SESSION_ENDED`; a token that was exchanged before ends every session of its account. */
  refresh(refreshToken: string, now: string, cause: Cause): Promise<Session>;
  end(refreshToken: string, now: string): Promise<void>;
}

/** Others may rotate the same family at the same instant; each attempt sees what they did. */
const ATTEMPTS = 5;

function read(refreshToken: string): { familyId: string; hash: string } {
  const [familyId = "", secret = ""] = refreshToken.split(".");
  return { familyId, hash: hashOfSecret(secret) };
}

export function createSessions({ families, accounts, signing, refreshTokenDays }: SessionsDeps): Sessions {
  async function sessionOf(account: ExistingAccount, family: SessionFamily, secret: string, now: string): Promise<Session> {
    const { token, expiresAt } = await signing.accessToken(account, now);
    return {
      accountId: account.id,
      accessToken: token,
      accessTokenExpiresAt: expiresAt,
      refreshToken: `${family.id}.${secret}`,
      refreshTokenExpiresAt: family.expiresAt,
    };
  }

  async function accountOf({ accountId, epoch }: SessionFamily): Promise<ExistingAccount> {
    const { state } = await accounts.store.load(accountId);
    if (state.status === "none" || state.sessionsEpoch !== epoch) throw refuseInRegistry("SESSION_ENDED");
    return state;
  }

  async function endAll({ accountId, epoch }: SessionFamily, now: string, cause: Cause): Promise<never> {
    const command = { reason: "refreshTokenReused", epoch, now } as const;
    await accounts.store.update(accountId, (state) => endSessions(command, state), stepOf(cause));
    throw refuseInRegistry("SESSION_ENDED");
  }

  return {
    async begin(account, now) {
      const secret = newSecret();
      const expiresAt = new Date(Date.parse(now) + refreshTokenDays * 86_400_000).toISOString();
      const facts = { accountId: account.id, epoch: account.sessionsEpoch, rotatedAt: now, expiresAt };
      // Random, not time-ordered: whoever names a family must have seen its token.
      const family = { id: randomUUID(), currentHash: hashOfSecret(secret), ...facts };
      await families.insert(family);
      return sessionOf(account, family, secret, now);
    },

    async refresh(refreshToken, now, cause) {
      const { familyId, hash } = read(refreshToken);
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const family = await families.get(familyId);
        const verdict = family === undefined ? "ended" : judgeRefreshToken(family, hash, now);
        if (family === undefined || verdict === "ended") break;
        if (verdict === "reused") return endAll(family, now, cause);
        const account = await accountOf(family);
        const secret = newSecret();
        const next = rotated(family, hash, hashOfSecret(secret), now);
        if (await families.replace(family, next)) return sessionOf(account, next, secret, now);
      }
      throw refuseInRegistry("SESSION_ENDED");
    },

    async end(refreshToken, now) {
      const { familyId, hash } = read(refreshToken);
      await families.end(familyId, hash, now);
    },
  };
}
