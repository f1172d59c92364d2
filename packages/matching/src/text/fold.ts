import { simplify } from "./simplified.ts";

/** Longer texts are read up to here: a profile's meaning is in its first pages, and the cost of one text stays bounded. */
export const textLimit = 20_000;

const marks = /\p{M}+/gu;

/** One writing for one meaning: compatibility forms, width, case, accents and traditional characters are folded away. */
export function fold(text: string): string {
  const read = text.length > textLimit ? text.slice(0, textLimit) : text;
  const compatible = read.toWellFormed().normalize("NFKC").toLowerCase();
  const plain = isAscii(compatible) ? compatible : compatible.normalize("NFD").replace(marks, "").normalize("NFC");
  return simplify(plain);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
