import { createStore } from "@rialto/persistence/store";
import type { AggregateDocument, Store } from "@rialto/persistence/store.types";
import { following } from "@rialto/service-kit/page-cursor";
import type { Connection } from "mongoose";
import {
  type Certificate,
  type CertificateEvent,
  certificateDefinitions,
  evolveCertificate,
  type IssuedCertificate,
  noCertificate,
} from "../domain/certificate.ts";

type Document = AggregateDocument<IssuedCertificate>;

export interface CertificateQuery {
  readonly fairId: string;
  readonly organizationIds?: readonly string[];
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface Certificates {
  readonly store: Store<Certificate, CertificateEvent>;
  byCode(verificationCode: string): Promise<IssuedCertificate | undefined>;
  byId(certificateId: string): Promise<IssuedCertificate | undefined>;
  /** Newest first, one more than `limit` when there is a next page. */
  list(query: CertificateQuery): Promise<IssuedCertificate[]>;
}

const newestFirst = { "state.issuedAt": -1, _id: -1 } as const;

export function createCertificates(connection: Connection): Certificates {
  const store = createStore<Certificate, CertificateEvent>(connection, {
    name: "certificates",
    context: "ceremonies",
    definitions: certificateDefinitions,
    initial: noCertificate,
    evolve: evolveCertificate,
    indexes: [
      { name: "byCode", fields: { "state.verificationCode": 1 }, unique: true },
      { name: "ofFair", fields: { "state.fairId": 1, ...newestFirst } },
      { name: "ofParty", fields: { "state.partyOrganizationIds": 1, ...newestFirst } },
    ],
  });
  const one = async (filter: Record<string, string>) =>
    (await store.model.findOne({ ...filter, "state.status": "issued" }, { state: 1 }).lean<Document>())?.state;
  return {
    store,
    byCode: (verificationCode) => one({ "state.verificationCode": verificationCode }),
    byId: (certificateId) => one({ _id: certificateId }),
    async list({ fairId, organizationIds, cursor, limit }) {
      const filter = {
        "state.fairId": fairId,
        ...(organizationIds === undefined ? {} : { "state.partyOrganizationIds": { $in: [...organizationIds] } }),
        ...following("state.issuedAt", cursor, "descending"),
      };
      const found = store.model
        .find(filter, { state: 1 })
        .sort(newestFirst)
        .limit(limit + 1);
      return (await found.lean<Document[]>()).map(({ state }) => state);
    },
  };
}
