export function holderOf(file: string): number | undefined;
export function takeLock(file: string): { taken: true; release: () => unknown } | { taken: false; holder: number | undefined };
