/** Crockford's base 32 without the letters that are misread (I, L, O, U). */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `XXXX-XXXX-XXXX-XXXX` from 80 random bits (10 bytes): nobody guesses one of a million codes in a lifetime. */
export function verificationCode(random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError("a verification code takes 10 bytes");
  let bits = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let code = "";
  for (let place = 0; place < 16; place++) {
    code = ALPHABET[Number(bits & 31n)] + code;
    bits >>= 5n;
  }
  return (code.match(/.{4}/g) as string[]).join("-");
}

/** A code as it was typed: small letters, spaces, O for 0 and I or L for 1 are forgiven. */
export const asTyped = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1")
    .replace(/(.{4})(?=.)/g, "$1-");
