import "@tanstack/react-query";
import type { Entity } from "../live/entities.ts";

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: {
      /** Kinds of things whose change makes this answer old. */
      follows?: readonly Entity[];
      /** Stays readable without a network. */
      keep?: boolean;
    };
  }
}
