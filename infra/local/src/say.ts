import { type Report, sentenceOfExit } from "./process/supervise.ts";

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

// A slow query that MongoDB logs is one line of many thousand characters; the file has it whole.
const longest = 240;
const shortened = (line: string) => (line.length > longest ? `${line.slice(0, longest)} ...` : line);

/** What happened to a process, in lines for the person at the terminal. */
export function linesOfReport(report: Report): string[] {
  if (report.kind === "ready") return [`${report.name} is ready (${seconds(report.afterMs)})`];
  const { name, exit, lines, logFile, next } = report;
  const then =
    next.kind === "restart" ? `starting it again in ${seconds(next.delayMs)}` : `it died ${next.deaths} times and is given up`;
  return [
    `${name} ${sentenceOfExit(exit)} unexpectedly: ${then}. The end of ${logFile}:`,
    ...lines.map((line) => `  | ${shortened(line)}`),
  ];
}
