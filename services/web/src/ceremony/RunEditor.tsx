import { Button } from "@mantine/core";
import { ProblemError } from "@rialto/client/problem-error";
import { setRunOfShow } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../data/use-command.ts";
import { inLanguage, type Localized } from "../language/names.tsx";
import { Icon, type IconName } from "../shared/Icon.tsx";
import { Pill } from "../shared/Pill.tsx";
import shared from "../shared/shared.module.css";
import { AddItem, useReleased } from "./AddItem.tsx";
import styles from "./host.module.css";
import { ItemFields } from "./ItemFields.tsx";
import { kindIcons } from "./kinds.ts";
import { draftOf, type ItemDraft, inputOf, isComplete, isSame, moved } from "./run-draft.ts";
import { type Ceremony, titleOf } from "./show.ts";

interface Props {
  readonly ceremony: Ceremony;
  readonly took: (ceremony: Ceremony) => void;
  readonly close: () => void;
}

/** The words of an item: what is being typed, or the agreement's own. */
function useTitle(ceremony: Ceremony): (item: ItemDraft) => string {
  const { t, i18n } = useTranslation();
  const released = useReleased();
  const agreed = (agreementId: string | undefined): Localized | undefined => {
    const known = ceremony.items.find(({ signing }) => agreementId !== undefined && signing?.agreementId === agreementId);
    return (
      (known && titleOf(known)) ?? released.data?.items.find((agreement) => agreement.agreementId === agreementId)?.terms.title
    );
  };
  return ({ kind, title, agreementId }) => {
    const text = kind === "signing" ? agreed(agreementId) : { en: title.en || undefined, zh: title.zh || undefined };
    return inLanguage(text, i18n.language) || t("ceremony.untitled");
  };
}

interface EditedProps {
  readonly item: ItemDraft;
  readonly title: string;
  readonly place: number;
  readonly of: number;
  readonly isLacking: boolean;
  readonly change: (part: Partial<ItemDraft>) => void;
  readonly move: (by: -1 | 1) => void;
  readonly remove: () => void;
}

function Edited({ item, title, place, of, isLacking, change, move, remove }: EditedProps) {
  const { t } = useTranslation();
  const small = (icon: IconName, label: string, act: () => void, isOff = false) => (
    <button type="button" className={styles.small} aria-label={label} aria-disabled={isOff} onClick={() => !isOff && act()}>
      <Icon name={icon} size={18} />
    </button>
  );
  return (
    <li className={styles.item} data-lacking={isLacking}>
      <div className={styles.itemHead}>
        <span className={styles.number}>{place + 1}</span>
        <div className={styles.lineWords}>
          <strong className={styles.lineTitle} dir="auto" translate="no">
            {title}
          </strong>
          <span className={styles.lineFacts}>
            <span>
              <Icon name={kindIcons[item.kind]} size={16} /> {t(`ceremony.kind.${item.kind}`)}
            </span>
          </span>
        </div>
        <div className={styles.moves}>
          {small("up", t("ceremony.up", { title }), () => move(-1), place === 0)}
          {small("down", t("ceremony.down", { title }), () => move(1), place === of - 1)}
          {small("cross", t("ceremony.remove", { title }), remove)}
        </div>
      </div>
      <ItemFields item={item} change={change} />
    </li>
  );
}

/** What is written here, and whether somebody else has written meanwhile. */
function useRunDraft(ceremony: Ceremony) {
  const [base, setBase] = useState(ceremony);
  const [items, setItems] = useState<readonly ItemDraft[]>(() => draftOf(ceremony));
  const isChanged = !isSame(items, draftOf(base));
  const isOvertaken = ceremony.moves > base.moves && !isSame(draftOf(ceremony), draftOf(base));
  const restart = (now: Ceremony) => {
    setBase(now);
    setItems(draftOf(now));
  };
  // Nothing was typed here: the other host's order simply appears.
  const latest = useRef(restart);
  latest.current = restart;
  useEffect(() => {
    if (ceremony.moves > base.moves && !isChanged) latest.current(ceremony);
  }, [ceremony, base, isChanged]);
  return { base, items, setItems, isChanged, isOvertaken, restart };
}

/** The run of show as a list that can be written, ordered and saved as a whole. */
export function RunEditor({ ceremony, took, close }: Props) {
  const { t } = useTranslation();
  const { base, items, setItems, isChanged, isOvertaken, restart } = useRunDraft(ceremony);
  const [isLooked, look] = useState(false);
  const titleOfDraft = useTitle(ceremony);
  const save = useCommand(setRunOfShow, {
    touches: ["ceremony", "agreement"],
    onDone: (after) => {
      took(after);
      close();
    },
    onProblem: (error) => error instanceof ProblemError && error.code === "CEREMONY_MOVED_ON",
  });
  const isLacking = items.some((item) => !isComplete(item));
  const { fairId, ceremonyId } = ceremony;
  const submit = () => {
    look(true);
    if (!isLacking) save.mutate({ params: { fairId, ceremonyId }, body: { seenMoves: base.moves, items: items.map(inputOf) } });
  };
  const change = (key: string, part: Partial<ItemDraft>) =>
    setItems((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <section className={styles.edited} aria-label={t("ceremony.editTitle")}>
      <div>
        <h2>{t("ceremony.editTitle")}</h2>
        <p className={shared.muted}>{t("ceremony.oneLanguage")}</p>
      </div>
      {isOvertaken && (
        <div className={styles.notice} data-tone="warn" role="alert">
          <Icon name="user" size={20} />
          <span>{t("ceremony.changedMeanwhile")}</span>
          <Button variant="default" onClick={() => restart(ceremony)}>
            {t("ceremony.discard")}
          </Button>
        </div>
      )}
      <ol className={styles.edited}>
        {items.map((item, place) => (
          <Edited
            key={item.key}
            item={item}
            title={titleOfDraft(item)}
            place={place}
            of={items.length}
            isLacking={isLooked && !isComplete(item)}
            change={(part) => change(item.key, part)}
            move={(by) => setItems((all) => moved(all, place, by))}
            remove={() => setItems((all) => all.toSpliced(place, 1))}
          />
        ))}
      </ol>
      <AddItem ceremonyId={ceremonyId} items={items} add={(item) => setItems((all) => [...all, item])} />
      <div className={styles.bar}>
        <div className={shared.row} role="status">
          {isChanged && (
            <Pill tone="warn" icon="pen">
              {t("ceremony.unsaved")}
            </Pill>
          )}
          {isLooked && isLacking && <span>{t("ceremony.missing")}</span>}
        </div>
        <div className={shared.actions}>
          <Button onClick={submit} loading={save.isPending} disabled={!isChanged || isOvertaken}>
            {t("ceremony.save")}
          </Button>
          <Button variant="default" onClick={close}>
            {t(isChanged ? "ceremony.discard" : "state.back")}
          </Button>
        </div>
      </div>
    </section>
  );
}
