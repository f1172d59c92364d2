import { useMemo } from "react";
import { dayOfSlot } from "../day/meetings.ts";
import { usePlace } from "../session/place.tsx";

/** The slots that are still to come, and the days they are on with their number and name. */
export function useSlots() {
  const { fair, format } = usePlace();
  return useMemo(() => {
    const coming = fair.slots.filter(({ startsAt }) => Date.parse(startsAt) > Date.now());
    const days = [...Map.groupBy(coming, ({ slotId }) => dayOfSlot(slotId))].map(([day, slots]) => ({
      day,
      name: slots[0] === undefined ? "" : format.day(slots[0].startsAt),
    }));
    const options = coming.map(({ slotId, startsAt }) => ({
      value: slotId,
      label: `${format.day(startsAt)} ${format.time(startsAt)}`,
    }));
    return { coming, days, options };
  }, [fair.slots, format]);
}
