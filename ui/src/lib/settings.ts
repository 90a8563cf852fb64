import { say, type PlainId } from './words';

/** The sections of the settings, in the order in which they are listed. */
export const settingsSections = [
  'security',
  'profiles',
  'checks',
  'eid',
  'data',
  'backup',
  'vault',
  'appearance',
  'about',
] as const;

export type SettingsSection = (typeof settingsSections)[number];

const titles: Record<SettingsSection, PlainId> = {
  security: 'settings-security',
  profiles: 'settings-profiles',
  checks: 'settings-checks',
  eid: 'settings-eid',
  data: 'settings-data',
  backup: 'settings-backup',
  vault: 'settings-vault',
  appearance: 'settings-appearance',
  about: 'settings-about',
};

export function sectionTitle(section: SettingsSection): string {
  return say(titles[section]);
}
