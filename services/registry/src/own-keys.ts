import type { JWTVerifyGetKey } from "jose";

export interface OwnKeys {
  readonly keys: JWTVerifyGetKey;
  use(keys: JWTVerifyGetKey): void;
}

/** The registry verifies tokens with the keys in its own database, which is connected only after the service kit asks for them. */
export function createOwnKeys(): OwnKeys {
  let current: JWTVerifyGetKey = () => Promise.reject(new Error("the registry's keys are not read yet"));
  return {
    keys: (header, token) => current(header, token),
    use: (keys) => {
      current = keys;
    },
  };
}
