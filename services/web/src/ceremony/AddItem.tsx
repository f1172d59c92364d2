import { Button } from "@mantine/core";
import { listAgreements } from "@rialto/contracts/ceremonies/operations/agreements";
import type { AgreementView } from "@rialto/contracts/ceremonies/shapes";
import { newId } from "@rialto/contracts/kernel/ids";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { useOperation } from "../data/use-operation.ts";
import { Name } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Section } from "../shared/Page.tsx";
import { Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import styles from "./host.module.css";
import { kindIcons } from "./kinds.ts";
import { type ItemDraft, newItem } from "./run-draft.ts";

export type Agreement = z.output<typeof AgreementView>;

/** Agreements that every party has released and that no ceremony has signed. */
export function useReleased() {
  const { fairId } = usePlace();
  return useOperation(
    listAgreements,
    { params: { fairId }, query: { status: "released", limit: 200 } },
    { follows: ["agreement", "ceremony"] },
  );
}

const written = [
  ["speech", "addSpeech"],
  ["plaqueConferral", "addPlaque"],
  ["photo", "addPhoto"],
] as const;

interface Props {
  readonly ceremonyId: string;
  readonly items: readonly ItemDraft[];
  readonly add: (item: ItemDraft) => void;
}

function Waiting({ agreements, add }: { agreements: readonly Agreement[]; add: Props["add"] }) {
  const { t } = useTranslation();
  if (agreements.length === 0) return <p className={shared.muted}>{t("ceremony.noAgreements")}</p>;
  return (
    <ul className={styles.lines}>
      {agreements.map(({ agreementId, terms, parties }) => (
        <li key={agreementId} className={styles.line}>
          <Icon name="pen" size={20} />
          <div className={styles.lineWords}>
            <Name of={terms.title} className={styles.lineTitle} />
            <span className={styles.lineFacts}>
              {parties.map((party) => (
                <Name key={party.organizationId} of={party.name} />
              ))}
            </span>
          </div>
          <Button variant="light" onClick={() => add(newItem("signing", newId(), agreementId))}>
            {t("ceremony.addSigning")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** What can still come on stage. */
export function AddItem({ ceremonyId, items, add }: Props) {
  const { t } = useTranslation();
  const released = useReleased();
  const isFree = (agreement: Agreement) =>
    (agreement.ceremonyId === undefined || agreement.ceremonyId === ceremonyId) &&
    !items.some(({ agreementId }) => agreementId === agreement.agreementId);
  return (
    <>
      <Section title={t("ceremony.add")}>
        <div className={shared.actions}>
          {written.map(([kind, key]) => (
            <Button
              key={kind}
              variant="default"
              leftSection={<Icon name={kindIcons[kind]} size={18} />}
              onClick={() => add(newItem(kind, newId()))}
            >
              {t(`ceremony.${key}`)}
            </Button>
          ))}
        </div>
      </Section>
      <Section title={t("ceremony.agreements")}>
        <Loaded of={released} rows={1}>
          {({ items: agreements }) => <Waiting agreements={agreements.filter(isFree)} add={add} />}
        </Loaded>
      </Section>
    </>
  );
}
