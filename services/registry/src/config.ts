import { Email, Password } from "@rialto/contracts/registry/shapes";
import { serviceConfig } from "@rialto/service-kit/config";
import { z } from "zod";

const days = z.coerce.number().int().positive().max(365);

export const registryConfig = serviceConfig("registry", 4001).extend({
  /** Short, because other services trust a token without asking. */
  ACCESS_TOKEN_SECONDS: z.coerce.number().int().min(30).max(3_600).default(300),
  /** From sign-in on; refreshing does not extend it. */
  REFRESH_TOKEN_DAYS: days.default(30),
  INVITATION_DAYS: days.default(14),
  SIGNING_KEY_ROTATE_DAYS: days.default(30),
  /** Hashes computed at once; each takes 19 MiB while it runs. */
  PASSWORD_HASHES_AT_ONCE: z.coerce.number().int().min(1).max(64).default(2),
  /** Both or neither: the operator's account is made at start, or gets this password. There is no default password. */
  OPERATOR_EMAIL: Email.optional(),
  OPERATOR_PASSWORD: Password.optional(),
});

export type RegistryConfig = Readonly<z.output<typeof registryConfig>>;
