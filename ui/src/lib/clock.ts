/** The time at this moment (RFC 3339). */
export function now(): string {
  return new Date().toISOString();
}
