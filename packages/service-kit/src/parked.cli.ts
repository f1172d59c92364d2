import { parkedRequest, usage } from "./parked-command.ts";

// For operators: what waits in a service's parking lot, and what becomes of it.
const request = parkedRequest(process.argv.slice(2));
if (request === undefined) fail(usage);

async function token(): Promise<string> {
  const {
    OPERATOR_TOKEN,
    OPERATOR_EMAIL: email,
    OPERATOR_PASSWORD: password,
    REGISTRY_URL = "http://127.0.0.1:4001",
  } = process.env;
  if (OPERATOR_TOKEN) return OPERATOR_TOKEN;
  const answer = await fetch(new URL("/api/registry/sessions", REGISTRY_URL), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) fail(`Could not sign in as the operator: ${await answer.text()}`);
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const { method, url, body } = request;
const answer = await fetch(url, {
  method,
  headers: { authorization: `Bearer ${await token()}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
}).catch((error: Error) => fail(`The service does not answer at ${url}: ${error.message}`));
const text = await answer.text();
if (!answer.ok) fail(text);
console.log(text === "" ? "done" : JSON.stringify(JSON.parse(text), null, 2));
