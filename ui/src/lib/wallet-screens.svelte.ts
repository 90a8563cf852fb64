import type { Component } from 'svelte';
import { asFailure, type Request } from './request.svelte';
import type { VaultController } from './vault.svelte';

type Shell = Component<{ vault: VaultController }>;

/**
 * The screens of the open wallet. A separate script holds them, so that the unlock screen appears sooner. It loads while the wallet
 * checks the password.
 */
class WalletScreens {
  shell = $state.raw<Request<Shell>>({ state: 'idle' });

  async load(): Promise<void> {
    if (this.shell.state === 'loading' || this.shell.state === 'ready') return;
    this.shell = { state: 'loading' };
    try {
      this.shell = { state: 'ready', value: (await import('../views/Shell.svelte')).default };
    } catch (reason) {
      this.shell = { state: 'failed', failure: asFailure(reason) };
    }
  }
}

export const walletScreens = new WalletScreens();
