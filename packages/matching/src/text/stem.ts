// A map, not an object: people write "constructor" too.
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    men: "man",
    mens: "man",
    women: "woman",
    womens: "woman",
    children: "child",
    childrens: "child",
    kids: "kid",
    knives: "knife",
    shelves: "shelf",
    leaves: "leaf",
    scarves: "scarf",
    feet: "foot",
    teeth: "tooth",
    mice: "mouse",
  }),
);

const vowel = /[aeiouy]/;

/**
 * A light English stemmer: plural, -ing and -ed only. It merges less than Porter's, so that "denim" and "demi" or
 * "general" and "generator" stay apart; what it misses, subwords catch.
 */
export function stem(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return undouble(withoutParticiple(withoutPlural(word)));
}

function withoutPlural(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|us|is)$/.test(word)) return word;
  if (/(xes|ches|shes|sses|zes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

function withoutParticiple(word: string): string {
  for (const ending of ["ing", "ed"]) {
    const rest = word.slice(0, -ending.length);
    if (word.endsWith(ending) && rest.length >= 4 && vowel.test(rest)) return rest;
  }
  return word;
}

function undouble(word: string): string {
  const last = word.at(-1);
  if (last === "e" && word.length > 4) return word.slice(0, -1);
  return last === word.at(-2) && last !== "s" && last !== "l" ? word.slice(0, -1) : word;
}
