import { sessionsEnded } from "@rialto/contracts/registry/events";
import { given } from "@rialto/testing/given";
import { describe, test } from "vitest";
import { anAccount, anInvitedAccount, now } from "../../test/builders.ts";
import { noAccount } from "./account.ts";
import { changePassword } from "./change-password.ts";
import { endSessions } from "./end-sessions.ts";
import { passwordSet } from "./private-events.ts";

describe("endSessions", () => {
  const reused = { reason: "refreshTokenReused", epoch: 1, now } as const;

  test("all sessions end with one fact", () => {
    const account = anAccount({ sessionsEpoch: 1 });
    const ended = sessionsEnded.draft({ accountId: account.id, epoch: 2, reason: "refreshTokenReused", endedAt: now });
    given(account).when(endSessions, reused).then([ended]);
  });

  test("a token of an epoch that has ended ends nothing again", () => {
    given(anAccount({ sessionsEpoch: 2 }))
      .when(endSessions, reused)
      .thenNothing();
  });

  test("ACCOUNT_NOT_FOUND", () => {
    given(noAccount).when(endSessions, reused).thenRefused("ACCOUNT_NOT_FOUND");
  });
});

describe("changePassword", () => {
  const command = { provedAgainst: "hash-1", passwordHash: "hash-2", now };

  test("with the password the sessions end", () => {
    const account = anAccount();
    const { id: accountId } = account;
    given(account)
      .when(changePassword, command)
      .then([
        passwordSet.draft({ accountId, passwordHash: "hash-2", setAt: now }),
        sessionsEnded.draft({ accountId, epoch: 1, reason: "passwordChanged", endedAt: now }),
      ]);
  });

  test("CREDENTIALS_WRONG: the password was changed elsewhere since it was proved", () => {
    given(anAccount({ passwordHash: "hash-3" }))
      .when(changePassword, command)
      .thenRefused("CREDENTIALS_WRONG");
  });

  test("ACCOUNT_NOT_FOUND: nobody there, or no password yet", () => {
    given(noAccount).when(changePassword, command).thenRefused("ACCOUNT_NOT_FOUND");
    given(anInvitedAccount()).when(changePassword, command).thenRefused("ACCOUNT_NOT_FOUND");
  });
});
