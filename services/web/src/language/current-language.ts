export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

const KEY = "rialto.language";

/** Every message in brackets: what stands outside of them on a screen is not translated. For tests. */
export const isMarked = (): boolean => localStorage.getItem(KEY) === "marker";

/** What the person chose here, or what the browser asks for. */
export function currentLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === "en" || kept === "zh") return kept;
  if (kept === "marker") return "en";
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith("zh")) ? "zh" : "en";
}

export const keepLanguage = (language: Language): void => localStorage.setItem(KEY, language);
