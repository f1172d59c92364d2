import { Button } from "@mantine/core";
import { skipItem } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../data/use-command.ts";
import { Confirm } from "../day/Confirm.tsx";
import { Verbatim } from "../language/names.tsx";
import { Icon, type IconName } from "../shared/Icon.tsx";
import { Section } from "../shared/Page.tsx";
import shared from "../shared/shared.module.css";
import styles from "./host.module.css";
import { kindIcons } from "./kinds.ts";
import { type Ceremony, doneOf, type Item, maySkip, minutesLeft, nextInLine } from "./show.ts";
import { useStageWords } from "./words.ts";

function Skip({
  ceremony,
  item,
  close,
  took,
}: {
  ceremony: Ceremony;
  item: Item;
  close: () => void;
  took: (c: Ceremony) => void;
}) {
  const { t } = useTranslation();
  const { title } = useStageWords();
  const skip = useCommand(skipItem, {
    touches: ["ceremony"],
    onDone: (after) => {
      took(after);
      close();
    },
  });
  const { fairId, ceremonyId, moves } = ceremony;
  const confirm = (reason: string) =>
    skip.mutate({ params: { fairId, ceremonyId, itemId: item.itemId }, body: { seenMoves: moves, reason } });
  return (
    <Confirm
      question={t("ceremony.skipQuestion", { title: title(item) })}
      yes={t("ceremony.skipYes")}
      isReasonNeeded
      isBusy={skip.isPending}
      no={close}
      confirm={confirm}
    />
  );
}

type Phase = "next" | Item["step"];
const phaseIcons: Partial<Record<Phase, IconName>> = { next: "next", queued: "hourglass", done: "check", skipped: "slash" };

interface LineProps {
  readonly ceremony: Ceremony;
  readonly item: Item;
  readonly number: number;
  readonly took: (ceremony: Ceremony) => void;
}

function Line({ ceremony, item, number, took }: LineProps) {
  const { t } = useTranslation();
  const { title } = useStageWords();
  const [isSkipping, setSkipping] = useState(false);
  const isOnStage = ceremony.status === "onStage";
  const phase: Phase = isOnStage && item === nextInLine(ceremony) ? "next" : item.step;
  const isSkippable = isOnStage && maySkip(item);
  return (
    <li className={styles.line} data-phase={phase}>
      <span className={styles.number}>{number}</span>
      <div className={styles.lineWords}>
        <span className={styles.lineTitle} dir="auto" translate="no">
          {title(item)}
        </span>
        <span className={styles.lineFacts}>
          <span>
            <Icon name={kindIcons[item.kind]} size={16} /> {t(`ceremony.kind.${item.kind}`)}
          </span>
          <span>{t("ceremony.minutes", { count: item.minutes })}</span>
          <span className={styles.phase}>
            <Icon name={phaseIcons[phase] ?? "now"} size={16} /> {t(`ceremony.itemStep.${phase}`)}
          </span>
        </span>
        {item.reason !== undefined && <Verbatim className={styles.reason}>{item.reason}</Verbatim>}
      </div>
      {isSkippable && !isSkipping && (
        <Button
          variant="subtle"
          color="gray"
          onClick={() => setSkipping(true)}
          aria-label={`${t("ceremony.skip")}: ${title(item)}`}
        >
          {t("ceremony.skip")}
        </Button>
      )}
      {isSkippable && isSkipping && (
        <div className={styles.wide}>
          <Skip ceremony={ceremony} item={item} close={() => setSkipping(false)} took={took} />
        </div>
      )}
    </li>
  );
}

/** Every item with where it stands; what nobody has begun can be passed over, for a reason. */
export function RunOfShow({ ceremony, took }: { ceremony: Ceremony; took: (ceremony: Ceremony) => void }) {
  const { t } = useTranslation();
  const { items, status } = ceremony;
  const isRunning = status === "planned" || status === "onStage";
  const aside = (
    <span className={shared.muted}>
      {t("ceremony.progress", { done: doneOf(ceremony), of: items.length })}
      {isRunning && ` · ${t("ceremony.left", { minutes: minutesLeft(ceremony) })}`}
    </span>
  );
  return (
    <Section title={t("ceremony.runOfShow")} aside={aside}>
      <ol className={styles.lines}>
        {items.map((item, index) => (
          <Line key={item.itemId} ceremony={ceremony} item={item} number={index + 1} took={took} />
        ))}
      </ol>
    </Section>
  );
}
