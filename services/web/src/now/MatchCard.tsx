import { Button } from "@mantine/core";
import { type listRecommendations, notePreference } from "@rialto/contracts/matchmaking/operations";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { z } from "zod";
import { useCommand } from "../data/use-command.ts";
import { MeetingPill } from "../day/MeetingPill.tsx";
import type { Wanted } from "../find/AskDialog.tsx";
import { Name } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Card } from "../shared/Page.tsx";
import { Pill } from "../shared/Pill.tsx";
import shared from "../shared/shared.module.css";
import { useUndo } from "../shared/use-undo.tsx";
import { Fit } from "./Fit.tsx";
import { MatchMeeting } from "./MatchMeeting.tsx";
import styles from "./now.module.css";
import { Reasons } from "./Reasons.tsx";

export type Match = z.output<typeof listRecommendations.result>["items"][number];

/** "No thanks", with the way back for as long as it can be seen. */
function useNoThanks({ organizationId }: Match) {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const tell = useUndo();
  const note = useCommand(notePreference, { touches: ["preference", "recommendations"] });
  const say = (preference: "noThanks" | null) => note.mutateAsync({ params: { fairId, organizationId }, body: { preference } });
  return async () => {
    await say("noThanks");
    const undo = () => void say(null).catch(() => undefined);
    tell({ id: `no-${organizationId}`, message: t("match.noted"), undo });
  };
}

interface Props {
  readonly match: Match;
  readonly isNew: boolean;
  readonly isLater: boolean;
  readonly ask: (wanted: Wanted) => void;
  readonly later: (organizationId: string) => void;
}

const underWay = new Set(["pending", "scheduled"]);

/** Whether the two have asked or booked. */
export const isUnderWay = (meeting: Match["meeting"]): meeting is NonNullable<Match["meeting"]> =>
  meeting !== undefined && underWay.has(meeting.status);

/** One organization that fits: why, how well for both sides, and what to do about it. */
export const MatchCard = memo(function MatchCard({ match, isNew, isLater, ask, later }: Props) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const noThanks = useNoThanks(match);
  const { profile, organizationId, meeting, offers, needs } = match;
  const isOpen = isUnderWay(meeting);
  const listings = profile.role === "buyer" ? needs : offers;
  return (
    <Card as="li" tone={isNew ? "accent" : undefined}>
      <div className={shared.spread}>
        <div className={shared.grow}>
          <h3>
            <Link to={`/organizations/${organizationId}`} className={shared.clamp}>
              <Name of={profile.name} />
            </Link>
          </h3>
          <p className={shared.muted}>
            {t(`role.${profile.role}`)} · {format.country(profile.country)}
          </p>
        </div>
        <div className={shared.row}>
          {isNew && (
            <Pill tone="accent" icon="spark">
              {t("match.new")}
            </Pill>
          )}
          {meeting !== undefined && <MeetingPill status={meeting.status} />}
        </div>
      </div>
      {listings[0] !== undefined && (
        <p className={shared.clamp}>
          <Name of={listings[0].title} />
          {listings.length > 1 && <span className={shared.muted}> {t("match.andMore", { count: listings.length - 1 })}</span>}
        </p>
      )}
      <Reasons reasons={match.reasons} />
      <Fit score={match.score} fit={match.fit} />
      {isOpen && <MatchMeeting meetingId={meeting.meetingId} />}
      {!isOpen && (
        <div className={styles.choices}>
          <Button size="sm" onClick={() => ask({ organizationId, name: profile.name })}>
            {t("match.ask")}
          </Button>
          <Button size="sm" variant="default" onClick={() => later(organizationId)}>
            {t(isLater ? "match.notLater" : "match.later")}
          </Button>
          <Button size="sm" variant="subtle" color="gray" onClick={() => void noThanks().catch(() => undefined)}>
            {t("match.noThanks")}
          </Button>
        </div>
      )}
    </Card>
  );
});
