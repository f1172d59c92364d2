import signing from "./signing.module.css";

/** Both halves of an arch; each is drawn when the party on its bank has signed. */
const halves = ["M10 84A60 62 0 0 1 70 22", "M130 84A60 62 0 0 0 70 22"] as const;

const Sheet = ({ side }: { side: "left" | "right" }) => (
  <g className={signing.sheet} data-side={side}>
    <rect x={-9} y={-12} width={18} height={24} rx={1.5} />
    <path d="M-5-6H5M-5-1H5M-5 4H1" />
    <circle cx={5} cy={7} r={2.4} />
  </g>
);

/** The bridge between two parties, and the originals that cross it while there is an exchange to come. */
export function Bridge({ signed, isExchange }: { signed: readonly boolean[]; isExchange?: boolean }) {
  return (
    <li className={signing.bridge} aria-hidden="true" data-exchange={isExchange}>
      <svg viewBox="0 0 140 100" aria-hidden="true">
        <path className={signing.deck} d="M0 84H140" />
        {halves.map((half, bank) => (
          <g key={half}>
            <path className={signing.plan} d={half} />
            <path className={signing.arch} d={half} pathLength={1} data-drawn={signed[bank]} />
          </g>
        ))}
        {isExchange !== undefined && <Sheet side="left" />}
        {isExchange !== undefined && <Sheet side="right" />}
      </svg>
    </li>
  );
}
