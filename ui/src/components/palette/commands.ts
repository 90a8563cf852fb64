import BadgeCheck from '@lucide/svelte/icons/badge-check';
import Archive from '@lucide/svelte/icons/archive';
import Contrast from '@lucide/svelte/icons/contrast';
import FilePlus from '@lucide/svelte/icons/file-plus';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Lock from '@lucide/svelte/icons/lock';
import PanelLeft from '@lucide/svelte/icons/panel-left';
import Plus from '@lucide/svelte/icons/plus';
import SunMoon from '@lucide/svelte/icons/sun-moon';
import Users from '@lucide/svelte/icons/users-round';
import ZoomIn from '@lucide/svelte/icons/zoom-in';
import ZoomOut from '@lucide/svelte/icons/zoom-out';
import type { ProfileView } from '../../lib/bindings';
import type { Place } from '../../lib/navigation.svelte';
import {
  preferences,
  type Contrast as ContrastName,
  type Theme,
} from '../../lib/preferences.svelte';
import { screens, screenTitle } from '../../lib/screens';
import { sectionTitle, settingsSections } from '../../lib/settings';
import { keysInWords, type ShortcutId } from '../../lib/shortcuts';
import { say, type PlainId } from '../../lib/words';
import { zoom } from '../../lib/zoom.svelte';
import { screenIcons } from '../frame/icons';
import { sectionIcons } from '../settings/icons';

/** What the palette lists under one heading. */
export type PaletteGroup = 'recent' | 'actions' | 'screens' | 'settings' | 'sites' | 'attributes';

export interface PaletteItem {
  /** Tells it apart from all others, and is how the palette remembers what was used. */
  id: string;
  group: PaletteGroup;
  title: string;
  detail?: string;
  icon: typeof Archive;
  /** The keys that do the same, in words. */
  keys?: string;
  run: () => void;
}

export const groupTitles: Record<PaletteGroup, PlainId> = {
  recent: 'palette-recent',
  actions: 'palette-actions',
  screens: 'palette-screens',
  settings: 'palette-settings',
  sites: 'palette-sites',
  attributes: 'palette-attributes',
};

/** What of the window the palette can do. */
export interface PaletteContext {
  go: (place: Place) => void;
  lock: () => void;
  showShortcuts: () => void;
  toggleSidebar: () => void;
  profiles: ProfileView[];
  switchTo: (id: string) => void;
}

const themes: Record<Theme, PlainId> = {
  system: 'window-theme-system',
  light: 'window-theme-light',
  dark: 'window-theme-dark',
};
const contrasts: Record<ContrastName, PlainId> = {
  system: 'window-contrast-system',
  standard: 'window-contrast-standard',
  high: 'window-contrast-high',
};

/** Everything that does not depend on what is in the wallet, but for its profiles. */
export function commands(context: PaletteContext): PaletteItem[] {
  const { go, profiles } = context;
  const action = (
    id: string,
    title: string,
    icon: typeof Archive,
    run: () => void,
    keys?: ShortcutId,
  ): PaletteItem => ({
    id: `action ${id}`,
    group: 'actions',
    title,
    icon,
    run,
    ...(keys ? { keys: keysInWords(keys) } : {}),
  });
  const company = profiles.find(({ selected }) => selected)?.kind === 'company';
  return [
    action('add-attribute', say('palette-add-attribute'), Plus, () => {
      go({ view: 'attributes', add: '' });
    }),
    action('add-document', say('palette-add-document'), FilePlus, () => {
      go({ view: 'documents', add: true });
    }),
    action('add-site', say('palette-add-site'), Plus, () => {
      go({ view: 'sites', add: true });
    }),
    ...(company
      ? []
      : [
          action('verify', say('palette-verify'), BadgeCheck, () => {
            go({ view: 'attributes', verify: true });
          }),
        ]),
    action('back-up', say('palette-back-up'), Archive, () => {
      go({ view: 'settings', section: 'backup', begin: true });
    }),
    action('lock', say('palette-lock'), Lock, context.lock, 'lock'),
    ...profiles
      .filter(({ selected }) => !selected)
      .map(({ id, name }) =>
        action(`switch ${id}`, say('palette-switch', { profile: name }), Users, () => {
          context.switchTo(id);
        }),
      ),
    ...Object.entries(themes).map(([theme, title]) =>
      action(`theme ${theme}`, say('palette-theme', { theme: say(title) }), SunMoon, () => {
        preferences.theme = theme as Theme;
      }),
    ),
    ...Object.entries(contrasts).map(([contrast, title]) =>
      action(
        `contrast ${contrast}`,
        say('palette-contrast', { contrast: say(title) }),
        Contrast,
        () => {
          preferences.contrast = contrast as ContrastName;
        },
      ),
    ),
    action(
      'zoom-in',
      say('shortcut-zoom-in'),
      ZoomIn,
      () => {
        zoom.larger();
      },
      'zoomIn',
    ),
    action(
      'zoom-out',
      say('shortcut-zoom-out'),
      ZoomOut,
      () => {
        zoom.smaller();
      },
      'zoomOut',
    ),
    action('sidebar', say('shortcut-sidebar'), PanelLeft, context.toggleSidebar, 'sidebar'),
    action('shortcuts', say('shortcut-sheet'), Keyboard, context.showShortcuts, 'sheet'),
    ...screens.map((view): PaletteItem => ({
      id: `screen ${view}`,
      group: 'screens',
      title: screenTitle(view),
      icon: screenIcons[view],
      keys: keysInWords(view),
      run: () => {
        go({ view });
      },
    })),
    ...settingsSections.map((section): PaletteItem => ({
      id: `settings ${section}`,
      group: 'settings',
      title: say('palette-section', { section: sectionTitle(section) }),
      icon: sectionIcons[section],
      run: () => {
        go({ view: 'settings', section });
      },
    })),
  ];
}
