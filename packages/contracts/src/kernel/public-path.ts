import type { Operation } from "./operation.ts";

/** Where an operation is found, the same behind the gateway as on the service itself. `internal` is never forwarded. */
export const publicPath = ({ context, path }: Pick<Operation, "context" | "path">): string =>
  context === "internal" ? `/internal${path}` : `/api/${context}${path}`;
