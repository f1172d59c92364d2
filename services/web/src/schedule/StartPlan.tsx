import { startScheduleRun } from "@rialto/contracts/matchmaking/schedule-run-operations";
import type { ScheduleRules, ScheduleWishes } from "@rialto/contracts/matchmaking/schedule-run-values";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useCommand } from "../data/use-command.ts";
import { usePlace } from "../session/place.tsx";
import shared from "../shared/shared.module.css";
import { Begin, Choice, Fields, NumberField, numberOf, Tick } from "./fields.tsx";
import styles from "./schedule.module.css";
import { useSlots } from "./use-slots.ts";

const budgets = ["10", "30", "60", "300"] as const;
const scores = ["0.8", "0.7", "0.6", "0.5"] as const;
const walks = ["withinZone", "withinHall", "betweenHalls", "withinSlot"] as const;

type Preferences = ScheduleWishes["preferences"];

const nothing = { perDay: "", inARow: "", budget: "30", withinZone: "0", withinHall: "0", betweenHalls: "0", withinSlot: "0" };
type Numbers = typeof nothing;

function rulesOf(numbers: Numbers, days: readonly number[] | undefined): Partial<ScheduleRules> {
  const [perDay, inARow] = [numberOf(numbers.perDay), numberOf(numbers.inARow)];
  const [withinZone = 0, withinHall = 0, betweenHalls = 0, withinSlot = 0] = walks.map((walk) => numberOf(numbers[walk]));
  return {
    budgetSeconds: Number(numbers.budget),
    walking: { withinZone, withinHall, betweenHalls, withinSlot },
    ...(perDay === undefined ? {} : { maxPerPersonPerDay: perDay }),
    ...(inARow === undefined ? {} : { maxInARow: inARow }),
    ...(days === undefined ? {} : { days: [...days] }),
  };
}

/** Which wishes, which rules: with what most fairs want already chosen. */
export function StartPlan() {
  const { t } = useTranslation();
  const { fairId, format } = usePlace();
  const navigate = useNavigate();
  const { days } = useSlots();
  const [requests, setRequests] = useState(true);
  const [preferences, setPreferences] = useState<Preferences>("mutual");
  const [score, setScore] = useState("");
  const [without, setWithout] = useState<readonly number[]>([]);
  const [numbers, setNumbers] = useState(nothing);
  const set = (name: keyof Numbers) => (value: string) => setNumbers({ ...numbers, [name]: value });
  const start = useCommand(startScheduleRun, {
    touches: ["scheduleRun"],
    onDone: ({ runId }) => void navigate(`/schedule/${runId}`),
  });
  const used = days.map(({ day }) => day).filter((day) => !without.includes(day));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wishes = { requests, preferences, ...(score === "" ? {} : { recommendedFrom: Number(score) }) };
    start.mutate({ params: { fairId }, body: { wishes, rules: rulesOf(numbers, without.length === 0 ? undefined : used) } });
  };
  return (
    <form className={shared.field} onSubmit={submit}>
      <Fields title={t("schedule.wishes")}>
        <Tick label={t("schedule.wish.requests")} checked={requests} change={setRequests} />
        <Choice
          label={t("schedule.preferences")}
          value={preferences}
          change={(value) => setPreferences(value as Preferences)}
          options={(["mutual", "oneSided", "none"] as const).map((value) => ({ value, label: t(`schedule.prefer.${value}`) }))}
        />
        <Choice
          label={t("schedule.recommendations")}
          value={score}
          change={setScore}
          options={[
            { value: "", label: t("schedule.noRecommendations") },
            ...scores.map((value) => ({ value, label: t("schedule.fromScore", { score: format.percent(Number(value)) }) })),
          ]}
        />
      </Fields>
      <Fields title={t("schedule.rules")}>
        {days.length > 1 && (
          <div className={styles.ticks} role="group" aria-label={t("schedule.days")}>
            {days.map(({ day, name }) => (
              <Tick
                key={day}
                label={name}
                checked={!without.includes(day)}
                change={(isUsed) => setWithout(isUsed ? without.filter((one) => one !== day) : [...without, day])}
              />
            ))}
          </div>
        )}
        <div className={styles.numbers}>
          <NumberField
            label={t("schedule.perDay")}
            value={numbers.perDay}
            change={set("perDay")}
            least={1}
            placeholder={t("schedule.noLimit")}
          />
          <NumberField
            label={t("schedule.inARow")}
            value={numbers.inARow}
            change={set("inARow")}
            least={1}
            placeholder={t("schedule.noLimit")}
          />
        </div>
        <Choice
          label={t("schedule.budget")}
          value={numbers.budget}
          change={set("budget")}
          options={budgets.map((value) => ({ value, label: t("schedule.upTo", { count: Number(value) }) }))}
        />
        <details className={styles.details}>
          <summary>{t("schedule.walking")}</summary>
          <div className={styles.numbers}>
            {walks.map((walk) => (
              <NumberField key={walk} label={t(`schedule.walk.${walk}`)} value={numbers[walk]} change={set(walk)} />
            ))}
          </div>
        </details>
      </Fields>
      <Begin isBusy={start.isPending} isReady={used.length > 0} label={t("schedule.calculate")} />
    </form>
  );
}
