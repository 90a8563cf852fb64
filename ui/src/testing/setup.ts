import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';
import { clearMocks } from '@tauri-apps/api/mocks';
import { pendingRemovals } from '../lib/pending-removals.svelte';
import { afterEach, beforeEach } from 'vitest';
import { applications } from '../lib/applications.svelte';
import { installObserver } from './seen';

// The screens are in a separate script, which a busy machine loads slowly.
configure({ asyncUtilTimeout: 10_000 });

// jsdom knows the element but not how to show it.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};
Element.prototype.scrollTo = () => undefined;
Element.prototype.scrollBy = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
// jsdom lays nothing out: what scrolls is as high as a window, a row as a row, and nothing is ever resized.
Object.defineProperty(Element.prototype, 'clientHeight', { get: () => 800 });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => 61 });
window.ResizeObserver = class {
  observe() {
    return undefined;
  }
  unobserve() {
    return undefined;
  }
  disconnect() {
    return undefined;
  }
};
window.matchMedia = (query) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

beforeEach(() => {
  localStorage.clear();
  installObserver();
});

afterEach(() => {
  pendingRemovals.forget();
  // It lives as long as the wallet is open, which in a test is as long as the test.
  applications.stop();
  clearMocks();
});
