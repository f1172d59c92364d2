import { SegmentedControl } from "@mantine/core";
import { startScheduleRepair } from "@rialto/contracts/matchmaking/schedule-run-operations";
import type { ScheduleChange } from "@rialto/contracts/matchmaking/schedule-run-values";
import { getOrganization } from "@rialto/contracts/registry/operations/organizations";
import { listBooths } from "@rialto/contracts/venue/operations/plan";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useCommand } from "../data/use-command.ts";
import { useOperation } from "../data/use-operation.ts";
import { useName } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { Begin, Choice } from "./fields.tsx";
import { OrganizationField } from "./OrganizationField.tsx";
import { useSlots } from "./use-slots.ts";

const kinds = ["participantUnavailable", "boothClosed", "slotRemoved"] as const;
type Kind = (typeof kinds)[number];

interface Chosen {
  readonly organizationId?: string;
  readonly representativeId: string;
  readonly boothId: string;
  readonly from: string;
  readonly until: string;
}

const between = (slotIds: readonly string[], { from, until }: Chosen): string[] => {
  const [first, last] = [slotIds.indexOf(from), slotIds.indexOf(until)];
  return slotIds.slice(first, Math.max(first, last) + 1);
};

function changeOf(kind: Kind, chosen: Chosen, slotIds: readonly string[]): ScheduleChange | undefined {
  const { representativeId, boothId, from } = chosen;
  switch (kind) {
    case "participantUnavailable":
      return representativeId === "" ? undefined : { kind, representativeId, slotIds: between(slotIds, chosen) };
    case "boothClosed":
      return boothId === "" ? undefined : { kind, boothId, slotIds: between(slotIds, chosen) };
    case "slotRemoved":
      return from === "" ? undefined : { kind, slotId: from };
  }
}

function WhichPerson({ organizationId, value, change }: { organizationId: string; value: string; change: (id: string) => void }) {
  const { t } = useTranslation();
  const name = useName();
  const { fairId } = usePlace();
  const read = useOperation(getOrganization, { params: { fairId, organizationId } });
  return (
    <Loaded of={read} rows={1}>
      {({ representatives }) => (
        <Choice
          label={t("schedule.whichPerson")}
          value={value}
          change={change}
          options={[
            { value: "", label: t("schedule.choose") },
            ...representatives.map(({ representativeId, profile }) => ({
              value: representativeId,
              label: name(profile.name),
              isData: true,
            })),
          ]}
        />
      )}
    </Loaded>
  );
}

function WhichBooth({ value, change }: { value: string; change: (id: string) => void }) {
  const { t } = useTranslation();
  const name = useName();
  const { fairId } = usePlace();
  const read = useOperation(listBooths, { params: { fairId } }, { follows: ["booth"] });
  return (
    <Loaded of={read} rows={1}>
      {({ zones }) => (
        <Choice
          label={t("schedule.whichBooth")}
          value={value}
          change={change}
          options={[
            { value: "", label: t("schedule.choose") },
            ...zones
              .flatMap(({ booths }) => booths)
              .filter(({ status }) => status === "assigned")
              .map((booth) => ({ value: booth.boothId, label: `${booth.code} ${name(booth.name)}`, isData: true })),
          ]}
        />
      )}
    </Loaded>
  );
}

/** Somebody is away, a booth closes, a slot goes: what would move or end, before anything does. */
export function StartRepair() {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const navigate = useNavigate();
  const { coming, options } = useSlots();
  const slotIds = coming.map(({ slotId }) => slotId);
  const [kind, setKind] = useState<Kind>("participantUnavailable");
  const [chosen, setChosen] = useState<Chosen>({
    representativeId: "",
    boothId: "",
    from: slotIds[0] ?? "",
    until: slotIds.at(-1) ?? "",
  });
  const set = (part: Partial<Chosen>) => setChosen({ ...chosen, ...part });
  const start = useCommand(startScheduleRepair, {
    touches: ["scheduleRun"],
    onDone: ({ runId }) => void navigate(`/schedule/${runId}`),
  });
  const change = changeOf(kind, chosen, slotIds);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (change !== undefined) start.mutate({ params: { fairId }, body: { change } });
  };
  return (
    <form className={shared.field} onSubmit={submit}>
      <SegmentedControl
        fullWidth
        size="sm"
        aria-label={t("schedule.whatHappened")}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? "slotRemoved")}
        data={kinds.map((value) => ({ value, label: t(`schedule.happened.${value}`) }))}
      />
      {kind === "participantUnavailable" && (
        <OrganizationField pick={(organizationId) => set({ organizationId, representativeId: "" })} />
      )}
      {kind === "participantUnavailable" && chosen.organizationId !== undefined && (
        <WhichPerson
          organizationId={chosen.organizationId}
          value={chosen.representativeId}
          change={(representativeId) => set({ representativeId })}
        />
      )}
      {kind === "boothClosed" && <WhichBooth value={chosen.boothId} change={(boothId) => set({ boothId })} />}
      <Choice
        label={t(kind === "slotRemoved" ? "schedule.whichSlot" : "schedule.from")}
        value={chosen.from}
        change={(from) => set({ from, ...(slotIds.indexOf(chosen.until) < slotIds.indexOf(from) ? { until: from } : {}) })}
        options={options}
      />
      {kind !== "slotRemoved" && (
        <Choice
          label={t("schedule.until")}
          value={chosen.until}
          change={(until) => set({ until })}
          options={options.slice(Math.max(0, slotIds.indexOf(chosen.from)))}
        />
      )}
      <Begin isBusy={start.isPending} isReady={change !== undefined} label={t("schedule.findOut")} />
    </form>
  );
}
