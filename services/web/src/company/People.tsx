import { Button } from "@mantine/core";
import { removeRepresentative, renewInvitation } from "@rialto/contracts/registry/operations/representatives";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../data/use-command.ts";
import { Name } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card, Section } from "../shared/Page.tsx";
import { Pill } from "../shared/Pill.tsx";
import shared from "../shared/shared.module.css";
import { AskAgain } from "./AskAgain.tsx";
import styles from "./company.module.css";
import { InvitationLink, type Invited } from "./InvitationLink.tsx";
import { InviteForm } from "./InviteForm.tsx";
import type { Organization } from "./missing.ts";

type Person = Organization["representatives"][number];

function Colleague({ person, show }: { person: Person; show: (invited: Invited) => void }) {
  const { t } = useTranslation();
  const { fairId, organizationId = "", representativeId: own, format } = usePlace();
  const [isAsking, ask] = useState(false);
  const params = { fairId, organizationId, representativeId: person.representativeId };
  const { name, title, languages } = person.profile;
  const remove = useCommand(removeRepresentative, { touches: ["organization", "meeting"] });
  const renew = useCommand(renewInvitation, {
    touches: ["organization"],
    onDone: ({ token }) => show({ token, name }),
  });
  return (
    <li className={styles.person}>
      <div className={shared.spread}>
        <div className={shared.grow}>
          <Name of={name} className={shared.strong} />
          <p className={shared.muted}>
            {title !== undefined && (
              <>
                <Name of={title} />
                {languages.length > 0 && " · "}
              </>
            )}
            {languages.map(format.language).join(" · ")}
          </p>
        </div>
        {own === person.representativeId && <Pill icon="user">{t("company.people.you")}</Pill>}
      </div>
      {own !== person.representativeId &&
        (isAsking ? (
          <AskAgain
            question={t("company.people.removeQuestion")}
            yes={t("company.people.remove")}
            isBusy={remove.isPending}
            confirm={() => remove.mutate({ params })}
            no={() => ask(false)}
          />
        ) : (
          <div className={shared.actions}>
            <Button size="sm" variant="default" loading={renew.isPending} onClick={() => renew.mutate({ params })}>
              {t("company.people.renew")}
            </Button>
            <Button size="sm" variant="subtle" color="red" onClick={() => ask(true)}>
              {t("company.people.remove")}
            </Button>
          </div>
        ))}
    </li>
  );
}

/** Who acts for the organization at the fair. */
export function People({ organization }: { organization: Organization }) {
  const { t } = useTranslation();
  const [isInviting, invite] = useState(false);
  const [invited, show] = useState<Invited>();
  const add = !isInviting && (
    <Button variant="subtle" leftSection={<Icon name="plus" size={16} />} onClick={() => invite(true)}>
      {t("company.people.invite")}
    </Button>
  );
  return (
    <Section title={t("company.people.title")} aside={add}>
      <Card>
        {invited !== undefined && <InvitationLink invited={invited} close={() => show(undefined)} />}
        {isInviting && <InviteForm close={() => invite(false)} show={show} />}
        <ul className={styles.people}>
          {organization.representatives.map((person) => (
            <Colleague key={person.representativeId} person={person} show={show} />
          ))}
        </ul>
      </Card>
    </Section>
  );
}
