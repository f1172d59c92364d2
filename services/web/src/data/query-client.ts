import { createSyncStoragePersister } from "@tanstack/query-sync-storage-persister";
import { QueryClient } from "@tanstack/react-query";
import type { PersistQueryClientOptions } from "@tanstack/react-query-persist-client";

const THREE_DAYS_MS = 3 * 24 * 3_600_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    // The client repeats lost calls itself, and says so when nothing answers: screens then show what they have.
    queries: { networkMode: "always", retry: false, staleTime: 15_000, refetchOnWindowFocus: true, refetchOnReconnect: true },
    mutations: { networkMode: "always", retry: false },
  },
});

const storage = createSyncStoragePersister({ storage: window.localStorage, key: "rialto.kept", throttleTime: 500 });

/** What stays readable without a network: only what a screen marked with `keep`. */
export const kept: Omit<PersistQueryClientOptions, "queryClient"> = {
  persister: storage,
  maxAge: THREE_DAYS_MS,
  buster: "1",
  dehydrateOptions: {
    shouldDehydrateQuery: ({ meta, state }) => meta?.keep === true && state.status === "success",
    shouldDehydrateMutation: () => false,
  },
};

/** Another person, or nobody: nothing of the one before stays. */
export function forgetAll(): void {
  queryClient.clear();
  storage.removeClient();
}
