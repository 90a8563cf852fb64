// Generated from assets/locales/en; do not edit. To renew it:
// IDW_WRITE_BINDINGS=1 cargo test -p idw-words bindings

/** Every message of the catalogue, with what it takes. */
export interface Catalogue {
  /** { $title } ({ $label }) */
  'attribute-labelled': { label: string; title: string };
  /** Expired { $when } */
  'expiry-badge-expired': { when: string };
  /** Expires { $when } */
  'expiry-badge-expires': { when: string };
  /** { $day } (in { $days } days) */
  'expiry-day-near': { day: string; days: number };
  /** { $day } (expired) */
  'expiry-day-past': { day: string };
  /** Changes that you made after the snapshot, if any, are missing. */
  'notice-changes-after-snapshot-missing': undefined;
  /** Some of your last { $count } changes may be missing. */
  'notice-changes-missing': { count: number };
  /** The damaged files are kept in { $folder }. Delete that folder once you are sure that nothing is missing. */
  'notice-damaged-kept': { folder: string };
  /** The files of { $count } documents are missing. */
  'notice-documents-missing': { count: number };
  /** The file { $file } in the vault's folder was damaged. */
  'notice-file-damaged': { file: string };
  /** The file { $file } was missing from the vault's folder. */
  'notice-file-missing': { file: string };
  /** { $file } could not be written again, and the vault works without it. Nothing is lost. */
  'notice-file-not-rewritten': { file: string };
  /** { $file } was written again. Nothing is lost. */
  'notice-file-rewritten': { file: string };
  /** The file { $file } in the vault's folder could not be read: { $error }. */
  'notice-file-unreadable': { error: string; file: string };
  /** The wallet could not check the vault's folder for files that do not belong there: { $error }. */
  'notice-folder-unreadable': { error: string };
  /** Nothing is missing. */
  'notice-nothing-missing': undefined;
  /** { $path } is a hard link: the file has another name too. { -left-alone } */
  'notice-odd-hard-link': { path: string };
  /** { $path } is not a file. { -left-alone } */
  'notice-odd-not-a-file': { path: string };
  /** { $path } is not a folder. { -left-alone } */
  'notice-odd-not-a-folder': { path: string };
  /** { $path } is not what the vault keeps there. { -left-alone } */
  'notice-odd-other': { path: string };
  /** { $path } is a symbolic link. { -left-alone } */
  'notice-odd-symbolic-link': { path: string };
  /** { $count } of them came from a snapshot. */
  'notice-records-from-snapshot': { count: number };
  /** { $count } records could not be recovered. */
  'notice-records-lost': { count: number };
  /** { $count } of the recovered records may be ones that you had deleted. */
  'notice-records-maybe-deleted': { count: number };
  /** { $count } records were recovered in an older version. */
  'notice-records-outdated': { count: number };
  /** { $count } records were recovered. */
  'notice-records-recovered': { count: number };
  /** The vault was repaired because its database was missing. */
  'notice-repaired-database-missing': undefined;
  /** The vault was repaired because its database could not be read. */
  'notice-repaired-database-unreadable': undefined;
  /** The vault was repaired because its header was changed outside this wallet. */
  'notice-repaired-header-changed': undefined;
  /** The vault was repaired because both copies of its header were missing. */
  'notice-repaired-header-missing': undefined;
  /** The vault was repaired because its header had been replaced with an older one. */
  'notice-repaired-header-old': undefined;
  /** The vault was repaired because neither copy of its header could be read. */
  'notice-repaired-header-unreadable': undefined;
  /** The vault was repaired because the list of its records was changed outside this wallet. */
  'notice-repaired-list-changed': undefined;
  /** The vault was repaired because the list of its records was missing. */
  'notice-repaired-list-missing': undefined;
  /** The vault was damaged, and was repaired. */
  'notice-repaired-other': undefined;
  /** The vault was repaired because its records were changed outside this wallet. */
  'notice-repaired-records-changed': undefined;
  /** The vault was repaired because its records had been replaced with older ones. */
  'notice-repaired-records-old': undefined;
  /** Everything else is there. */
  'notice-rest-complete': undefined;
  /** Dismiss */
  'notices-dismiss': undefined;
  /** Your vault needs attention */
  'notices-title': undefined;
  /** Renewed */
  'reminder-badge-renewed': undefined;
  /** { $title } expired { $days } days ago. */
  'reminder-expired': { days: number; title: string };
  /** { $title } expires in { $days } days. */
  'reminder-expires': { days: number; title: string };
  /** You renewed { $title }. These sites still have the old one: { $sites }. */
  'reminder-renewed': { sites: string; title: string };
  /** These sites still have the old one: { $sites } */
  'reminder-row-renewed': { sites: string };
  /** { $day } · Sent to { $sites } */
  'reminder-row-sent-to': { day: string; sites: string };
  /** { $day } · Not sent to any site */
  'reminder-row-sent-to-nobody': { day: string };
  /** You sent it to: { $sites }. */
  'reminder-sent-to': { sites: string };
  /** Dates to watch */
  'reminders-title': undefined;
  /** there is a file { $path } already; it was left as it is and nothing was sent, name a new file with --trace */
  'trace-exists': { path: string };
  /** The trace { $path } is not complete: { $error }. It can be read, but the last exchanges are missing. */
  'trace-incomplete': { error: string; path: string };
  /** the trace { $path } could not be written: { $error }; nothing was sent */
  'trace-unwritten': { error: string; path: string };
}
