import * as shell from './bindings';
import type { NoticeView, ProfileView } from './bindings';
import { pendingRemovals } from './pending-removals.svelte';
import { handOverInput } from './kept-input';
import { Loader } from './request.svelte';
import { walletScreens } from './wallet-screens.svelte';

/** Which of the window's great doors is open: none yet, locked, open, or not usable at all. */
export class VaultController {
  status = new Loader(shell.vaultStatus);
  /** The recovery phrase just made: shown once, then forgotten. */
  phrase = $state.raw<string[] | undefined>(undefined);
  /** The wallet is to be locked: from that moment on nothing of it is in view, however long it takes. */
  locking = $state(false);
  /** The profiles, while the user is asked in which one to go on after unlocking. */
  choice = $state.raw<ProfileView[] | undefined>(undefined);
  /** The user has said that they have keys or data of another wallet: they are asked for once the new one is there. */
  bringing = $state(false);
  /** Why the wallet locked by itself, to be told on the unlock screen. */
  note = $state<string | undefined>(undefined);
  /** What the owner must know about the vault; kept until they have read it, across locks. */
  notices = $state.raw<NoticeView[]>([]);

  async refresh(): Promise<void> {
    await this.status.run();
  }

  async create(password: string): Promise<void> {
    const { words } = await shell.createVault(password);
    this.phrase = words;
    await this.refresh();
  }

  async phraseWritten(): Promise<void> {
    this.phrase = undefined;
    await this.refresh();
  }

  async unlock(password: string): Promise<void> {
    void walletScreens.load();
    await shell.unlockVault(password);
    await this.#opened();
  }

  async unlockWithKeyring(): Promise<void> {
    void walletScreens.load();
    await shell.unlockWithKeyring();
    await this.#opened();
  }

  /** Stops `idw serve`, which holds the vault, and opens it here. */
  async takeOver(password: string): Promise<void> {
    await shell.takeOverVault(password);
    await this.#opened();
  }

  dismissNotices(): void {
    this.notices = [];
  }

  async #opened(): Promise<void> {
    this.note = undefined;
    // The wallet is open whether or not it can be asked for these.
    const notices = await shell.listNotices().catch(() => []);
    const known = this.notices.map((notice) => JSON.stringify(notice));
    const added = notices.filter((notice) => !known.includes(JSON.stringify(notice)));
    this.notices = [...this.notices, ...added];
    const profiles = await shell.listProfiles().catch(() => []);
    this.choice = profiles.length > 1 ? profiles : undefined;
    await this.refresh();
  }

  /** Goes on in a profile, for the question after unlocking. */
  async continueIn({ id, selected }: ProfileView): Promise<void> {
    if (!selected) await shell.selectProfile(id);
    this.choice = undefined;
  }

  async lock(note?: string): Promise<void> {
    // While the forms are still there.
    const handed = handOverInput();
    this.locking = true;
    this.phrase = undefined;
    this.choice = undefined;
    this.bringing = false;
    try {
      await handed;
      // Out of view already: what the user removed is removed before the keys go.
      await pendingRemovals.flush();
      pendingRemovals.forget();
      await shell.lockVault();
      this.note = note;
    } finally {
      await this.refresh();
      this.locking = false;
    }
  }
}
