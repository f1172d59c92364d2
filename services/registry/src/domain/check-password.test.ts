import { Refusal } from "@rialto/contracts/kernel/refusal";
import { expect, test } from "vitest";
import { checkPassword } from "./check-password.ts";

const codeOf = (password: string, email = "lin.yue@lanhai.example") => {
  try {
    checkPassword(password, email);
    return "accepted";
  } catch (error) {
    return error instanceof Refusal ? error.code : error;
  }
};

test.each(["salt-bridge-42-lanterns", "三台织机与一座海港的灯火", "correct horse battery"])("accepted: %s", (password) => {
  expect(codeOf(password)).toBe("accepted");
});

test.each(["aaaaaaaaaaaa", "ababababab12", "my-Lin.Yue-password"])("PASSWORD_TOO_EASY: %s", (password) => {
  expect(codeOf(password)).toBe("PASSWORD_TOO_EASY");
});

test("a mailbox of two letters does not forbid every password with these letters", () => {
  expect(codeOf("salt-bridge-42", "al@lanhai.example")).toBe("accepted");
});
