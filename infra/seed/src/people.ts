import { ProblemError } from "@rialto/client/problem-error";
import { createRialtoClient, type RialtoClient } from "@rialto/client/rialto-client";
import { acceptInvitation } from "@rialto/contracts/registry/operations/registration";
import { signIn } from "@rialto/contracts/registry/operations/sessions";

/** Public on purpose: whoever runs the demo signs in with it. */
export const DEMO_PASSWORD = "shishi-demo-2025";

/** Somebody who is signed in and calls operations. */
export interface Caller {
  readonly accountId: string;
  readonly client: RialtoClient;
}

export interface Entrance {
  readonly gatewayUrl: string;
  signIn(email: string, password: string): Promise<Caller>;
  /** Chooses the demo password; somebody who already has one signs in with it. */
  accept(invitation: { readonly token: string } | undefined, email: string): Promise<Caller>;
}

export function createEntrance(gatewayUrl: string): Entrance {
  const anonymous = createRialtoClient({ baseUrl: gatewayUrl });
  const enter = async (email: string, password: string): Promise<Caller> => {
    const { accountId, accessToken } = await anonymous.call(signIn, { body: { email, password } });
    let token = accessToken;
    const renewAccessToken = async () => {
      token = (await anonymous.call(signIn, { body: { email, password } })).accessToken;
      return token;
    };
    return { accountId, client: createRialtoClient({ baseUrl: gatewayUrl, getAccessToken: () => token, renewAccessToken }) };
  };
  return {
    gatewayUrl,
    signIn: enter,
    async accept(invitation, email) {
      if (invitation !== undefined) await anonymous.call(acceptInvitation, acceptance(invitation.token)).catch(alreadyAccepted);
      return enter(email, DEMO_PASSWORD);
    },
  };
}

const acceptance = (token: string) => ({ body: { token, password: DEMO_PASSWORD } });

/** A seed that was interrupted begins again from the start. */
const alreadyAccepted = (error: unknown) => {
  if (!(error instanceof ProblemError) || error.code !== "INVITATION_NOT_VALID") throw error;
};
