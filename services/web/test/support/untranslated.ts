import type { Page } from "playwright-core";

/** A status or a kind as the services call it: a screen that shows it as it is has forgotten its word. */
const isIdentifier = (text: string): boolean => /^[a-z]+([A-Z][a-z]*)*$/.test(text);

/** Every text in an answer but statuses and kinds; what stands in a list is somebody's word. */
function* textsIn(value: unknown, isListed = false): Generator<string> {
  if (typeof value === "string" && value.length > 1 && (isListed || !isIdentifier(value))) yield value;
  if (Array.isArray(value)) for (const part of value) yield* textsIn(part, true);
  else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) yield* textsIn(part);
}

/** Everything that the services tell this page from now on: names, codes, messages. Growing while the page is used. */
export function toldBy(page: Page): ReadonlySet<string> {
  const told = new Set<string>();
  page.on("response", async (answer) => {
    if (!answer.url().includes("/api/")) return;
    const body: unknown = await answer.json().catch(() => undefined);
    for (const text of textsIn(body)) told.add(text);
  });
  return told;
}

/**
 * What stands on a page outside of the marker language's brackets, texts and labels alike. Names and other data say of
 * themselves that they are not to be translated; of everything else one letter is enough to be found. Labels have no
 * such mark: there what the services have told is data.
 */
export const untranslated = (page: Page, told: ReadonlySet<string> = new Set()): Promise<string[]> =>
  page.evaluate(
    (data) => {
      const withoutData = (text: string) => data.reduce((rest, one) => rest.replaceAll(one, ""), text);
      const isData = (element: Element | null) => element?.closest('[translate="no"], script, style, noscript') != null;
      const isBlock = (element: Element) => !/^(inline|contents)/.test(getComputedStyle(element).display);
      const blockOf = (element: Element): Element =>
        isBlock(element) || element.parentElement === null ? element : blockOf(element.parentElement);
      /** Without what is in brackets; a message may run over several pieces of text in one block. */
      const outside = (text: string, open: number): [rest: string, open: number] => {
        let [rest, depth] = ["", open];
        for (const character of text) {
          if (character === "⟦") depth++;
          else if (character === "⟧") depth--;
          else if (depth <= 0) rest += character;
        }
        return [rest, depth];
      };
      const found: string[] = [];
      /** Capitals and digits alone are a code. */
      const isWord = (text: string) => /[\p{Ll}\p{Lo}]/u.test(text);
      const note = (where: string, text: string) => {
        if (isWord(text) && isWord(withoutData(text))) found.push(`${where}: ${text.trim().slice(0, 80)}`);
      };
      let [block, open] = [document.body as Element, 0];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent === null || isData(parent) || !parent.checkVisibility()) continue;
        if (blockOf(parent) !== block) [block, open] = [blockOf(parent), 0];
        const [rest, depth] = outside(node.textContent ?? "", open);
        open = depth;
        note(parent.tagName.toLowerCase(), rest);
      }
      for (const name of ["aria-label", "placeholder", "title", "alt", "aria-description", "aria-valuetext"])
        for (const element of document.querySelectorAll(`[${name}]`))
          if (!isData(element)) note(`@${name}`, outside(element.getAttribute(name) ?? "", 0)[0]);
      note("title of the window", outside(document.title.replace("Rialto", ""), 0)[0]);
      return [...new Set(found)];
    },
    [...told].toSorted((one, other) => other.length - one.length),
  );
