import { MediaQuery } from 'svelte/reactivity';

/** What this machine remembers about the window. Nothing here says anything about the user. */
export type Theme = 'system' | 'light' | 'dark';
/** How strong lines and text are. */
export type Contrast = 'system' | 'standard' | 'high';

const themeKey = 'idw.theme';
const contrastKey = 'idw.contrast';
const sidebarKey = 'idw.sidebar';
const zoomKey = 'idw.zoom';
/** In percent; the window refuses others. */
export const zoomSteps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300];
const eidKey = 'idw.eid';
const eidPortKey = 'idw.eidPort';
/** Where Auth eID is expected; `idw serve` takes it too. */
const usualEidPort = 8466;

class Preferences {
  #theme = $state<Theme>(readTheme());
  #contrast = $state<Contrast>(readContrast());
  #sidebarCollapsed = $state(localStorage.getItem(sidebarKey) === 'collapsed');
  #zoom = $state(readZoom());
  #eid = $state(localStorage.getItem(eidKey) === 'on');
  #eidPort = $state(readEidPort());

  get theme(): Theme {
    return this.#theme;
  }

  set theme(theme: Theme) {
    this.#theme = theme;
    localStorage.setItem(themeKey, theme);
  }

  get contrast(): Contrast {
    return this.#contrast;
  }

  set contrast(contrast: Contrast) {
    this.#contrast = contrast;
    localStorage.setItem(contrastKey, contrast);
  }

  /** Whether the sidebar shows icons only, where there is room for words. */
  get sidebarCollapsed(): boolean {
    return this.#sidebarCollapsed;
  }

  set sidebarCollapsed(collapsed: boolean) {
    this.#sidebarCollapsed = collapsed;
    localStorage.setItem(sidebarKey, collapsed ? 'collapsed' : 'expanded');
  }

  /** How large everything is drawn, in percent. */
  get zoom(): number {
    return this.#zoom;
  }

  set zoom(percent: number) {
    this.#zoom = percent;
    localStorage.setItem(zoomKey, String(percent));
  }

  /** Whether programs on this computer may ask by Auth eID. */
  get eid(): boolean {
    return this.#eid;
  }

  set eid(on: boolean) {
    this.#eid = on;
    localStorage.setItem(eidKey, on ? 'on' : 'off');
  }

  /** The port at which they ask. */
  get eidPort(): number {
    return this.#eidPort;
  }

  set eidPort(port: number) {
    this.#eidPort = port;
    localStorage.setItem(eidPortKey, String(port));
  }
}

export const preferences = new Preferences();

const prefersDark = new MediaQuery('prefers-color-scheme: dark');
const prefersContrast = new MediaQuery('prefers-contrast: more');

/**
 * The theme and the contrast that the page wears: as chosen, or in step with the system. `first-frame.js` does the same for
 * the first frame.
 */
export function applyAppearance(): void {
  const { theme, contrast } = preferences;
  const isDark = theme === 'dark' || (theme === 'system' && prefersDark.current);
  const isHigh = contrast === 'high' || (contrast === 'system' && prefersContrast.current);
  const { dataset } = document.documentElement;
  dataset.theme = isDark ? 'dark' : 'light';
  dataset.contrast = isHigh ? 'high' : 'standard';
}

function readTheme(): Theme {
  const stored = localStorage.getItem(themeKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function readContrast(): Contrast {
  const stored = localStorage.getItem(contrastKey);
  return stored === 'standard' || stored === 'high' ? stored : 'system';
}

function readZoom(): number {
  const stored = Number(localStorage.getItem(zoomKey));
  return zoomSteps.includes(stored) ? stored : 100;
}

/** Whether a program can listen there. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}

function readEidPort(): number {
  const port = Number(localStorage.getItem(eidPortKey));
  return isPort(port) ? port : usualEidPort;
}
