import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { currentLanguage, isMarked, keepLanguage, type Language } from "./current-language.ts";

/** One language at a time travels to the browser. */
const messages = {
  en: () => import("./messages/en/index.ts"),
  zh: () => import("./messages/zh/index.ts"),
} satisfies Record<Language, () => Promise<unknown>>;

const bracketed = { type: "postProcessor" as const, name: "marker", process: (value: string) => `⟦${value}⟧` };

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, "translation")) return;
  i18next.addResourceBundle(language, "translation", (await messages[language]()).default);
}

const show = (language: Language) => {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
};

export async function startLanguage(): Promise<void> {
  const language = currentLanguage();
  await i18next
    .use(bracketed)
    .use(initReactI18next)
    .init({
      lng: language,
      resources: {},
      interpolation: { escapeValue: false },
      returnNull: false,
      ...(isMarked() ? { postProcess: ["marker"] } : {}),
    });
  await load(language);
  show(language);
}

export async function chooseLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  await load(language);
  await i18next.changeLanguage(language);
  show(language);
}
