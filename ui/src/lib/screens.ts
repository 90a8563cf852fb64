import type { ViewName } from './navigation.svelte';
import { say, type PlainId } from './words';

/** The screens of the open wallet, in the order in which the sidebar lists them. */
export const screens = [
  'home',
  'attributes',
  'documents',
  'sites',
  'applications',
  'requests',
  'activity',
  'settings',
] as const satisfies ViewName[];

const titles: Record<ViewName, PlainId> = {
  home: 'window-home',
  attributes: 'window-attributes',
  documents: 'window-documents',
  sites: 'window-sites',
  applications: 'window-applications',
  requests: 'requests-title',
  activity: 'window-activity',
  settings: 'settings-title',
};

export function screenTitle(view: ViewName): string {
  return say(titles[view]);
}
