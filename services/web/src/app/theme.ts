import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** Harbour water: from the lightest to the darkest. */
const harbour: MantineColorsTuple = [
  "#e8f4f6",
  "#d3e6ea",
  "#a6cdd5",
  "#76b2be",
  "#4f9cab",
  "#318d9f",
  "#1c7586",
  "#0b5563",
  "#084652",
  "#043740",
];

/** Lacquer: dark enough in its filled shades that white words on it are read. */
const red: MantineColorsTuple = [
  "#fff1ef",
  "#fbe0dc",
  "#f6bdb6",
  "#f1978d",
  "#ea756a",
  "#df5348",
  "#c23328",
  "#b02a20",
  "#94211a",
  "#741813",
];

/** The greys of the dark theme, with the harbour's tint. */
const dark: MantineColorsTuple = [
  "#e8eeec",
  "#c5d0cc",
  "#a3b1ad",
  "#71817d",
  "#3f4f4b",
  "#2a3634",
  "#1e2827",
  "#161e1d",
  "#0e1413",
  "#090d0c",
];

export const theme = createTheme({
  primaryColor: "harbour",
  primaryShade: { light: 7, dark: 6 },
  colors: { harbour, red, dark },
  fontFamily: "var(--font)",
  headings: { fontFamily: "var(--font)" },
  defaultRadius: 8,
  autoContrast: true,
  luminanceThreshold: 0.35,
  respectReducedMotion: true,
  cursorType: "pointer",
});
