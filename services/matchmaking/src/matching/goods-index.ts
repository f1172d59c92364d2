import type { Subject } from "../domain/match-profile.ts";
import { pointsOfGoods } from "../domain/score-pair.ts";

/** Counts of what is shared with one member, packed: 8 bits each for headings, chapters, tags and words. */
const kinds = { headings: 0, chapters: 8, tags: 16, words: 24 } as const;
const most = 255;
type Kind = keyof typeof kinds;

/**
 * From every code, tag and word to the members that have it, so that one profile is compared with those that share
 * something, and not with all. Members are small numbers.
 */
export interface GoodsIndex {
  add(member: number, subject: Subject): void;
  remove(member: number, subject: Subject): void;
  /** Each member that shares goods worth this much, in thousandths, or more. Not while another `match` runs. */
  match(subject: Subject, fewest: number, found: (member: number, points: number) => void): void;
}

export function createGoodsIndex(): GoodsIndex {
  const postings = new Map<string, number[]>();
  let counts = new Uint32Array(1024);
  const touched: number[] = [];

  function count(members: readonly number[], kind: Kind): void {
    for (const member of members) {
      const packed = counts[member] as number;
      if (packed === 0) touched.push(member);
      counts[member] = counted(packed, kind);
    }
  }

  return {
    add(member, subject) {
      if (member >= counts.length) counts = new Uint32Array(2 * member);
      for (const [term] of termsOf(subject)) {
        const members = postings.get(term);
        if (members === undefined) postings.set(term, [member]);
        else members.push(member);
      }
    },
    remove(member, subject) {
      for (const [term] of termsOf(subject)) takeOut(postings, term, member);
    },
    match(subject, fewest, found) {
      for (const [term, kind] of termsOf(subject)) count(postings.get(term) ?? [], kind);
      for (const member of touched) {
        const points = pointsOfGoods(unpacked(counts[member] as number));
        counts[member] = 0;
        if (points >= fewest) found(member, points);
      }
      touched.length = 0;
    },
  };
}

/** The last one takes its place: the order within a posting means nothing. */
function takeOut(postings: Map<string, number[]>, term: string, member: number): void {
  const members = postings.get(term) ?? [];
  const at = members.indexOf(member);
  if (at < 0) return;
  members[at] = members.at(-1) as number;
  members.pop();
  if (members.length === 0) postings.delete(term);
}

function* termsOf(subject: Subject): Generator<readonly [string, Kind]> {
  for (const heading of subject.headings) yield [`h:${heading}`, "headings"];
  for (const chapter of subject.chapters) yield [`c:${chapter}`, "chapters"];
  for (const tag of subject.tags) yield [`t:${tag}`, "tags"];
  for (const word of subject.words) yield [`w:${word}`, "words"];
}

const countIn = (packed: number, kind: Kind) => (packed >>> kinds[kind]) & most;

const counted = (packed: number, kind: Kind) => (countIn(packed, kind) === most ? packed : packed + (1 << kinds[kind]));

const unpacked = (packed: number) => ({
  headings: countIn(packed, "headings"),
  chapters: countIn(packed, "chapters"),
  tags: countIn(packed, "tags"),
  words: countIn(packed, "words"),
});
