import { discardFile, type ChosenFileView } from './bindings';

/**
 * A native dialog for a component, which may be gone by the time that the user has chosen: what
 * nobody waits for any more is let go of. To be made while the component is.
 */
export function forAsLongAsHere(
  choose: () => Promise<ChosenFileView | null>,
  letGo: (token: string) => Promise<unknown> = discardFile,
): () => Promise<ChosenFileView | null> {
  let gone = false;
  $effect(() => () => {
    gone = true;
  });
  return async () => {
    const chosen = await choose();
    if (!chosen || !gone) return chosen;
    await letGo(chosen.token).catch(() => undefined);
    return null;
  };
}
