import { Button } from "@mantine/core";
import { ProblemError } from "@rialto/client/problem-error";
import { holdBooth } from "@rialto/contracts/venue/operations/occupancy";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../data/use-command.ts";
import { useProblemSentence } from "../data/use-say-problem.tsx";
import type { PlacedBooth } from "../floor/booths.ts";
import { Name, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Card } from "../shared/Page.tsx";
import shared from "../shared/shared.module.css";
import { BoothHead } from "./BoothHead.tsx";
import { Instead } from "./Instead.tsx";
import { nearestFree } from "./nearest.ts";

interface Props {
  readonly booth: PlacedBooth;
  readonly booths: readonly PlacedBooth[];
  readonly choose: (boothId: string | undefined) => void;
}

/** Why a booth that looks free cannot be held, said beside it. */
function useHold({ booth, choose }: Props) {
  const [refusal, setRefusal] = useState<Error>();
  const hold = useCommand(holdBooth, {
    touches: ["booth"],
    onDone: () => choose(undefined),
    onProblem: (error) => {
      if (!(error instanceof ProblemError)) return false;
      setRefusal(error);
      return true;
    },
  });
  const { fairId, organizationId } = usePlace();
  const take = () => {
    setRefusal(undefined);
    if (organizationId !== undefined) hold.mutate({ params: { fairId, boothId: booth.boothId }, body: { organizationId } });
  };
  return { take, refusal, isBusy: hold.isPending };
}

/** The booth that was pointed at on the plan: hold it, or see why not and what is free beside it. */
export function PickedBooth(props: Props) {
  const { booth, booths, choose } = props;
  const { t } = useTranslation();
  const { fair } = usePlace();
  const sentence = useProblemSentence();
  const { take, refusal, isBusy } = useHold(props);
  // It was free when it was pointed at: somebody was faster.
  const [wasFree] = useState(booth.status === "available");
  const isFree = booth.status === "available";
  const isLost = !isFree && (wasFree || refusal !== undefined);
  const free = nearestFree(booths, booth);
  return (
    <Card as="div" tone="accent" label={booth.code}>
      <BoothHead booth={booth} />
      {!isFree && !isLost && booth.name !== undefined && (
        <p className={shared.muted}>
          <Name of={booth.name} />
        </p>
      )}
      {isLost && (
        <Instead free={free} choose={choose}>
          <strong>
            {t("booth.lost")} <Verbatim>{booth.code}</Verbatim>
          </strong>{" "}
          {booth.name !== undefined && <Name of={booth.name} />}
        </Instead>
      )}
      {!isLost && refusal !== undefined && (
        <Instead free={[]} choose={choose}>
          <span translate="no">{sentence(refusal)}</span>
        </Instead>
      )}
      <div className={shared.actions}>
        {isFree && (
          <Button loading={isBusy} onClick={take}>
            {t("booth.hold", { count: fair.rules.boothHoldMinutes })}
          </Button>
        )}
        <Button variant="default" onClick={() => choose(undefined)}>
          {t("state.close")}
        </Button>
      </div>
    </Card>
  );
}
