import { z } from "zod";

const Environment = z.object({
  GATEWAY_URL: z.url(),
  OPERATOR_EMAIL: z.email(),
  OPERATOR_PASSWORD: z.string().min(1),
  /** Where the demo accounts are written down for the launcher to print. */
  SEED_FILE: z.string().optional(),
});

const Scale = z.coerce.number().int().min(1).max(20);

export type SeedOptions = z.infer<typeof Environment> & { readonly scale: number };

/** Reads environment and arguments; throws a sentence that says which is wrong. */
export function seedOptions(env: Readonly<Record<string, string | undefined>>, args: readonly string[]): SeedOptions {
  const at = args.indexOf("--scale");
  const scale = Scale.safeParse(at === -1 ? 1 : args[at + 1]);
  if (!scale.success) throw new Error("--scale takes a whole number from 1 to 20.");
  const environment = Environment.safeParse(env);
  if (!environment.success)
    throw new Error(`The seed needs ${environment.error.issues.map(({ path }) => path.join(".")).join(", ")}.`);
  return { ...environment.data, scale: scale.data };
}
