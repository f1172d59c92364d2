interface Money {
  readonly minorUnits: number;
  readonly currency: string;
}

/** `USD 1,200,000`: read alike by everybody in the hall; no cents where there are none. */
export function amountOf({ minorUnits, currency }: Money): string {
  const plain = { style: "currency", currency, currencyDisplay: "code" } as const;
  const digits = new Intl.NumberFormat("en-GB", plain).resolvedOptions().maximumFractionDigits ?? 2;
  const value = minorUnits / 10 ** digits;
  const shown = Number.isInteger(value) ? 0 : digits;
  return new Intl.NumberFormat("en-GB", { ...plain, minimumFractionDigits: shown, maximumFractionDigits: shown }).format(value);
}
