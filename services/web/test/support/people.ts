import { me } from "@rialto/contracts/registry/operations/sessions";
import { createEntrance, DEMO_PASSWORD } from "@rialto/seed/people";
import { inject } from "vitest";

export type Caller = Awaited<ReturnType<typeof person>>;

/** Somebody of the reference fair who uses the services without a screen: the part of the address before `@`. */
export async function person(account: string) {
  const caller = await createEntrance(inject("fair").url).signIn(`${account}@demo.rialto.example`, DEMO_PASSWORD);
  const { grants } = await caller.client.call(me);
  const { fairId, organizationId } = grants.at(-1) ?? {};
  if (fairId === undefined) throw new Error(`${account} has no role at any fair`);
  return { ...caller, fairId, organizationId };
}
