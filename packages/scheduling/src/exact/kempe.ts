import type { Brokerage } from "./brokerage.ts";
import { type Timetable, unplaced } from "./timetable.ts";

/** The meetings of two slots that must change sides together once the first does (a Kempe chain). Buffers are reused between calls. */
export interface KempeChain {
  length: number;
  meetings: Int32Array;
  /** How many of them leave the slot of the first. */
  leaving: number;
  /** People with a meeting in only one of the two slots: those whose calendar changes. */
  changed: Int32Array;
  changedCount: number;
  stamp: Int32Array;
  now: number;
}

export function createChain(problem: Brokerage): KempeChain {
  return {
    length: 0,
    meetings: new Int32Array(problem.meetings),
    leaving: 0,
    changed: new Int32Array(problem.people),
    changedCount: 0,
    stamp: new Int32Array(problem.meetings),
    now: 0,
  };
}

/** Collects the chain of `meeting` between its slot and `to`. False if one of its meetings may not change sides or a slot would overflow. */
export function collect(problem: Brokerage, table: Timetable, chain: KempeChain, meeting: number, to: number): boolean {
  const { slots, peopleOf, allowed, capacity } = problem;
  const { slotOf, meetingAt, load } = table;
  const from = slotOf[meeting]!;
  const { meetings, stamp, changed } = chain;
  const now = ++chain.now;
  let length = 1;
  let leaving = 0;
  let changedCount = 0;
  meetings[0] = meeting;
  stamp[meeting] = now;
  for (let i = 0; i < length; i++) {
    const current = meetings[i]!;
    const other = slotOf[current] === from ? to : from;
    if (((allowed[current]! >> other) & 1) === 0) return false;
    if (other === to) leaving++;
    const people = peopleOf[current]!;
    for (let k = 0; k < people.length; k++) {
      const next = meetingAt[people[k]! * slots + other]!;
      if (next === unplaced) changed[changedCount++] = people[k]!;
      else if (stamp[next] !== now) {
        stamp[next] = now;
        meetings[length++] = next;
      }
    }
  }
  chain.length = length;
  chain.leaving = leaving;
  chain.changedCount = changedCount;
  const net = 2 * leaving - length;
  return net > 0 ? load[to]! + net <= capacity[to]! : load[from]! - net <= capacity[from]!;
}

/** Moves the collected chain. */
export function swap(problem: Brokerage, table: Timetable, chain: KempeChain, from: number, to: number): void {
  const { slots, peopleOf } = problem;
  const { slotOf, meetingAt, load, busy } = table;
  const both = (1 << from) | (1 << to);
  for (let i = 0; i < chain.changedCount; i++) busy[chain.changed[i]!] = busy[chain.changed[i]!]! ^ both;
  for (let i = 0; i < chain.length; i++)
    for (const p of peopleOf[chain.meetings[i]!]!) {
      meetingAt[p * slots + from] = unplaced;
      meetingAt[p * slots + to] = unplaced;
    }
  for (let i = 0; i < chain.length; i++) {
    const meeting = chain.meetings[i]!;
    const slot = slotOf[meeting] === from ? to : from;
    slotOf[meeting] = slot;
    for (const p of peopleOf[meeting]!) meetingAt[p * slots + slot] = meeting;
  }
  const net = 2 * chain.leaving - chain.length;
  load[from] = load[from]! - net;
  load[to] = load[to]! + net;
}
