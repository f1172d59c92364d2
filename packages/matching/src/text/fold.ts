import { simplify } from "./simplified.ts";

/** Longer texts are read up to here: a profile's meaning is in its first pages, and the cost of one text stays bounded. */
export const textLimit = 20_000;

const marks = /\p{M}+/gu;
// Characters that have no accent, no width and no other form: most texts have no others, and are spared three normalizations.
const plain = /^[\t\n\r -~‘’“”、。\u4e00-\u9fff]*$/;

/** Whether a text has nothing but ASCII, the usual Chinese characters and their commonest punctuation. */
export const isPlain = (text: string): boolean => plain.test(text);

export const readable = (text: string): string => (text.length > textLimit ? text.slice(0, textLimit) : text);

/** One writing for one meaning: compatibility forms, width, case, accents and traditional characters are folded away. */
export function fold(text: string): string {
  const read = readable(text);
  return simplify(isPlain(read) ? read.toLowerCase() : withoutForms(read));
}

function withoutForms(text: string): string {
  const compatible = text.toWellFormed().normalize("NFKC").toLowerCase();
  return isPlain(compatible) ? compatible : compatible.normalize("NFD").replace(marks, "").normalize("NFC");
}
