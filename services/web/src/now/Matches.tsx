import { Button } from "@mantine/core";
import { listRecommendations } from "@rialto/contracts/matchmaking/operations";
import { memo, startTransition, useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useOperation } from "../data/use-operation.ts";
import { AskDialog, type Wanted } from "../find/AskDialog.tsx";
import { usePlace } from "../session/place.tsx";
import { Section } from "../shared/Page.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { usePager } from "../shared/use-pager.ts";
import { useUndo } from "../shared/use-undo.tsx";
import { isUnderWay, MatchCard } from "./MatchCard.tsx";
import { useLater } from "./use-later.ts";
import { useNewcomers } from "./use-newcomers.ts";

/** On its own, so that a dialog that opens does not draw it again. */
const MatchList = memo(function MatchList({ ask }: { ask: (wanted: Wanted) => void }) {
  const { t } = useTranslation();
  const { fairId, organizationId } = usePlace();
  const { size, more } = usePager(8);
  const newcomers = useNewcomers();
  const { isLater, putOff, takeBack } = useLater();
  const say = useUndo();
  const putOffOrBack = useRef((_id: string) => {});
  putOffOrBack.current = (id) => {
    if (isLater(id)) return takeBack(id);
    putOff(id);
    say({ id: `later-${id}`, message: t("match.putOff"), undo: () => takeBack(id) });
  };
  // The same function at each drawing: a card whose match is the same is not drawn again.
  const later = useCallback((id: string) => putOffOrBack.current(id), []);
  const list = useOperation(
    listRecommendations,
    { params: { fairId }, query: organizationId === undefined ? {} : { actingOrganizationId: organizationId } },
    { follows: ["recommendations", "preference", "meeting"], keep: true },
  );
  return (
    <Loaded of={list}>
      {({ items }) => {
        const open = items.filter(({ preference }) => preference !== "noThanks");
        // What one has just asked for stays in sight, however many better ones appear.
        const rank = ({ organizationId: id, meeting }: (typeof items)[number]) =>
          isLater(id) ? 2 : newcomers.has(id) || isUnderWay(meeting) ? 0 : 1;
        const sorted = open.toSorted((one, other) => rank(one) - rank(other));
        if (open.length === 0)
          return (
            <Empty icon="spark" title={t("match.empty")}>
              {t("match.emptyHelp")}
            </Empty>
          );
        return (
          <>
            <ul className={shared.list}>
              {sorted.slice(0, size).map((match) => (
                <MatchCard
                  key={match.organizationId}
                  match={match}
                  isNew={newcomers.has(match.organizationId)}
                  isLater={isLater(match.organizationId)}
                  ask={ask}
                  later={later}
                />
              ))}
            </ul>
            {sorted.length > size && (
              <Button variant="default" onClick={more}>
                {t("state.more")}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
});

/** Who fits, best first; those that have just appeared stand at the top. */
export function Matches() {
  const { t } = useTranslation();
  const [wanted, want] = useState<Wanted>();
  // The button answers the finger first; the dialog is drawn after that.
  const ask = useCallback((next?: Wanted) => startTransition(() => want(next)), []);
  return (
    <Section title={t("match.title")}>
      <MatchList ask={ask} />
      <AskDialog wanted={wanted} close={() => ask()} />
    </Section>
  );
}
