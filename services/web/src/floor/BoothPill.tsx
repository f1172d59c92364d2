import { useTranslation } from "react-i18next";
import type { IconName } from "../shared/Icon.tsx";
import { Pill, type Tone } from "../shared/Pill.tsx";
import type { BoothStatus } from "./booths.ts";

const looks: Record<BoothStatus, { tone: Tone; icon: IconName }> = {
  available: { tone: "good", icon: "plus" },
  held: { tone: "warn", icon: "hourglass" },
  assigned: { tone: "accent", icon: "check" },
  blocked: { tone: "calm", icon: "slash" },
};

export function BoothPill({ status }: { status: BoothStatus }) {
  const { t } = useTranslation();
  return (
    <Pill tone={looks[status].tone} icon={looks[status].icon}>
      {t(`booth.status.${status}`)}
    </Pill>
  );
}
