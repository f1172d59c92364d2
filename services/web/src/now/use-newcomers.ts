import { useEffect, useState } from "react";
import { onNotification } from "../live/live.ts";

const nobody: ReadonlySet<string> = new Set();

/** Organizations that were announced as a match while this screen was open. */
export function useNewcomers(): ReadonlySet<string> {
  const [ids, setIds] = useState(nobody);
  useEffect(
    () =>
      onNotification(({ content }) => {
        if (content.kind === "matchAppeared") setIds((known) => new Set([...known, content.other.organizationId]));
      }),
    [],
  );
  return ids;
}
