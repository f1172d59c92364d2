import { newId } from "@rialto/contracts/kernel/ids";
import { given } from "@rialto/testing/given";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appendEntry, verifyTrail } from "./audit-trail.ts";
import { canonicalJson } from "./canonical-json.ts";
import { certifiedSubject, evolveCertificate, type IssuedCertificate, issueCertificate, noCertificate } from "./certificate.ts";
import { ceremonyId, fairId, items, now, released } from "./examples.ts";
import { asTyped, verificationCode } from "./verification-code.ts";
import { verifyCertificate } from "./verify-certificate.ts";

const agreement = released();
const certified = certifiedSubject(items.signing(agreement), agreement as never);
const command = {
  certificateId: newId(),
  fairId,
  ceremonyId,
  itemId: newId(),
  certified: certified as NonNullable<typeof certified>,
  trail: agreement.trail,
  verificationCode: verificationCode(new Uint8Array(10).fill(7)),
  now,
};
const issued = issueCertificate(command, noCertificate).reduce(evolveCertificate, noCertificate) as IssuedCertificate;

describe("a certificate", () => {
  test("is issued once, however often its item is said to be done", () => {
    given(issued as never)
      .when(issueCertificate, { ...command, verificationCode: "OTHER" })
      .thenNothing();
  });

  test("is valid as issued, also against the head printed on it", () => {
    expect(verifyCertificate(issued)).toEqual({ verdict: "valid" });
    expect(verifyCertificate(issued, issued.trailHead.slice(0, 12).toUpperCase())).toEqual({ verdict: "valid" });
  });

  test("speeches and photographs have none", () => {
    expect([items.speech, items.photo].map((item) => certifiedSubject(item, undefined))).toEqual([undefined, undefined]);
  });

  const entries = issued.trail;
  const subject = issued.certified as Extract<IssuedCertificate["certified"], { subject: "agreement" }>;
  const cheaper = { ...subject.terms, amount: { money: { minorUnits: 1, currency: "USD" }, amountKind: "intended" as const } };
  const forged = appendEntry([], { type: "forged", data: {} }, now);

  test.each<[string, Partial<IssuedCertificate>, object]>([
    [
      "an entry changed",
      { trail: entries.map((entry, n) => (n === 2 ? { ...entry, at: "2026-01-01T00:00:00.000Z" } : entry)) },
      { with: "trail", firstBroken: 2 },
    ],
    ["an entry removed", { trail: entries.filter((_, n) => n !== 1) }, { with: "trail", firstBroken: 1 }],
    [
      "two entries swapped",
      { trail: [entries[1], entries[0], ...entries.slice(2)] as typeof entries },
      { with: "trail", firstBroken: 0 },
    ],
    ["the end cut off", { trail: entries.slice(0, -1) }, { with: "head" }],
    ["a whole new trail", { trail: forged, trailHead: forged[0]?.hash as string }, { with: "document" }],
    ["the amount changed", { certified: { ...subject, terms: cheaper } }, { with: "document" }],
    [
      "the announcement changed",
      { certified: { ...subject, announcement: { agreement: false, amount: false } } },
      { with: "document" },
    ],
    ["another document under it", { id: newId() }, { with: "document" }],
  ])("tampered with is found out: %s", (_what, change, expected) => {
    expect(verifyCertificate({ ...issued, ...change })).toEqual({ verdict: "tampered", ...expected });
  });

  test("whoever rewrites everything still differs from the head printed on the certificate", () => {
    const trail = appendEntry(agreement.trail.slice(0, 2), { type: "ceremonies.certificate-issued.v1", data: {} }, now);
    const rewritten = { ...issued, trail, trailHead: trail.at(-1)?.hash as string };
    expect(verifyCertificate(rewritten, issued.trailHead.slice(0, 8))).toEqual({ verdict: "tampered", with: "head" });
  });
});

describe("canonical JSON", () => {
  test("does not depend on the order of members, and leaves absent ones out", () => {
    expect(canonicalJson({ b: 1, a: [{ d: undefined, c: "x" }, null, true], é: 2 })).toBe(
      '{"a":[{"c":"x"},null,true],"b":1,"é":2}',
    );
  });

  test("a chain of any facts is intact, and any change of a byte in it is found", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 8 }), fc.nat(), (facts, place) => {
        const trail = facts.reduce<ReturnType<typeof appendEntry>>(
          (chain, data) => appendEntry(chain, { type: "t", data }, now),
          [],
        );
        expect(verifyTrail(trail).intact).toBe(true);
        const index = place % trail.length;
        const changed = trail.map((entry, n) =>
          n === index ? { ...entry, dataDigest: entry.dataDigest.replace(/^./, (d) => (d === "0" ? "1" : "0")) } : entry,
        );
        expect(verifyTrail(changed)).toEqual({ intact: false, firstBroken: index });
      }),
    );
  });
});

test("a verification code has four groups of four, and typing mistakes are forgiven", () => {
  const code = verificationCode(Uint8Array.from([255, 0, 255, 0, 1, 2, 3, 4, 5, 6]));
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(asTyped(` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")} `)).toBe(code);
  expect(() => verificationCode(new Uint8Array(9))).toThrow(RangeError);
});
