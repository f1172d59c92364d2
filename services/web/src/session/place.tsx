import type { FairRole } from "@rialto/contracts/kernel/values";
import { me } from "@rialto/contracts/registry/operations/sessions";
import { getFair } from "@rialto/contracts/venue/operations/fairs";
import { createContext, type ReactNode, useContext } from "react";
import type { z } from "zod";
import { useOperation } from "../data/use-operation.ts";
import { type Format, useFormat } from "../language/use-format.ts";
import { useRooms } from "../live/use-rooms.ts";
import { Failed, Waiting } from "../shared/States.tsx";
import { chosenGrant } from "./chosen-grant.ts";

export type Fair = z.output<typeof getFair.result>;
export type Me = z.output<typeof me.result>;

/** Where the person is: at which fair, in which role, for whom. */
export interface Place {
  readonly person: Me;
  readonly fair: Fair;
  readonly fairId: string;
  readonly roles: readonly FairRole[];
  /** For exhibitors, buyers and partners. */
  readonly organizationId: string | undefined;
  readonly representativeId: string | undefined;
  /** In the fair's time zone. */
  readonly format: Format;
}

const Here = createContext<Place | undefined>(undefined);

export function usePlace(): Place {
  const place = useContext(Here);
  if (place === undefined) throw new Error("this screen is for people at a fair");
  return place;
}

/** Finds out who is signed in and at which fair, and shows its children there. */
export function AtFair({ children, nowhere }: { children: ReactNode; nowhere: ReactNode }) {
  const person = useOperation(me, {}, { keep: true, follows: ["organization", "fair"] });
  const grant = person.data && chosenGrant(person.data.grants);
  const fair = useOperation(
    getFair,
    { params: { fairId: grant?.fairId ?? "" } },
    { keep: true, enabled: grant !== undefined, follows: ["fair"] },
  );
  const format = useFormat(fair.data?.timeZone);
  useRooms(
    grant && { kind: "floor", fairId: grant.fairId },
    grant?.organizationId === undefined
      ? undefined
      : { kind: "organization", fairId: grant.fairId, organizationId: grant.organizationId },
  );
  if (person.data !== undefined && grant === undefined) return nowhere;
  if (person.data === undefined || grant === undefined || fair.data === undefined) {
    const broken = [person, fair].find(({ error, data }) => error !== null && data === undefined);
    return broken === undefined ? <Waiting rows={5} /> : <Failed error={broken.error} again={() => void broken.refetch()} />;
  }
  const roles = person.data.grants.filter(({ fairId }) => fairId === grant.fairId).map(({ role }) => role);
  const { organizationId, representativeId, fairId } = grant;
  return (
    <Here value={{ person: person.data, fair: fair.data, fairId, roles, organizationId, representativeId, format }}>
      {children}
    </Here>
  );
}
