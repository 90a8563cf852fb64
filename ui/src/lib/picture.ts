/**
 * Shows picture bytes from the shell: calls `show` with an address for an `img`, and returns what
 * takes it back. No bytes mean that there is nothing to show; so does a failure, since a picture
 * that cannot be made must not stand in the way of what it is of.
 */
export function pictureUrl(
  bytes: Promise<ArrayBuffer>,
  show: (url: string | undefined) => void,
): () => void {
  let gone = false;
  let url: string | undefined;
  bytes.then(
    (png) => {
      if (gone || png.byteLength === 0) return;
      url = URL.createObjectURL(new Blob([png], { type: 'image/png' }));
      show(url);
    },
    () => undefined,
  );
  return () => {
    gone = true;
    show(undefined);
    if (url !== undefined) URL.revokeObjectURL(url);
  };
}

/** Bytes that come as base64. */
export function decoded(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
}
