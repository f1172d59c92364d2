import { ceremoniesOperations as operations } from "@rialto/contracts/ceremonies/operations";
import { newId } from "@rialto/contracts/kernel/ids";
import type { FairRole } from "@rialto/contracts/kernel/values";
import { meetingHeld } from "@rialto/contracts/matchmaking/events";
import { organizationRegistered, representativeAdded } from "@rialto/contracts/registry/events";
import { type ServiceUnderTest, startServiceUnderTest } from "@rialto/testing/service-fixture";
import { vi } from "vitest";
import { ceremoniesConfig } from "../src/config.ts";
import { createCeremoniesDeps } from "../src/deps.ts";
import { createCeremoniesService } from "../src/service.ts";

export const startCeremonies = () =>
  startServiceUnderTest({
    name: "ceremonies",
    schema: ceremoniesConfig,
    compose: (platform) => createCeremoniesService(createCeremoniesDeps(platform)),
  });

export interface Person {
  readonly organizationId: string;
  readonly representativeId: string;
  readonly token: string;
}

export const staff = (service: ServiceUnderTest, fairId: string, role: FairRole) =>
  service.tokens.sign({ accountId: newId(), operator: false, grants: [{ fairId, role }] });

/** An organization with one person, as the registry would announce it. */
export async function arrive(
  service: ServiceUnderTest,
  fairId: string,
  role: "exhibitor" | "buyer",
  name: string,
): Promise<Person> {
  const [organizationId, representativeId, accountId] = [newId(), newId(), newId()];
  const at = new Date().toISOString();
  const profile = { ...organizationRegistered.example.profile, role, name: { en: name } };
  await service.publish(organizationRegistered, { organizationId, fairId, profile, registeredAt: at });
  const person = { name: { en: `${name}'s hand` }, languages: ["en"] };
  await service.publish(representativeAdded, {
    organizationId,
    fairId,
    role,
    representativeId,
    accountId,
    profile: person,
    addedAt: at,
  });
  const grants = [{ fairId, role, organizationId, representativeId }];
  return { organizationId, representativeId, token: await service.tokens.sign({ accountId, operator: false, grants }) };
}

export async function meet(service: ServiceUnderTest, fairId: string, requester: Person, recipient: Person): Promise<string> {
  const meetingId = newId();
  const side = ({ organizationId, representativeId }: Person) => ({ organizationId, representativeId });
  const data = { ...meetingHeld.example, meetingId, fairId, requester: side(requester), recipient: side(recipient) };
  await service.publish(meetingHeld, data);
  return meetingId;
}

export const terms = {
  kind: "intent" as const,
  title: { en: "Denim for a season" },
  amount: { money: { minorUnits: 120_000_00, currency: "USD" }, amountKind: "intended" as const },
  disclosable: true,
};

/** Drafted as soon as the service has heard of the meeting, sent, and released by both. */
export async function releasedAgreement(
  service: ServiceUnderTest,
  fairId: string,
  [drafter, other]: readonly [Person, Person],
  announcement = { agreement: true, amount: false },
) {
  const meetingId = await meet(service, fairId, drafter, other);
  const { api } = service;
  const draft = () => api.ok(operations.draftAgreement, { params: { fairId }, body: { meetingId, terms }, token: drafter.token });
  const { agreementId } = await vi.waitFor(draft, { timeout: 10_000, interval: 20 });
  const params = { fairId, agreementId };
  await api.ok(operations.sendAgreement, { params, body: {}, token: drafter.token });
  await api.ok(operations.releaseAgreement, { params, body: { announcement }, token: drafter.token });
  return api.ok(operations.releaseAgreement, { params, body: { announcement }, token: other.token });
}
