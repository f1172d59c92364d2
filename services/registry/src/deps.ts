import type { Platform } from "@rialto/service-kit/platform";
import type { RegistryConfig } from "./config.ts";
import { createHsBook, type HsBook } from "./goods/hs-book.ts";
import { createPasswords, type Passwords } from "./people/passwords.ts";
import { createSessions, type Sessions } from "./sessions/sessions.ts";
import { createSignInGuard, type SignInGuard } from "./sessions/sign-in-guard.ts";
import { createSigning, type Signing } from "./sessions/signing.ts";
import { type Accounts, createAccounts } from "./store/accounts.ts";
import { createFairs, type Fairs } from "./store/fairs.ts";
import { createNeeds, createOffers, type Needs, type Offers } from "./store/listings.ts";
import { createOrganizations, type Organizations } from "./store/organizations.ts";
import { createSessionFamilies, type SessionFamilies } from "./store/session-families.ts";
import { createSignInAttempts, type SignInAttempts } from "./store/sign-in-attempts.ts";
import { createStoredKeys, type StoredKeys } from "./store/signing-keys.ts";

/** What routes, reactions and schedules work with. */
export interface RegistryDeps {
  readonly organizations: Organizations;
  readonly accounts: Accounts;
  readonly offers: Offers;
  readonly needs: Needs;
  readonly fairs: Fairs;
  readonly families: SessionFamilies;
  readonly attempts: SignInAttempts;
  readonly storedKeys: StoredKeys;
  readonly passwords: Passwords;
  readonly guard: SignInGuard;
  readonly signing: Signing;
  readonly sessions: Sessions;
  readonly hsBook: HsBook;
  readonly invitationDays: number;
}

export function createRegistryDeps({ connection }: Pick<Platform, "connection">, config: RegistryConfig): RegistryDeps {
  const accounts = createAccounts(connection);
  const families = createSessionFamilies(connection);
  const attempts = createSignInAttempts(connection);
  const storedKeys = createStoredKeys(connection);
  const signing = createSigning(storedKeys, {
    accessTokenSeconds: config.ACCESS_TOKEN_SECONDS,
    rotateAfterDays: config.SIGNING_KEY_ROTATE_DAYS,
  });
  return {
    organizations: createOrganizations(connection),
    accounts,
    offers: createOffers(connection),
    needs: createNeeds(connection),
    fairs: createFairs(connection),
    families,
    attempts,
    storedKeys,
    passwords: createPasswords(config.PASSWORD_HASHES_AT_ONCE),
    guard: createSignInGuard(attempts),
    signing,
    sessions: createSessions({ families, accounts, signing, refreshTokenDays: config.REFRESH_TOKEN_DAYS }),
    hsBook: createHsBook(),
    invitationDays: config.INVITATION_DAYS,
  };
}
