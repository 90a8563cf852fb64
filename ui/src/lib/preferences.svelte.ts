/** What this machine remembers about the window. Nothing here says anything about the user. */
export type Theme = 'system' | 'light' | 'dark';

const themeKey = 'idw.theme';
const eidKey = 'idw.eid';
const eidPortKey = 'idw.eidPort';
/** Where Auth eID is expected; `idw serve` takes it too. */
const usualEidPort = 8466;

class Preferences {
  #theme = $state<Theme>(readTheme());
  #eid = $state(localStorage.getItem(eidKey) === 'on');
  #eidPort = $state(readEidPort());

  get theme(): Theme {
    return this.#theme;
  }

  set theme(theme: Theme) {
    this.#theme = theme;
    localStorage.setItem(themeKey, theme);
    applyTheme(theme);
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

/** Keeps the page in the chosen theme, and in step with the system where that was chosen. */
export function followTheme(): () => void {
  const system = systemPrefersDark();
  const apply = () => {
    applyTheme(preferences.theme);
  };
  apply();
  system?.addEventListener('change', apply);
  return () => system?.removeEventListener('change', apply);
}

function applyTheme(theme: Theme) {
  const dark = theme === 'dark' || (theme === 'system' && (systemPrefersDark()?.matches ?? false));
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

function systemPrefersDark(): MediaQueryList | undefined {
  return 'matchMedia' in window ? window.matchMedia('(prefers-color-scheme: dark)') : undefined;
}

function readTheme(): Theme {
  const stored = localStorage.getItem(themeKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Whether a program can listen there. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}

function readEidPort(): number {
  const port = Number(localStorage.getItem(eidPortKey));
  return isPort(port) ? port : usualEidPort;
}
