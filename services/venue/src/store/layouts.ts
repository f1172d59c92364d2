import { createStore } from "@rialto/persistence/store";
import type { Store } from "@rialto/persistence/store.types";
import type { Connection } from "mongoose";
import { evolveLayout, type Layout, type LayoutEvent, layoutDefinitions, noLayout } from "../domain/layout.ts";

export type Layouts = Store<Layout, LayoutEvent>;

export const createLayouts = (connection: Connection): Layouts =>
  createStore<Layout, LayoutEvent>(connection, {
    name: "layouts",
    context: "venue",
    definitions: layoutDefinitions,
    initial: noLayout,
    evolve: evolveLayout,
    indexes: [{ name: "code", fields: { "state.fairId": 1, "state.codes": 1 }, unique: true }],
  });
