import { isMarked } from "../language/current-language.ts";
import en from "../language/messages/en/stage.json";
import zh from "../language/messages/zh/stage.json";

export type StageWord = keyof typeof en.screen;

export interface InBoth {
  readonly zh: string;
  readonly en: string;
}

const mark = (text: string): string => (isMarked() ? `⟦${text}⟧` : text);

/** The big screen speaks both languages at once, whatever this browser's language is. */
export const word = (key: StageWord): InBoth => ({ zh: mark(zh.screen[key]), en: mark(en.screen[key]) });
