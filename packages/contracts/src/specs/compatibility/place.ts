import { isObject, type Json, type JsonObject } from "../json.ts";

/** A schema, the document it lies in, and what it is called in findings. */
export interface Place {
  readonly schema: Json | undefined;
  readonly root: JsonObject;
  readonly where: string;
}

export interface Resolved {
  readonly schema: JsonObject;
  readonly root: JsonObject;
  readonly where: string;
  /** Of the reference that led here; tells whether a schema contains itself. */
  readonly reference?: string;
}

function lookUp(root: JsonObject, reference: string): Json | undefined {
  const steps = reference.replace(/^#\//, "").split("/");
  return steps.reduce<Json | undefined>((inner, step) => {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    return isObject(inner) ? inner[name] : undefined;
  }, root);
}

/** Follows references. Throws when one leads nowhere: then the document itself is broken. */
export function resolve({ schema, root, where }: Place): Resolved {
  if (schema === undefined || typeof schema === "boolean") return { schema: {}, root, where };
  if (!isObject(schema)) throw new Error(`${where}: not a schema`);
  if (typeof schema.$ref !== "string") return { schema, root, where };
  const target = lookUp(root, schema.$ref);
  if (target === undefined) throw new Error(`${where}: ${schema.$ref} leads nowhere`);
  return { ...resolve({ schema: target, root, where }), reference: schema.$ref };
}

export const inside = ({ root, where }: Resolved, schema: Json | undefined, name: string): Place => ({
  schema,
  root,
  where: `${where}${name}`,
});
