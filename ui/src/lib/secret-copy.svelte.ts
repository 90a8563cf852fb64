import { copySecret, type Failure } from './bindings';
import { asFailure } from './request.svelte';
import { say } from './words';

/**
 * Copies secrets through the shell, which takes them out of the clipboard again. The page's own
 * clipboard would keep them, and the histories that desktops have of it.
 */
export class SecretCopy {
  /** What the user is to know of it. */
  said = $state<string | undefined>(undefined);
  failure = $state.raw<Failure | undefined>(undefined);
  #timer: ReturnType<typeof setTimeout> | undefined;

  async copy(text: string): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const seconds = await copySecret(text);
      this.failure = undefined;
      this.said = say('copy-done-secret', { seconds });
      this.#timer = setTimeout(() => (this.said = undefined), seconds * 1000);
    } catch (reason) {
      this.said = undefined;
      this.failure = asFailure(reason);
    }
  }

  /** For what is selected and copied by keyboard or menu. */
  oncopy = (event: ClipboardEvent): void => {
    const text = document.getSelection()?.toString() ?? '';
    if (text === '') return;
    event.preventDefault();
    void this.copy(text);
  };

  end(): void {
    clearTimeout(this.#timer);
  }
}
