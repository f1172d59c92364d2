import type { Platform } from "@rialto/service-kit/platform";
import { type Agreements, createAgreements } from "./store/agreements.ts";
import { type Ceremonies, createCeremonies } from "./store/ceremonies.ts";
import { type Certificates, createCertificates } from "./store/certificates.ts";
import { createPeople, type People } from "./store/people.ts";

/** What routes and reactions work with. */
export interface CeremoniesDeps {
  readonly agreements: Agreements;
  readonly ceremonies: Ceremonies;
  readonly certificates: Certificates;
  readonly people: People;
  readonly clock: Platform["clock"];
}

export const createCeremoniesDeps = ({ connection, clock }: Platform): CeremoniesDeps => ({
  agreements: createAgreements(connection),
  ceremonies: createCeremonies(connection),
  certificates: createCertificates(connection),
  people: createPeople(connection),
  clock,
});
