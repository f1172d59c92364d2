import type { MatchProfile } from "../domain/match-profile.ts";
import { fewestPointsOfGoods, pointsOfTrade, threshold } from "../domain/score-pair.ts";
import { createGoodsIndex } from "./goods-index.ts";

/** The organizations of a fair, and who of them fits whom. */
export interface Members {
  get(organizationId: string): MatchProfile | undefined;
  ids(): string[];
  put(profile: MatchProfile): void;
  remove(organizationId: string): void;
  /** Everybody who fits well enough, in thousandths: the same sum as `scorePair`. Never the same role, so never itself. */
  candidatesOf(profile: MatchProfile): Map<string, number>;
}

export function createMembers(): Members {
  const profiles = new Map<string, MatchProfile>();
  const numbers = new Map<string, number>();
  const idOf: string[] = [];
  const offers = createGoodsIndex();
  const needs = createGoodsIndex();

  function remove(id: string): void {
    const profile = profiles.get(id);
    if (profile === undefined) return;
    if (profile.offers !== undefined) offers.remove(numberOf(id), profile.offers);
    if (profile.needs !== undefined) needs.remove(numberOf(id), profile.needs);
    profiles.delete(id);
  }

  function numberOf(id: string): number {
    const number = numbers.get(id) ?? idOf.push(id) - 1;
    numbers.set(id, number);
    return number;
  }

  function candidatesOf(profile: MatchProfile): Map<string, number> {
    const found = new Map<string, number>();
    const consider = (number: number, pointsWith: (other: MatchProfile) => number) => {
      const other = profiles.get(idOf[number] as string);
      if (other === undefined || other.role === profile.role) return;
      const points = pointsWith(other);
      if (points >= threshold && points > (found.get(other.organizationId) ?? 0)) found.set(other.organizationId, points);
    };
    const { offers: own, needs: wanted } = profile;
    if (wanted !== undefined) {
      offers.match(wanted, fewestPointsOfGoods, (number, goods) => consider(number, (it) => goods + pointsOfTrade(profile, it)));
    }
    if (own !== undefined) {
      needs.match(own, fewestPointsOfGoods, (number, goods) => consider(number, (it) => goods + pointsOfTrade(it, profile)));
    }
    return found;
  }

  return {
    get: (id) => profiles.get(id),
    ids: () => [...profiles.keys()],
    put(profile) {
      remove(profile.organizationId);
      const number = numberOf(profile.organizationId);
      profiles.set(profile.organizationId, profile);
      if (profile.offers !== undefined) offers.add(number, profile.offers);
      if (profile.needs !== undefined) needs.add(number, profile.needs);
    },
    remove,
    candidatesOf,
  };
}
