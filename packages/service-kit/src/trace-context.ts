import { randomBytes } from "node:crypto";

// W3C Trace Context, section 3.2: version, trace id, parent id, flags; all-zero ids are invalid, version ff is forbidden.
const traceparentShape = /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

const hex = (bytes: number) => randomBytes(bytes).toString("hex");

/** A trace that begins here; flag 00: nobody has decided to record it. */
export const newTraceparent = (): string => `00-${hex(16)}-${hex(8)}-00`;

/** The caller's trace when the header is well formed, otherwise a new one. */
export const acceptTraceparent = (header: string | undefined): string =>
  header !== undefined && traceparentShape.test(header) ? header : newTraceparent();
