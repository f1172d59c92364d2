import { useEffect, useRef } from "react";
import { Icon, type IconName } from "../shared/Icon.tsx";
import styles from "./host.module.css";
import type { Ceremony, Step } from "./show.ts";
import type { Host } from "./use-host.ts";
import { useStageWords } from "./words.ts";

const icons: Record<Step, IconName> = {
  open: "stage",
  call: "next",
  sign: "pen",
  exchange: "check",
  confer: "plaque",
  photograph: "spark",
  complete: "check",
};

/**
 * The one big button. It keeps the keyboard's focus from step to step, and is never switched off while it has it:
 * a press that comes too early is passed over.
 */
export function NextButton({ ceremony, host }: { ceremony: Ceremony; host: Host }) {
  const words = useStageWords();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  const { step } = ceremony.nextStep;
  if (step === "none" || step === "setRunOfShow") return null;
  return (
    <button
      ref={button}
      type="button"
      className={styles.button}
      aria-disabled={!host.isReady}
      data-busy={host.isBusy}
      data-step={step}
      onKeyDown={(event) => event.repeat && event.preventDefault()}
      onClick={host.press}
    >
      <Icon name={icons[step]} size={30} />
      <span className={styles.buttonWords}>
        <strong dir="auto">{words.due(ceremony)}</strong>
        <span dir="auto">{words.hint(ceremony)}</span>
      </span>
    </button>
  );
}
