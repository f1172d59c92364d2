import type { JsonObject } from "../json.ts";
import { compareAsyncApi } from "./compare-asyncapi.ts";
import { compareOpenApi } from "./compare-openapi.ts";

/**
 * Every way in which a specification breaks those who know only its last release; none: it may be released. Additions pass
 * (operations, events, optional fields, values, wider bounds); a removal or another meaning needs a new version beside the old.
 */
export const compareSpecs = (released: JsonObject, current: JsonObject | undefined): string[] => {
  if (current === undefined) return ["the whole specification is gone"];
  return "asyncapi" in released ? compareAsyncApi(released, current) : compareOpenApi(released, current);
};
