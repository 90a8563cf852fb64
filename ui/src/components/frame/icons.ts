import FileCheck from '@lucide/svelte/icons/file-check';
import FileText from '@lucide/svelte/icons/file-text';
import Globe from '@lucide/svelte/icons/globe';
import History from '@lucide/svelte/icons/history';
import House from '@lucide/svelte/icons/house';
import IdCard from '@lucide/svelte/icons/id-card';
import Inbox from '@lucide/svelte/icons/inbox';
import Settings from '@lucide/svelte/icons/settings';
import type { ViewName } from '../../lib/navigation.svelte';

export const screenIcons: Record<ViewName, typeof House> = {
  home: House,
  attributes: IdCard,
  documents: FileText,
  sites: Globe,
  applications: FileCheck,
  requests: Inbox,
  activity: History,
  settings: Settings,
};
