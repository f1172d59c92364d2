import type { Question } from "./match-thread.ts";

export interface ThreadData {
  readonly url: string;
  readonly database: string;
  readonly replica: string;
}

export type ToThread =
  | { readonly kind: "ask"; readonly id: number; readonly question: Question; readonly input: readonly unknown[] }
  | { readonly kind: "stop" };

export type FromThread =
  | { readonly kind: "started" }
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly message: string }
  | { readonly kind: "mark"; readonly number: number }
  | { readonly kind: "following"; readonly isFollowing: boolean }
  | { readonly kind: "lost"; readonly message: string }
  | { readonly kind: "setAside"; readonly about: string; readonly message: string };
