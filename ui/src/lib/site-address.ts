/** The host of an address as the user types it, with its port: without a scheme, a path or spaces. */
export function typedHost(address: string): string {
  const bare = address.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  return bare.split(/[/?#]/, 1)[0] ?? bare;
}
