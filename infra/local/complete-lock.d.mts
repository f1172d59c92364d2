interface Lock {
  readonly packages: Record<string, { optionalDependencies?: Record<string, string>; dev?: boolean }>;
}
export function missingIn(lock: Lock): { path: string; entry: object }[];
