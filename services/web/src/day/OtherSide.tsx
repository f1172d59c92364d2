import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Name } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import shared from "../shared/shared.module.css";
import type { Meeting } from "./meetings.ts";

/** Whom it is about: the organization, where it is from, who comes. */
export function OtherSide({ side, children }: { side: Meeting["requester"]; children?: ReactNode }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const facts = [
    side.role === undefined ? undefined : t(`role.${side.role}`),
    side.country === undefined ? undefined : format.country(side.country),
  ].filter((fact) => fact !== undefined);
  return (
    <div className={shared.spread}>
      <div className={shared.grow}>
        <h3>
          <Link to={`/organizations/${side.organizationId}`} className={shared.clamp}>
            <Name of={side.name} />
          </Link>
        </h3>
        <p className={`${shared.muted} ${shared.clamp}`}>
          {facts.join(" · ")}
          {side.person?.name !== undefined && (
            <>
              {" · "}
              <Name of={side.person.name} />
            </>
          )}
        </p>
      </div>
      {children}
    </div>
  );
}
