import type { explainRecommendation } from "@rialto/contracts/matchmaking/explanation-operations";
import type { Obstacle } from "@rialto/matching/reasons/explanation";
import { adviceSentence, obstacleSentence } from "@rialto/matching/reasons/sentence";
import type { z } from "zod";
import type { PairExplanation } from "../matching/match-engine.ts";

type View = Omit<z.input<typeof explainRecommendation.result>, "organizationId">;
type Remark = View["obstacles"][number];

const youSaidNo: Remark = {
  code: "YOU_SAID_NO_THANKS",
  text: { en: "You have said no thanks", zh: "贵方已表示不感兴趣" },
};
/** Says nothing about which side did not want to. */
const notPossible: Remark = {
  code: "NOT_POSSIBLE",
  text: { en: "The two of you are not recommended to each other", zh: "双方不会互相推荐" },
};

const wishes: ReadonlySet<Obstacle["code"]> = new Set([
  "SAID_NO",
  "ORGANIZATION_EXCLUDED",
  "COMPETITOR_EXCLUDED",
  "COUNTRY_EXCLUDED",
] as const);

/** A pair taken apart for one of the two: its own wishes are told, the other's never. */
export function presentExplanation({ recommendation, obstacles, advice }: PairExplanation, saidNoThanks: boolean): View {
  return {
    isRecommended: obstacles.length === 0,
    recommendation,
    obstacles: obstacles.map((obstacle) => remarkOn(obstacle, saidNoThanks)),
    advice: advice.map((one) => ({
      code: one.code,
      text: { en: adviceSentence(one, "en"), zh: adviceSentence(one, "zh") },
    })),
  };
}

function remarkOn(obstacle: Obstacle, saidNoThanks: boolean): Remark {
  if (wishes.has(obstacle.code)) return saidNoThanks ? youSaidNo : notPossible;
  return { code: obstacle.code, text: { en: obstacleSentence(obstacle, "en"), zh: obstacleSentence(obstacle, "zh") } };
}
