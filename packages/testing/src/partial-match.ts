/** What an event may be asked for: any part of its data, at any depth; lists are compared whole. */
export type DeepPartial<Data> = Data extends readonly unknown[]
  ? Data
  : Data extends object
    ? { readonly [Key in keyof Data]?: DeepPartial<Data[Key]> }
    : Data;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether everything named in `part` is so in `whole`. A part that is `undefined` must be absent. */
export function matches(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return Array.isArray(whole) && whole.length === part.length && part.every((item, index) => matches(whole[index], item));
  }
  if (!isRecord(part)) return Object.is(whole, part);
  return isRecord(whole) && Object.entries(part).every(([key, value]) => matches(whole[key], value));
}
