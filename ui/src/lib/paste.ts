import { pasteFile, type ChosenFileView } from './bindings';

/** Whether something is pasted into a field, which then takes it as text. */
function inField(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('input, textarea') !== null;
}

/**
 * Hands pictures that the user pastes to `take`; returns what stops that. A picture crosses to the
 * shell as bytes: a clipboard has no paths.
 */
export function watchPaste(take: (file: ChosenFileView) => void): () => void {
  // Without this, WebKit thinks that outside a field there is nothing to paste into.
  const before = (event: Event) => {
    if (!inField(event)) event.preventDefault();
  };
  const paste = (event: ClipboardEvent) => {
    const pictures = [...(event.clipboardData?.files ?? [])];
    if (pictures.length === 0) return;
    event.preventDefault();
    for (const picture of pictures) {
      void picture
        .arrayBuffer()
        .then((bytes) => pasteFile(new Uint8Array(bytes)))
        .then(take);
    }
  };
  document.addEventListener('beforepaste', before);
  document.addEventListener('paste', paste);
  return () => {
    document.removeEventListener('beforepaste', before);
    document.removeEventListener('paste', paste);
  };
}
