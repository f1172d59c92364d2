/** What a person must know and can act on: one sentence, printed without a stack. */
export class Problem extends Error {
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.name = "Problem";
    this.code = code;
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);

/** Any failure as a sentence for a person; a full disk is recognised wherever it shows. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  if (codeOf(error) === "ENOSPC" || /ENOSPC|no space left on device/i.test(message)) return diskFull().message;
  return message;
}

export const diskFull = (folder = "the disk that holds this project") =>
  new Problem("DISK_FULL", `There is no space left on ${folder}. Free at least 1 GB there and start again.`);
