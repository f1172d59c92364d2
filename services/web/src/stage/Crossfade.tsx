import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { shrinkToFit } from "./shrink-to-fit.ts";
import styles from "./stage.module.css";

/** As long as the slower of the two fades. */
const FADE_MS = 700;

interface Layer {
  readonly id: number;
  readonly picture: string;
  readonly children: ReactNode;
}

/** While one picture comes, the one before goes; a screen never jumps and is never empty. */
export function Crossfade({ picture, children }: { picture: string; children: ReactNode }) {
  const last = useRef<Layer>({ id: 0, picture, children });
  const [leaving, setLeaving] = useState<Layer>();
  useLayoutEffect(() => {
    const { id, picture: before } = last.current;
    if (before !== picture) setLeaving(last.current);
    last.current = { id: before === picture ? id : id + 1, picture, children };
  }, [picture, children]);
  useEffect(() => {
    if (leaving === undefined) return;
    const timer = setTimeout(() => setLeaving(undefined), FADE_MS);
    return () => clearTimeout(timer);
  }, [leaving]);
  const coming = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fit = () => coming.current !== null && shrinkToFit(coming.current);
    fit();
    window.addEventListener("resize", fit);
    return () => window.removeEventListener("resize", fit);
  });
  return (
    <>
      {leaving !== undefined && (
        <div key={leaving.id} className={styles.leaving} aria-hidden="true" inert>
          {leaving.children}
        </div>
      )}
      <div key={picture} ref={coming} className={styles.coming}>
        {children}
      </div>
    </>
  );
}
