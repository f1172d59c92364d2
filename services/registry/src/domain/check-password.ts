import { refuseInRegistry } from "@rialto/contracts/registry/refusals";

const FEWEST_DIFFERENT_CHARACTERS = 5;

/** Length is checked at the door; here only what a guesser tries first is refused. */
export function checkPassword(password: string, email: string): void {
  const typed = password.normalize("NFC").toLowerCase();
  const [mailbox = ""] = email.toLowerCase().split("@");
  const repeatsEmail = mailbox.length >= 4 && typed.includes(mailbox);
  if (repeatsEmail || new Set(typed).size < FEWEST_DIFFERENT_CHARACTERS) throw refuseInRegistry("PASSWORD_TOO_EASY");
}
