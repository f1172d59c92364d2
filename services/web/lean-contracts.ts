import type { Plugin } from "vite";

/** What only specs, services and tests read of a declaration. */
const unread = new Set(["example", "summary", "description", "refusals"]);
const declaring = new Set(["defineOperation", "defineEvent"]);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const constantsOf = (program: Node): readonly Node[] =>
  (program.body as Node[])
    .map((statement) =>
      statement.type === "ExportNamedDeclaration" && statement.declaration !== null ? (statement.declaration as Node) : statement,
    )
    .filter(({ type }) => type === "VariableDeclaration")
    .flatMap(({ declarations }) => declarations as Node[]);

/** `example: …` and its like, with the comma behind it. */
function unreadOf(value: Node, code: string): readonly Edit[] {
  if (value.type !== "CallExpression" || !declaring.has((value.callee as Node).name as string)) return [];
  const [declaration] = value.arguments as Node[];
  if (declaration?.type !== "ObjectExpression") return [];
  return (declaration.properties as Node[])
    .filter(({ type, key }) => type === "Property" && unread.has((key as Node).name as string))
    .map(({ start, end }) => ({ start, end: end + (/^\s*,/.exec(code.slice(end))?.[0].length ?? 0), text: "" }));
}

/** Says that nobody misses the constant when nobody names it: a bundler cannot know that of `z.object({ … })`. */
const unlessNamed = ({ start, end }: Node): readonly Edit[] => [
  { start, end: start, text: "/* @__PURE__ */ (() => (" },
  { start: end, end, text: "))()" },
];

/** The module without what the pages never read, and with each constant left out unless somebody names it. */
export function lean(code: string, program: Node): string {
  const edits = constantsOf(program)
    .map(({ init }) => init as Node | null)
    .filter((init) => init !== null && !init.type.endsWith("FunctionExpression") && init.type !== "Literal")
    .flatMap((init) => [...unlessNamed(init as Node), ...unreadOf(init as Node, code)])
    .toSorted((one, other) => one.start - other.start || one.end - other.end);
  let from = 0;
  let text = "";
  for (const edit of edits) {
    text += code.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return text + code.slice(from);
}

/** The contracts say more than a phone needs: whole example answers, sentences for the specs, operations of other screens. */
export const leanContracts = (): Plugin => ({
  name: "lean-contracts",
  apply: "build",
  enforce: "post",
  transform(code, id) {
    if (!id.includes("/packages/contracts/src/")) return undefined;
    return { code: lean(code, this.parse(code) as unknown as Node), map: null };
  },
});
