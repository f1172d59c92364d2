import { newId } from "@rialto/contracts/kernel/ids";
import type { BodyInput } from "@rialto/contracts/kernel/operation";
import { organizationRegistered, representativeAdded } from "@rialto/contracts/registry/events";
import { registryOperations } from "@rialto/contracts/registry/operations";
import { fairPlanned } from "@rialto/contracts/venue/events";
import { connectMongo } from "@rialto/persistence/connection";
import { eventually } from "@rialto/testing/eventually";
import { type ServiceUnderTest, startServiceUnderTest } from "@rialto/testing/service-fixture";
import { registryConfig } from "../src/config.ts";
import { createRegistryDeps, type RegistryDeps } from "../src/deps.ts";
import { createOwnKeys } from "../src/own-keys.ts";
import { composeRegistry } from "../src/service.ts";

export const operator = { email: "operator@rialto.example", password: "keeper-of-the-bridge-1" };
export const password = "salt-bridge-42-lanterns";

export interface RegistryFixture extends ServiceUnderTest {
  readonly deps: RegistryDeps;
  readonly fairId: string;
  /** Shifts the registry's clock. */
  readonly clock: { aheadMs: number };
}

type Registration = BodyInput<typeof registryOperations.registerOrganization>;

export const buildRegistration = (overrides: Partial<Registration> = {}): Registration => ({
  organization: { ...organizationRegistered.example.profile, name: { en: `Mill ${newId().slice(-12)}` } },
  representative: representativeAdded.example.profile,
  email: `${newId()}@mill.example`,
  password,
  language: "en",
  ...overrides,
});

/** Plans a fair, as the venue would, and waits until the registry knows it. */
export async function planFair({ publish, platform }: ServiceUnderTest): Promise<string> {
  const fairId = newId();
  await publish(fairPlanned, { ...fairPlanned.example, fairId });
  const fairs = platform.connection.collection<{ _id: string }>("fairs");
  await eventually("the registry knows the fair", () => fairs.findOne({ _id: fairId }));
  return fairId;
}

/** A registry with one fair and an operator. */
export async function registryFixture(settings: Readonly<Record<string, string>> = {}): Promise<RegistryFixture> {
  const ownKeys = createOwnKeys();
  const clock = { aheadMs: 0 };
  const service = await startServiceUnderTest({
    name: "registry",
    schema: registryConfig,
    settings: { OPERATOR_EMAIL: operator.email, OPERATOR_PASSWORD: operator.password, ...settings },
    compose: (platform, config) => composeRegistry(platform, config, ownKeys),
    keys: ownKeys.keys,
    clock: () => new Date(Date.now() + clock.aheadMs).toISOString(),
  });
  const fairId = await planFair(service);
  // A second set of stores on the same collections, for looking at documents and for reactions alone.
  const { MONGO_URL: url = "" } = process.env;
  const beside = await connectMongo({ url, database: service.platform.connection.name });
  const config = registryConfig.parse({});
  return {
    ...service,
    clock,
    fairId,
    deps: createRegistryDeps({ connection: beside }, config),
    dispose: async () => {
      await beside.close();
      await service.dispose();
    },
  };
}

export async function signInAs({ api }: RegistryFixture, who: { email: string; password: string }): Promise<string> {
  return (await api.ok(registryOperations.signIn, { body: who })).accessToken;
}

/** A new organizer of the fair, by invitation. */
export async function organizerOf(fixture: RegistryFixture, fairId = fixture.fairId): Promise<string> {
  const { api } = fixture;
  const { grantRole, acceptInvitation } = registryOperations;
  const token = await signInAs(fixture, operator);
  const email = `${newId()}@fair.example`;
  const body = { email, name: { en: "Organizer" }, language: "en", role: "organizer" } as const;
  const { invitation } = await api.ok(grantRole, { params: { fairId }, body, token });
  return (await api.ok(acceptInvitation, { body: { token: invitation?.token ?? "", password } })).accessToken;
}

/** A new organization with its first representative, signed in. */
export async function register(fixture: RegistryFixture, overrides: Partial<Registration> = {}) {
  const body = buildRegistration(overrides);
  const params = { fairId: fixture.fairId };
  const answer = await fixture.api.ok(registryOperations.registerOrganization, { params, body });
  return { ...answer, body, token: answer.session.accessToken };
}
