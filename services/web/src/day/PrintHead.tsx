import { Name } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { useFairDays } from "./use-fair-days.ts";

/** On paper only: whose day it is, which one, and at which fair. */
export function PrintHead({ day }: { day: number }) {
  const { fair, format, person, organizationId } = usePlace();
  const days = useFairDays();
  const first = fair.slots.find(({ slotId }) => days.get(slotId) === day);
  const organization = person.grants.find((grant) => grant.organizationId === organizationId)?.organizationName;
  return (
    <div className="print-only">
      <h2>{first !== undefined && format.day(first.startsAt)}</h2>
      <p>
        <Name of={person.name} /> · <Name of={organization} />
      </p>
      <p>
        <Name of={fair.name} /> · <Name of={fair.place} />
      </p>
    </div>
  );
}
