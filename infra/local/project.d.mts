export function isInstalled(folder?: string): boolean;
export function requireNode(version?: string): void;
