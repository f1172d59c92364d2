/** What an operator types: `list`, `show`, `replay` or `drop`, and whose messages. */
export const usage = `npm run parked -- <service url> list
npm run parked -- <service url> show <handler> <topic> <key>
npm run parked -- <service url> replay <handler> <topic> <key>
npm run parked -- <service url> drop <handler> <topic> <key> <id>

The service's own address (for the gateway: its operations port). Signs in with OPERATOR_EMAIL and OPERATOR_PASSWORD at
REGISTRY_URL, or takes OPERATOR_TOKEN.`;

export interface ParkedRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly body?: Readonly<Record<string, string>>;
}

/** The request behind a command line; `undefined` when it is none. */
export function parkedRequest([service, verb, handler = "", topic = "", key, id]: readonly string[]): ParkedRequest | undefined {
  if (service === undefined || !URL.canParse(service)) return undefined;
  const at = (path: string) => new URL(`/internal/parked${path}`, service).href;
  if (verb === "list") return { method: "GET", url: at("") };
  if (key === undefined) return undefined;
  if (verb === "show") return { method: "GET", url: `${at("/messages")}?${new URLSearchParams({ handler, topic, key })}` };
  if (verb === "replay") return { method: "POST", url: at("/replay"), body: { handler, topic, key } };
  if (verb === "drop" && id !== undefined) return { method: "POST", url: at("/drop"), body: { handler, topic, key, id } };
  return undefined;
}
