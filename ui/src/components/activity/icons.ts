import Activity from '@lucide/svelte/icons/activity';
import FileCheck from '@lucide/svelte/icons/file-check';
import CircleX from '@lucide/svelte/icons/circle-x';
import Handshake from '@lucide/svelte/icons/handshake';
import Globe from '@lucide/svelte/icons/globe';
import KeyRound from '@lucide/svelte/icons/key-round';
import LogIn from '@lucide/svelte/icons/log-in';
import Send from '@lucide/svelte/icons/send';
import Shield from '@lucide/svelte/icons/shield-check';
import IdCard from '@lucide/svelte/icons/id-card';
import FileText from '@lucide/svelte/icons/file-text';
import UserPlus from '@lucide/svelte/icons/user-plus';

const rules: [RegExp, typeof Activity][] = [
  [/^approved/, Handshake],
  [/^failed/, CircleX],
  [/log/i, LogIn],
  [/sign/i, UserPlus],
  [/appl/i, FileCheck],
  [/sent|disclos/i, Send],
  [/site/i, Globe],
  [/attribute/i, IdCard],
  [/document/i, FileText],
  [/password|account|key/i, KeyRound],
  [/vault|wallet/i, Shield],
];

export function activityIcon(kind: string): typeof Activity {
  return rules.find(([pattern]) => pattern.test(kind))?.[1] ?? Activity;
}
