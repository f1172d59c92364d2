import { newId } from "@rialto/contracts/kernel/ids";
import { accountOpened } from "@rialto/contracts/registry/events";
import { given } from "@rialto/testing/given";
import { describe, expect, test } from "vitest";
import { anAccount, anInvitedAccount, later, now, person } from "../../test/builders.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { evolveAccount, noAccount } from "./account.ts";
import { emailKey } from "./email-key.ts";
import { openAccount } from "./open-account.ts";
import { passwordSet } from "./private-events.ts";

const accountId = newId();
const access = { passwordHash: "hash-1" };
const command = { accountId, email: "Lin.Yue@Lanhai.example", name: person.name, language: "zh", access, now } as const;

describe("openAccount", () => {
  test("the public fact names the account and nothing about the person", () => {
    const events = openAccount(command, noAccount);
    const opened = accountOpened.draft({ accountId, language: "zh", openedAt: now });
    expect(events.filter(({ type }) => type === accountOpened.type)).toEqual([opened]);
    expect(events.reduce(evolveAccount, noAccount)).toMatchObject({
      status: "open",
      id: accountId,
      emailKey: "lin.yue@lanhai.example",
      operator: false,
      grants: [],
    });
  });

  test("opened twice is opened once", () => {
    given(anAccount()).when(openAccount, command).thenNothing();
  });

  test("case, width and spaces do not make another address", () => {
    const spellings = ["lin.yue@lanhai.example", " LIN.YUE@LANHAI.EXAMPLE ", "ｌin.yue@lanhai.example"];
    expect(new Set(spellings.map(emailKey)).size).toBe(1);
  });
});

describe("acceptInvitation", () => {
  const accept = { tokenHash: "token-1", passwordHash: "hash-2", now };

  test("the password is set, and the invitation is used up", () => {
    const invited = anInvitedAccount();
    const set = passwordSet.draft({ accountId: invited.id, passwordHash: "hash-2", setAt: now });
    given(invited).when(acceptInvitation, accept).then([set]);
    const state = evolveAccount(invited, set);
    expect(state).toMatchObject({ status: "open", passwordHash: "hash-2" });
    expect(state).not.toHaveProperty("invitation");
  });

  test("INVITATION_NOT_VALID: used, replaced, or too old", () => {
    given(anAccount()).when(acceptInvitation, accept).thenRefused("INVITATION_NOT_VALID");
    given(anInvitedAccount())
      .when(acceptInvitation, { ...accept, tokenHash: "token-0" })
      .thenRefused("INVITATION_NOT_VALID");
    given(anInvitedAccount())
      .when(acceptInvitation, { ...accept, now: later(60) })
      .thenRefused("INVITATION_NOT_VALID");
  });
});
