/** How dark a cell is: 0 to 4, so that neighbours can be told apart; the number in it says the rest. */
export const shadeOf = (taken: number, seats: number): number =>
  taken === 0 ? 0 : Math.min(4, Math.ceil((4 * taken) / Math.max(1, seats)));
