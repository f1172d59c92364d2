import type { Changed } from "@rialto/contracts/gateway/realtime";

/** What an answer of a service can be about; `notification` is what a person was told. */
export type Entity = Changed["entity"] | "notification";
