// Runs before the first frame, so that it is drawn in the right colours. The page does the same from then on:
// `applyAppearance` in `src/lib/preferences.svelte.ts`.
(() => {
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      // Without storage nothing is remembered.
      return null;
    }
  };
  const system = (query) => matchMedia(query).matches;
  const theme = stored('idw.theme');
  const contrast = stored('idw.contrast');
  const isDark = theme === 'dark' || (theme !== 'light' && system('(prefers-color-scheme: dark)'));
  const isHigh =
    contrast === 'high' || (contrast !== 'standard' && system('(prefers-contrast: more)'));
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  document.documentElement.dataset.contrast = isHigh ? 'high' : 'standard';
})();
