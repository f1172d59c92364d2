import { registryOperations } from "@rialto/contracts/registry/operations";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { acceptInvitation } from "../domain/accept-invitation.ts";
import { checkPassword } from "../domain/check-password.ts";
import { hashOfSecret } from "../people/secrets.ts";
import { stepOf } from "../people/step-of.ts";
import { currentAccount } from "./current-account.ts";

export const acceptInvitationRoute = ({ accounts, passwords, sessions }: RegistryDeps) =>
  route(registryOperations.acceptInvitation, async ({ body: { token, password }, cause, now }) => {
    const tokenHash = hashOfSecret(token);
    const invited = await accounts.byInvitation(tokenHash);
    if (invited === undefined) throw refuseInRegistry("INVITATION_NOT_VALID");
    checkPassword(password, invited.email);
    const command = { tokenHash, passwordHash: await passwords.hash(password), now };
    const mine = { ...stepOf(cause), actorId: invited.id };
    await accounts.store.update(invited.id, (state) => acceptInvitation(command, state), mine);
    return sessions.begin(await currentAccount(accounts, invited.id), now);
  });
