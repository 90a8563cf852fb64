import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Reads the catalogue without the comments, which are for translators. */
const catalogue: Plugin = {
  name: 'catalogue-without-comments',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith('.ftl?raw')) return null;
    const file = id.slice(0, -'?raw'.length);
    this.addWatchFile(file);
    const text = (await readFile(file, 'utf8'))
      .replaceAll(/^#.*\n/gm, '')
      .replaceAll(/\n{2,}/g, '\n');
    return `export default ${JSON.stringify(text)}`;
  },
};

// Times in tests are those of one place, wherever the machine stands.
if (process.env.VITEST) process.env.TZ = 'UTC';

export default defineConfig(({ mode }) => ({
  plugins: [catalogue, svelte(), svelteTesting()],
  // `--mode preview` builds the page against a mock of the commands, to look at it in a browser.
  root: mode === 'preview' ? 'preview' : '.',
  // The preview has the same first frame.
  publicDir: resolve(import.meta.dirname, 'public'),
  base: './',
  clearScreen: false,
  // The catalogue of messages stands outside of this folder; the preview's own folder lies inside it.
  server: {
    port: 1420,
    strictPort: true,
    fs: { allow: [import.meta.dirname, resolve(import.meta.dirname, '../assets/locales')] },
  },
  build: {
    target: 'safari16',
    outDir: mode === 'preview' ? '../node_modules/.preview' : 'dist',
    emptyOutDir: true,
    // The page runs under a strict policy that allows no data: or inline resources.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
    // Long enough for a machine that does other things too.
    testTimeout: 30_000,
  },
}));
