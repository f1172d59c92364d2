/** 32-bit FNV-1a of an id: orders equal scores the same way everywhere, without favouring early or low ids. */
export function stableHash(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
