import { lazy, Suspense, useState } from "react";
import type { Localized } from "../language/names.tsx";
import { useWhenIdle } from "../shared/use-when-idle.ts";

export interface Wanted {
  readonly organizationId: string;
  readonly name: Localized | undefined;
  /** Chosen already. */
  readonly slotId?: string;
}

const load = () => import("./AskModal.tsx");
const AskModal = lazy(load);

/** The question with its times and words. Fetched once the screen behind it stands, so that it is there at the first tap. */
export function AskDialog({ wanted, close }: { wanted: Wanted | undefined; close: () => void }) {
  useWhenIdle(load);
  const [wasWanted, note] = useState(false);
  if (wanted !== undefined && !wasWanted) note(true);
  return <Suspense fallback={null}>{(wasWanted || wanted !== undefined) && <AskModal wanted={wanted} close={close} />}</Suspense>;
}
