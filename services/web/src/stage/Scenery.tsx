import styles from "./scenery.module.css";

const SPARKS = Array.from({ length: 36 }, (_, index) => index);

/** A spread of numbers that looks random and is the same at each drawing. */
const scattered = (index: number, factor: number): number => ((index * factor) % 97) / 97;

/** What stands behind every picture: harbour water at night under the arches of a bridge. */
export function Scenery({ isFestive }: { isFestive: boolean }) {
  return (
    <div className={styles.scenery} data-festive={isFestive} aria-hidden="true">
      <div className={styles.glow} />
      <div className={styles.warmth} />
      <svg aria-hidden="true" className={styles.bridge} viewBox="0 0 1600 420" preserveAspectRatio="xMidYMax slice">
        {[0, 46, 92].map((inset) => (
          <path key={inset} d={`M${-60 + inset} 430 A860 ${400 - inset} 0 0 1 ${1660 - inset} 430`} />
        ))}
      </svg>
      {isFestive && (
        <div className={styles.sparks}>
          {SPARKS.map((index) => (
            <i
              key={index}
              style={{
                left: `${scattered(index, 37) * 100}%`,
                animationDelay: `${-scattered(index, 53) * 7}s`,
                animationDuration: `${5 + scattered(index, 71) * 4}s`,
                scale: 0.5 + scattered(index, 29),
              }}
            />
          ))}
        </div>
      )}
    </div>
  );
}
