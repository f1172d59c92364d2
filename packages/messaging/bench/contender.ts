export interface Contender {
  readonly name: string;
  /** Called with the number of each event that has been handled. */
  onHandled: (n: number) => void;
  send(n: number): Promise<void>;
  flood(from: number, count: number): Promise<void>;
  close(): Promise<void>;
}

export const text = "x".repeat(300);

export const keyOf = (n: number) => `key-${n % 64}`;
