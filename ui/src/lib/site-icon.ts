/** So many that two sites seldom share one, and so few that neighbours can be told apart. */
const HUES = 12;

/** The hue of a site's icon in degrees: the same for the same id, on every computer. */
export function hueOf(id: string): number {
  // FNV-1a: short ids that differ in one character end far apart.
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) {
    hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  }
  return ((hash >>> 0) % HUES) * (360 / HUES);
}

/** The letter or digit that a name begins with, as people see it: with its accents, without quotation marks before it. */
export function firstLetter(name: string): string {
  const letter = /[\p{L}\p{N}]\p{M}*/u.exec(name)?.[0] ?? /\S/u.exec(name)?.[0] ?? '?';
  return letter.toLocaleUpperCase();
}
