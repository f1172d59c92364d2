/** Line drawings on a grid of 24, drawn for Rialto. */
const paths = {
  now: "M12 3v3M12 18v3M3 12h3M18 12h3M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z",
  day: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3M13 17h3",
  find: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.5 15.5 21 21",
  booth: "M4 10 6 4h12l2 6M4 10v10h16V10M4 10h16M10 20v-6h4v6",
  company: "M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3",
  bell: "M6 17V11a6 6 0 0 1 12 0v6M4 17h16M10 21h4",
  user: "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4 21c0-4 4-6 8-6s8 2 8 6",
  floor: "M4 4h16v16H4zM4 12h9M13 4v16M13 15h7",
  numbers: "M4 20V10M10 20V4M16 20v-7M21 20H3",
  merchants: "M9 12l2 2 4-5M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z",
  stage: "M3 5h18v11H3zM8 20h8M12 16v4",
  check: "M5 12.5 10 17.5 19 7",
  cross: "M6 6l12 12M18 6 6 18",
  clock: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 8v4l3 2",
  pin: "M12 21s7-6 7-11a7 7 0 1 0-14 0c0 5 7 11 7 11ZM12 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z",
  qr: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v2M14 20h2M18 18h2v2",
  cloud: "M4 4 20 20M8 8a5 5 0 0 0-1 9h10M11 6a5 5 0 0 1 6 5 3.5 3.5 0 0 1 3 5",
  print: "M7 8V3h10v5M5 17H3V9h18v8h-2M7 14h10v7H7z",
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  up: "M5 15l7-7 7 7",
  down: "M5 9l7 7 7-7",
  warn: "M12 4 2.5 20h19zM12 10v4M12 17v.5",
  hourglass: "M7 3h10M7 21h10M8 3c0 5 3 6 4 9 1-3 4-4 4-9M8 21c0-5 3-6 4-9 1 3 4 4 4 9",
  slash: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM6.5 6.5l11 11",
  spark: "M12 3l2 6 6 2-6 2-2 8-2-8-6-2 6-2z",
  pen: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  table: "M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14",
  out: "M14 4h6v16h-6M10 8l-4 4 4 4M6 12h9",
  moon: "M20 14a8 8 0 1 1-10-10 7 7 0 0 0 10 10Z",
  globe: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM4 12h16M12 4c-5 5-5 11 0 16M12 4c5 5 5 11 0 16",
  plaque: "M5 4h14v11H5zM8 8h8M8 11h5M12 15v5M8 20h8",
} as const;

export type IconName = keyof typeof paths;

/** A picture beside words: never the only carrier of a meaning, so it is silent for screen readers. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      aria-hidden="true"
      focusable="false"
      style={{ flexShrink: 0 }}
    >
      <path d={paths[name]} stroke="currentColor" strokeWidth={1.7} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
