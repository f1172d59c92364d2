import type { Ceremony } from "./show.ts";

export function RunEditor({ close }: { ceremony: Ceremony; took: (ceremony: Ceremony) => void; close: () => void }) {
  return <button type="button" onClick={close} />;
}
