/** What a query works with, kept from one to the next. */
export type QueryScratch = {
  /** By member number: products of the queried member's needs (offers) with each other member's offers (needs). */
  ownDot: Int32Array<ArrayBuffer>;
  otherDot: Int32Array<ArrayBuffer>;
  /** Numbers of those who share enough with the queried member, and what the scores of these are not more than. */
  sharing: Int32Array<ArrayBuffer>;
  bounds: Float64Array<ArrayBuffer>;
};

export const createScratch = (members: number): QueryScratch => ({
  ownDot: new Int32Array(members),
  otherDot: new Int32Array(members),
  sharing: new Int32Array(members),
  bounds: new Float64Array(members),
});
