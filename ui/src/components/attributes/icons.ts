import BookUser from '@lucide/svelte/icons/book-user';
import Building from '@lucide/svelte/icons/building-2';
import Calendar from '@lucide/svelte/icons/calendar';
import FileText from '@lucide/svelte/icons/file-text';
import Flag from '@lucide/svelte/icons/flag';
import IdCard from '@lucide/svelte/icons/id-card';
import Mail from '@lucide/svelte/icons/mail';
import MapPin from '@lucide/svelte/icons/map-pin';
import Phone from '@lucide/svelte/icons/phone';
import Receipt from '@lucide/svelte/icons/receipt-text';
import Tag from '@lucide/svelte/icons/tag';
import User from '@lucide/svelte/icons/user-round';
import Wallet from '@lucide/svelte/icons/wallet';

/** By what an attribute's name begins or ends with, so that new ones find a fitting picture too. */
const rules: [RegExp, typeof User][] = [
  [/^passport/, BookUser],
  [/license|national-id$/, IdCard],
  [/^company|incorporation|corporate|legal|business|register/, Building],
  [/bill|statement|certificate|letter|document|^cv$/, Receipt],
  [/date|birth/, Calendar],
  [/nationality|country|domicile|residency/, Flag],
  [/email/, Mail],
  [/phone/, Phone],
  [/(btc|eth|dash)-address/, Wallet],
  [/address|place/, MapPin],
  [/name$/, User],
  [/number$|^tax/, Tag],
];

export function attributeIcon(name: string): typeof User {
  return rules.find(([pattern]) => pattern.test(name))?.[1] ?? FileText;
}
