import Archive from '@lucide/svelte/icons/archive';
import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import BadgeCheck from '@lucide/svelte/icons/badge-check';
import Database from '@lucide/svelte/icons/database';
import Info from '@lucide/svelte/icons/info';
import MailCheck from '@lucide/svelte/icons/mail-check';
import Palette from '@lucide/svelte/icons/palette';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Users from '@lucide/svelte/icons/users-round';
import type { SettingsSection } from '../../lib/settings';

export const sectionIcons: Record<SettingsSection, typeof Archive> = {
  security: ShieldCheck,
  profiles: Users,
  checks: BadgeCheck,
  eid: MailCheck,
  data: ArrowRightLeft,
  backup: Archive,
  vault: Database,
  appearance: Palette,
  about: Info,
};
