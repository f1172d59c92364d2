import type { Recommendation } from "@rialto/contracts/matchmaking/events";

/** Of whom an organization's people were told, and when. */
export interface Announcement {
  readonly organizationId: string;
  readonly score: number;
  readonly at: string;
}

/**
 * What is worth a message to people. `usual` messages in `minutes`; beyond them, up to `most`, only what is better than everything
 * told in that time. Everything else is seen in the list.
 */
export const worthTelling = { score: 0.35, atOnce: 3, minutes: 30, usual: 6, most: 12 } as const;

/** As many as are remembered; more than anybody has ever had on one list. */
const mostRemembered = 200;

type Scored = Pick<Recommendation, "organizationId" | "score">;

/**
 * Which of those who entered a list, or have only now become good enough, its people are told of, best first: nobody twice, the
 * best few, and not all the time.
 */
export function announceMatches(entered: readonly Scored[], told: readonly Announcement[], now: string): string[] {
  const known = new Set(told.map(({ organizationId }) => organizationId));
  const since = Date.parse(now) - worthTelling.minutes * 60_000;
  const lately = told.filter(({ at }) => Date.parse(at) > since);
  const best = Math.max(0, ...lately.map(({ score }) => score));
  const roomFor = ({ score }: Scored, at: number) => lately.length + at < (score > best ? worthTelling.most : worthTelling.usual);
  return entered
    .filter(({ organizationId, score }) => score >= worthTelling.score && !known.has(organizationId))
    .toSorted((a, b) => b.score - a.score || (a.organizationId < b.organizationId ? -1 : 1))
    .slice(0, worthTelling.atOnce)
    .filter(roomFor)
    .map(({ organizationId }) => organizationId);
}

/** What is remembered after these were announced; the oldest are forgotten first. */
export function rememberAnnounced(
  told: readonly Announcement[],
  entered: readonly Scored[],
  announced: readonly string[],
  at: string,
): Announcement[] {
  const scores = new Map(entered.map(({ organizationId, score }) => [organizationId, score]));
  const added = announced.map((organizationId) => ({ organizationId, score: scores.get(organizationId) ?? 0, at }));
  return [...told, ...added].slice(-mostRemembered);
}
