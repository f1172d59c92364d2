import { useTranslation } from "react-i18next";
import { useName } from "../language/names.tsx";
import type { Happened } from "./happened.ts";
import { type Ceremony, type Item, itemOf, type NextStep, nextInLine, titleOf } from "./show.ts";

/** Who signs, and whose copy. */
function handOf(item: Item | undefined, step: NextStep) {
  const parties = item?.signing?.parties ?? [];
  if (step.step !== "sign") return {};
  return {
    person: parties.find(({ signatoryId }) => signatoryId === step.signatoryId)?.signatoryName,
    party: parties.find(({ organizationId }) => organizationId === step.copyOf)?.name,
  };
}

const signaturesOf = (item: Item | undefined) => item?.signing?.signatures ?? [];

/** The sentences of the stage: what a step is called before and after it is taken. */
export function useStageWords() {
  const { t } = useTranslation();
  const name = useName();
  /** What kind of item it is stands in for a title that is not known yet. */
  const title = (item: Item | undefined): string => {
    if (item === undefined) return "";
    return name(titleOf(item)) || t(`ceremony.kind.${item.kind}`);
  };
  const gaps = (item: Item | undefined, step: NextStep) => {
    const { person, party } = handOf(item, step);
    const number = signaturesOf(item).filter(({ signed }) => signed).length + 1;
    return { title: title(item), person: name(person), party: name(party), number, of: signaturesOf(item).length };
  };
  return {
    title,
    /** On the button: what is due. */
    due(ceremony: Ceremony): string {
      const { nextStep } = ceremony;
      if (nextStep.step === "none" || nextStep.step === "setRunOfShow") return "";
      return t(`ceremony.do.${nextStep.step}`, gaps(itemOf(ceremony, nextStep), nextStep));
    },
    /** Under it: what follows from pressing it. */
    hint(ceremony: Ceremony): string {
      const { nextStep } = ceremony;
      if (nextStep.step === "none" || nextStep.step === "setRunOfShow") return "";
      const isLast = nextStep.step === "complete" && nextInLine(ceremony) === undefined;
      const key = isLast ? "completeLast" : nextStep.step;
      return t(`ceremony.hint.${key}`, gaps(itemOf(ceremony, nextStep), nextStep));
    },
    happened(happened: Happened): string {
      if ("step" in happened) return t(`ceremony.happened.${happened.what}`, gaps(happened.item, happened.step));
      return t(`ceremony.happened.${happened.what}`, "item" in happened ? { title: title(happened.item) } : {});
    },
  };
}
