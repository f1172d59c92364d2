import { readFile } from "node:fs/promises";
import type { Operation } from "@rialto/contracts/kernel/operation";
import type { RefusalCatalog } from "@rialto/contracts/kernel/refusal";

export interface ReadmePromises {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly refusals: RefusalCatalog;
  /** Public events that the service's stores write. */
  readonly eventsOut: readonly { readonly type: string }[];
  /** Those that it reacts to. */
  readonly eventsIn: readonly { readonly type: string }[];
}

/** What a service's README does not name in back quotes: operations, refusal codes, events out and in. Empty when all is there. */
export async function missingInReadme(readme: URL, promises: ReadmePromises): Promise<string[]> {
  const text = await readFile(readme, "utf8");
  const names = [
    ...Object.keys(promises.operations),
    ...Object.keys(promises.refusals),
    ...[...promises.eventsOut, ...promises.eventsIn].map(({ type }) => type),
  ];
  return names.filter((name) => !text.includes(`\`${name}\``));
}

/** Files that a README links to and that are not there. */
export async function deadLinks(readme: URL): Promise<string[]> {
  const text = await readFile(readme, "utf8");
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = ""]) => link);
  const checked = await Promise.all(
    links.map(async (link) => {
      const found = await readFile(new URL(link, readme)).then(
        () => true,
        (error: NodeJS.ErrnoException) => error.code === "EISDIR",
      );
      return found ? [] : [link];
    }),
  );
  return checked.flat();
}
