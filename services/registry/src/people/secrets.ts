import { createHash, randomBytes } from "node:crypto";

/** 256 random bits; nothing about it can be guessed, so a plain hash of it is safe to keep. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const hashOfSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url");
