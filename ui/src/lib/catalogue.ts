// Generated from assets/locales/en; do not edit. To renew it:
// IDW_WRITE_BINDINGS=1 cargo test -p idw-words bindings

/** Every message of the catalogue, with what it takes. */
export interface Catalogue {
  /** Address */
  'account-address': undefined;
  /** DID */
  'account-did': undefined;
  /** Key */
  'account-key': undefined;
  /** Public key */
  'account-public-key': undefined;
  /** The site came with a merged backup, and you have agreed to nothing there yet. */
  'application-change-from-merged-backup': undefined;
  /** It uses { $host } now, which it did not when you applied. */
  'application-change-new-host': { host: string };
  /** This wallet has no record of what you agreed to for this application. */
  'application-change-no-record-of-consent': undefined;
  /** You would act as { $is } ({ $is_did }); you applied as { $was } ({ $was_did }). */
  'application-change-other-account': { is: string; is_did: string; was: string; was_did: string };
  /** It would now go to { $root }, which is another site. */
  'application-change-other-site': { root: string };
  /** { $place } would get { $sees }, which you have not agreed to. */
  'application-change-place-not-agreed-to': { place: string; sees: string };
  /** It would now go to { $is }; you agreed to { $was }. */
  'application-change-root-moved': { is: string; was: string };
  /** Document */
  'asked-document': undefined;
  /** Valid until { $day } */
  'asked-document-expires': { day: string };
  /** Number { $number } */
  'asked-document-number': { number: string };
  /** { $document } of { $country } */
  'asked-document-of': { country: string; document: string };
  /** By email */
  'asked-email': undefined;
  /** Time left */
  'asked-ends': undefined;
  /** Made for it */
  'asked-files': undefined;
  /** Making what would be sent */
  'asked-files-loading': undefined;
  /** Look at it */
  'asked-files-look': undefined;
  /** { $file } cannot be shown here. */
  'asked-files-none': { file: string };
  /** First page of { $file } */
  'asked-files-page': { file: string };
  /** None of your values is sent. { $party } hears that you said yes. */
  'asked-no-values': { party: string };
  /** Which number does the page show? */
  'asked-numbers': undefined;
  /** Do not approve if you see no page with one of these numbers. A wrong number declines. */
  'asked-numbers-text': undefined;
  /** Who asks */
  'asked-party': undefined;
  /** registered at { $service }, whose operator answers for the name */
  'asked-service': { service: string };
  /** May ask since { $since } */
  'asked-since': { since: string };
  /** Text */
  'asked-text': undefined;
  /** What */
  'asked-title': undefined;
  /** Verified */
  'asked-verified': undefined;
  /** { $party } will hear that your identity was not checked. */
  'asked-verified-not': { party: string };
  /** { $party } takes only somebody whose identity was checked. It will hear that yours was not, and nothing else. */
  'asked-verified-refused': { party: string };
  /** { $party } will hear that your identity was checked. */
  'asked-verified-told': { party: string };
  /** What is asked for */
  'asked-wants': undefined;
  /** Default */
  'attribute-default': undefined;
  /** { $title } ({ $label }) */
  'attribute-labelled': { label: string; title: string };
  /** Last backup: { $when } */
  'backup-last': { when: string };
  /** Last backup: unknown. Its date, { $day }, has not come yet: a clock was wrong */
  'backup-last-ahead': { day: string };
  /** No backup yet */
  'backup-none': undefined;
  /** No backup yet: this computer has the only copy */
  'backup-only-copy': undefined;
  /** You would act as '{ $account }' here, as that backup says. If its key came with the backup, whoever made the backup can act as you here, too. */
  'change-account-from-backup': { account: string };
  /** Its address was { $was }; it is { $is } now. */
  'change-address-moved': { is: string; was: string };
  /** You applied for this there on { $day } (when last heard of: { $standing }); this is a second application. */
  'change-applied-before': { day: string; standing: string };
  /** It had no name of its own for { $title } before; it calls it “{ $is }” now. */
  'change-called-first': { is: string; than: string; title: string };
  /** It called { $title } “{ $was }” before; it has no name of its own for it now. */
  'change-called-no-longer': { than: string; title: string; was: string };
  /** It called { $title } “{ $was }” before; it calls it “{ $is }” now. */
  'change-called-otherwise': { is: string; than: string; title: string; was: string };
  /** This site came with the merged backup of { $day }, and you have agreed to nothing here yet. { $recipients } */
  'change-from-merged-backup': { day: string; recipients: string };
  /** Your key for this site was made by an earlier rule and stays as it is. { $recipients } You are asked this once. */
  'change-key-of-earlier-rule': { recipients: string };
  /** It asks for { $title } (optional), which it did not ask for before. */
  'change-newly-asked': { need: string; than: string; title: string };
  /** none */
  'change-no-address': undefined;
  /** It no longer asks for { $title }. */
  'change-no-longer-asked': { title: string };
  /** It asks for { $title }, which was not sent with this application before. */
  'change-not-sent-before': { title: string };
  /** { $title } was required before; it is optional now. */
  'change-optional-now': { than: string; title: string };
  /** You would use another account than the last time: { $is } instead of { $was }. */
  'change-other-account': { is: string; was: string };
  /** { $given } now describes { $found }, which is another site to this wallet. This one still goes to { $known }, as it was described before. To use the new one, add { $given } again. */
  'change-other-site-there': { found: string; given: string; known: string };
  /** You have not applied for { $template } here before; what you applied for was something else. */
  'change-other-template': { template: string };
  /** { $place } gets { $sees }. */
  'change-place-gets': { place: string; sees: string };
  /** { $place } now gets { $sees }; before, the site used { $used }. */
  'change-place-gets-more': { place: string; sees: string; used: string };
  /** It no longer uses { $place }. */
  'change-place-gone': { place: string };
  /** The address of its privacy policy was { $was }; it is { $is } now. */
  'change-policy-moved': { is: string; was: string };
  /** { $title } was optional before; it is required now. */
  'change-required-now': { than: string; title: string };
  /** { $root } gets everything that is sent. */
  'change-root-gets-all': { root: string };
  /** The site now calls this { $is }; you sent it as { $was }. */
  'change-sent-as-other': { is: string; was: string };
  /** It calls itself { $is } now; it was { $was }. */
  'change-site-renamed': { is: string; was: string };
  /** What you applied for here was called { $was }; it is called { $is } now. */
  'change-template-renamed': { is: string; was: string };
  /** The address of its terms was { $was }; it is { $is } now. */
  'change-terms-moved': { is: string; was: string };
  /** Driving licence */
  'check-document-drivers-license': undefined;
  /** Identity card */
  'check-document-national-id': undefined;
  /** Passport */
  'check-document-passport': undefined;
  /** it is not a picture that the wallet takes: { $reason } */
  'check-left-out-bad-picture': { reason: string };
  /** it does not fit the attribute: { $reason } */
  'check-left-out-does-not-fit': { reason: string };
  /** the document would end before it begins */
  'check-left-out-ends-before-it-begins': undefined;
  /** nobody alive can be born on that day */
  'check-left-out-impossible-birth': undefined;
  /** it is not a country that attributes can name */
  'check-left-out-no-country': undefined;
  /** it is not a date */
  'check-left-out-no-date': undefined;
  /** the wallet has no place for it */
  'check-left-out-no-place': undefined;
  /** it is too long, or of another kind than it should be */
  'check-left-out-not-read': undefined;
  /** it has characters that do not belong into a name or number */
  'check-left-out-odd-text': undefined;
  /** the document names somebody else than the first one */
  'check-left-out-of-another': undefined;
  /** nobody said what kind of document it is */
  'check-left-out-unknown-document': undefined;
  /** The document expired on { $day }. */
  'check-note-expired': { day: string };
  /** This is still missing: { $fields }. Sites do not take it without. */
  'check-note-lacks': { fields: string };
  /** This was taken out of the picture: { $what }. */
  'check-note-metadata-removed': { what: string };
  /** The selfie is yours: the check brought none. */
  'check-note-selfie-given': undefined;
  /** The selfie is the one in your wallet: the check brought none. */
  'check-note-selfie-held': undefined;
  /** added */
  'check-outcome-added': undefined;
  /** added beside yours */
  'check-outcome-added-beside': undefined;
  /** verified now */
  'check-outcome-confirmed': undefined;
  /** left out */
  'check-outcome-left': undefined;
  /** replaced yours */
  'check-outcome-replaced': undefined;
  /** It expired on { $day }. */
  'consent-note-expired': { day: string };
  /** It expires on { $day }, in { $days } days. */
  'consent-note-expires-soon': { day: string; days: number };
  /** The site has another one, sent on { $day }. */
  'consent-note-has-another': { day: string };
  /** Its date of issue, { $day }, is in the future. */
  'consent-note-issued-in-future': { day: string };
  /** The site did not ask for this last time. */
  'consent-note-not-asked-before': undefined;
  /** Copy: { $title } */
  'details-copy': { title: string };
  /** Details */
  'details-title': undefined;
  /** Cancel */
  'dialog-cancel': undefined;
  /** Close */
  'dialog-close': undefined;
  /** Discard and close */
  'dialog-close-window': undefined;
  /** What you entered has not been saved. */
  'dialog-close-window-text': undefined;
  /** Close the window? */
  'dialog-close-window-title': undefined;
  /** Discard */
  'dialog-discard': undefined;
  /** Keep editing */
  'dialog-discard-keep': undefined;
  /** Discard what you entered? */
  'dialog-discard-title': undefined;
  /** Lock the wallet (Ctrl+L) */
  'dialog-lock': undefined;
  /** Add */
  'eid-add-accept': undefined;
  /** Cancel */
  'eid-add-cancel': undefined;
  /** How signatures are made */
  'eid-add-form': undefined;
  /** Raw keys of 2019 */
  'eid-add-form-raw': undefined;
  /** For old programs alone: nothing but the key says that a signature comes from this wallet. */
  'eid-add-form-raw-hint': undefined;
  /** Certificates (recommended) */
  'eid-add-form-x509': undefined;
  /** Open requests */
  'eid-add-limit': undefined;
  /** The most that wait at a time. Leave it empty for 100. */
  'eid-add-limit-hint': undefined;
  /** This is a whole number from 1 to 10000. */
  'eid-add-limit-wrong': undefined;
  /** Logo */
  'eid-add-logo': undefined;
  /** Choose a picture… */
  'eid-add-logo-choose': undefined;
  /** Every request of it shows this picture. It is yours to choose: a party cannot. */
  'eid-add-logo-hint': undefined;
  /** Remove the picture */
  'eid-add-logo-remove': undefined;
  /** Ask for the number its page shows */
  'eid-add-matching': undefined;
  /** Your yes needs the right number. This helps against requests that somebody else began at an honest page, and not against a party that means ill. Old programs show no number. */
  'eid-add-matching-text': undefined;
  /** More */
  'eid-add-more': undefined;
  /** Name */
  'eid-add-name': undefined;
  /** What you call it. Every request of it is shown under this name. */
  'eid-add-name-hint': undefined;
  /** Add a party */
  'eid-add-title': undefined;
  /** Nothing proves that the email in this wallet is yours: what a party reads is what you say. */
  'eid-add-warning': undefined;
  /** Whoever has the key can ask in the party’s name. Give it to the party alone. */
  'eid-add-warning-key': undefined;
  /** Connect */
  'eid-connect-accept': undefined;
  /** Address */
  'eid-connect-address': undefined;
  /** Such as eid.example. With http:// only a service on this computer. */
  'eid-connect-address-hint': undefined;
  /** Cancel */
  'eid-connect-cancel': undefined;
  /** Cancelling */
  'eid-connect-cancelling': undefined;
  /** Code */
  'eid-connect-code': undefined;
  /** 26 letters and digits from whoever runs the service. It is good once. */
  'eid-connect-code-hint': undefined;
  /** A code has 26 letters and digits, without U. */
  'eid-connect-code-wrong': undefined;
  /** Name of this device */
  'eid-connect-device': undefined;
  /** Whoever runs the service and your other devices with the same email see it. */
  'eid-connect-device-hint': undefined;
  /** Identity Wallet on { $system } */
  'eid-connect-device-on': { system: string };
  /** Identity Wallet */
  'eid-connect-device-usual': undefined;
  /** Done */
  'eid-connect-done': undefined;
  /** Whoever gave you the code bound it to this email. Nothing proves that they checked that it is yours. */
  'eid-connect-done-proof': undefined;
  /** What sites ask { $email } by this service comes to your requests. */
  'eid-connect-done-text': { email: string };
  /** You are connected to { $host } */
  'eid-connect-done-title': { host: string };
  /** You are connected already */
  'eid-connect-failed-exists': undefined;
  /** This does not look like a service of Auth eID */
  'eid-connect-failed-protocol': undefined;
  /** The service refused */
  'eid-connect-failed-refused': undefined;
  /** Cancelled */
  'eid-connect-failed-stopped': undefined;
  /** No connection to the service */
  'eid-connect-failed-unreachable': undefined;
  /** What the service asks comes to the profile { $profile }. Whoever runs the service says who asks, and sees each answer on its way: connect to those that you trust. */
  'eid-connect-text': { profile: string };
  /** Connect to a service */
  'eid-connect-title': undefined;
  /** Connecting to { $host } */
  'eid-connect-working': { host: string };
  /** Disconnect */
  'eid-disconnect-accept': undefined;
  /** What the service has asked leaves your requests, and nothing more comes from it. Its parties and your keys for them stay, and are the same if you connect to the service again, which needs a new code. */
  'eid-disconnect-text': undefined;
  /** Disconnect from { $host }? */
  'eid-disconnect-title': { host: string };
  /** { $host } does not know that you left */
  'eid-disconnect-untold': { host: string };
  /** It could not be told: { $why }. Ask whoever runs it to remove this device. */
  'eid-disconnect-untold-text': { why: string };
  /** Remove */
  'eid-forget-accept': undefined;
  /** The connection leaves this list. Your keys for the parties of the service stay, and are the same if you connect to it again. */
  'eid-forget-text': undefined;
  /** Remove { $host }? */
  'eid-forget-title': { host: string };
  /** Raw keys of 2019 */
  'eid-form-raw': undefined;
  /** Certificates */
  'eid-form-x509': undefined;
  /** Copy the key */
  'eid-key-copy': undefined;
  /** Done */
  'eid-key-done': undefined;
  /** { $name } asks with this key. The wallet does not show it again: copy it now. If it is lost, make a new one. */
  'eid-key-text': { name: string };
  /** The key of { $name } */
  'eid-key-title': { name: string };
  /** Who may ask */
  'eid-parties': undefined;
  /** Add… */
  'eid-parties-add': undefined;
  /** Reading who may ask */
  'eid-parties-loading': undefined;
  /** Nobody may ask yet. Add a party: it gets a key, and asks with that. */
  'eid-parties-none': undefined;
  /** Block */
  'eid-party-block': undefined;
  /** Blocked */
  'eid-party-blocked': undefined;
  /** Blocked */
  'eid-party-blocked-badge': undefined;
  /** Since { $since }. You see nothing of what it asks, and it cannot tell. */
  'eid-party-blocked-since': { since: string };
  /** Signatures */
  'eid-party-form': undefined;
  /** Id */
  'eid-party-id': undefined;
  /** Open requests */
  'eid-party-limit': undefined;
  /** At most { $limit } at a time */
  'eid-party-limit-most': { limit: string };
  /** Number */
  'eid-party-matching': undefined;
  /** Number matching */
  'eid-party-matching-badge': undefined;
  /** Not asked for */
  'eid-party-matching-off': undefined;
  /** You have to find the number that its page shows */
  'eid-party-matching-on': undefined;
  /** Remove… */
  'eid-party-remove': undefined;
  /** New key… */
  'eid-party-rotate': undefined;
  /** Since { $since } · { $form } · at most { $limit } open */
  'eid-party-row': { form: string; limit: string; since: string };
  /** Registered at { $service } · { $form } */
  'eid-party-row-service': { form: string; service: string };
  /** Registered at */
  'eid-party-service': undefined;
  /** { $service }, whose operator answers for the name */
  'eid-party-service-text': { service: string };
  /** May ask since */
  'eid-party-since': undefined;
  /** Unblock */
  'eid-party-unblock': undefined;
  /** Remove */
  'eid-remove-accept': undefined;
  /** The wallet forgets it until it asks again. To see nothing more of it, block it. What you told it stays in the activity. */
  'eid-remove-service-text': undefined;
  /** Its key stops working at once. What you told it stays in the activity. */
  'eid-remove-text': undefined;
  /** Remove { $name }? */
  'eid-remove-title': { name: string };
  /** Root certificate */
  'eid-root': undefined;
  /** Save root certificate… */
  'eid-root-save': undefined;
  /** The certificate is in the file { $file }. */
  'eid-root-saved': { file: string };
  /** Parties use it to check that a signature comes from this wallet. It is not secret. */
  'eid-root-text': undefined;
  /** Make a new key */
  'eid-rotate-accept': undefined;
  /** The key that { $name } has stops working at once. It can ask again when it has the new one. */
  'eid-rotate-text': { name: string };
  /** Make a new key for { $name }? */
  'eid-rotate-title': { name: string };
  /** Answer requests of programs on this computer */
  'eid-service': undefined;
  /** Programs ask at */
  'eid-service-at': undefined;
  /** Copy the address */
  'eid-service-copy': undefined;
  /** Requests are not answered */
  'eid-service-failed': undefined;
  /** Port */
  'eid-service-port': undefined;
  /** Programs ask at 127.0.0.1 and this port. The usual one is 8466. */
  'eid-service-port-hint': undefined;
  /** A port is a number from 1 to 65535. */
  'eid-service-port-wrong': undefined;
  /** A program asks by an email, and you say yes or no here. Only programs on this computer reach this address. While the wallet is locked, requests wait. */
  'eid-service-text': undefined;
  /** Connect again… */
  'eid-services-again': undefined;
  /** Connect… */
  'eid-services-connect': undefined;
  /** Connected */
  'eid-services-connected': undefined;
  /** Connecting */
  'eid-services-connecting': undefined;
  /** { $device }, since { $since } */
  'eid-services-device': { device: string; since: string };
  /** Disconnect… */
  'eid-services-disconnect': undefined;
  /** Ended */
  'eid-services-ended': undefined;
  /** Since { $since } the service does not know this device: whoever runs it has removed it, or you. Connect again with a new code. */
  'eid-services-ended-text': { since: string };
  /** I know it */
  'eid-services-known': undefined;
  /** Services that you are connected to */
  'eid-services-list': undefined;
  /** Reading your services */
  'eid-services-loading': undefined;
  /** { $count } other devices answer for { $email } now */
  'eid-services-new': { count: number; email: string };
  /** { $devices }. If you do not know it, tell whoever runs the service at once: it can say yes in your place. */
  'eid-services-new-text': { devices: string };
  /** A service passes on what sites elsewhere ask you by email. Whoever runs it gives you a code for your wallet. */
  'eid-services-none': undefined;
  /** Not reachable */
  'eid-services-not-reachable': undefined;
  /** Since { $since }: { $why }. The wallet tries again by itself. */
  'eid-services-not-reachable-text': { since: string; why: string };
  /** Also answers: { $devices } */
  'eid-services-others': { devices: string };
  /** Not finished */
  'eid-services-pending': undefined;
  /** No answer came to your code. Connect again with the same code to go on. */
  'eid-services-pending-text': undefined;
  /** Remove… */
  'eid-services-remove': undefined;
  /** { $email } · profile { $profile } */
  'eid-services-row': { email: string; profile: string };
  /** Profile { $profile } */
  'eid-services-row-pending': { profile: string };
  /** Auth eID services on the internet */
  'eid-services-title': undefined;
  /** Waits for the unlock */
  'eid-services-waits': undefined;
  /** What is asked meanwhile comes when the wallet is unlocked with its password. */
  'eid-services-waits-text': undefined;
  /** Requests by Auth eID */
  'eid-title': undefined;
  /** Expired { $when } */
  'expiry-badge-expired': { when: string };
  /** Expires { $when } */
  'expiry-badge-expires': { when: string };
  /** { $day } (in { $days } days) */
  'expiry-day-near': { day: string; days: number };
  /** { $day } (expired) */
  'expiry-day-past': { day: string };
  /** Code: { $code } */
  'failure-code': { code: string };
  /** Copied */
  'failure-copied': undefined;
  /** Copy the code and the message */
  'failure-copy': undefined;
  /** Try again */
  'failure-retry': undefined;
  /** Enter a number. */
  'field-number-wrong': undefined;
  /** { $others } and { $last } */
  'list-and': { last: string; others: string };
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
  /** The vault is open for reading only, because its folder cannot be written to. Nothing is added to its activity log. To change something, copy the whole folder to a disk that can be written to, and open the copy. */
  'notice-read-only': undefined;
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
  /** Actions */
  'palette-actions': undefined;
  /** Add an attribute */
  'palette-add-attribute': undefined;
  /** Add a document */
  'palette-add-document': undefined;
  /** Add a site */
  'palette-add-site': undefined;
  /** Attributes */
  'palette-attributes': undefined;
  /** Back up the wallet */
  'palette-back-up': undefined;
  /** Open */
  'palette-choose': undefined;
  /** Close */
  'palette-close': undefined;
  /** Contrast: { $contrast } */
  'palette-contrast': { contrast: string };
  /** { $count ->
        [1] one result
       *[other] { $count } results
    } */
  'palette-count': { count: number };
  /** Lock the wallet */
  'palette-lock': undefined;
  /** Move */
  'palette-move': undefined;
  /** Nothing found for “{ $query }”. */
  'palette-none': { query: string };
  /** Search screens, settings, sites, attributes and actions */
  'palette-placeholder': undefined;
  /** Recent */
  'palette-recent': undefined;
  /** Results */
  'palette-results': undefined;
  /** Screens */
  'palette-screens': undefined;
  /** Settings: { $section } */
  'palette-section': { section: string };
  /** Settings */
  'palette-settings': undefined;
  /** Sites */
  'palette-sites': undefined;
  /** Switch to { $profile } */
  'palette-switch': { profile: string };
  /** Theme: { $theme } */
  'palette-theme': { theme: string };
  /** Find anything */
  'palette-title': undefined;
  /** Verify my identity */
  'palette-verify': undefined;
  /** Current password */
  'password-current': undefined;
  /** The passwords don’t match. */
  'password-differs': undefined;
  /** { $reason } You can still use your password. */
  'password-still-works': { reason: string };
  /** Profile in use: { $name } */
  'profile-current': { name: string };
  /** Profile in use: */
  'profile-in-use': undefined;
  /** Added */
  'provider-added': undefined;
  /** API address */
  'provider-api': undefined;
  /** Authorize address */
  'provider-authorize': undefined;
  /** Test provider */
  'provider-badge-test': undefined;
  /** Counts for others */
  'provider-badge-trusted': undefined;
  /** Its checks are for you alone */
  'provider-checks-own': undefined;
  /** Its checks count as verified for others */
  'provider-checks-trusted': undefined;
  /** Client id */
  'provider-client-id': undefined;
  /** Dialect */
  'provider-dialect': undefined;
  /** Web IDV */
  'provider-dialect-web-idv': undefined;
  /** Web KYC */
  'provider-dialect-web-kyc': undefined;
  /** Add */
  'provider-form-add': undefined;
  /** Cancel */
  'provider-form-cancel': undefined;
  /** Where that page sends the browser on to, such as 127.0.0.1:8467/verified. */
  'provider-form-listen-hint': undefined;
  /** Name */
  'provider-form-name': undefined;
  /** What you call it. It stands beside every value that it verified. */
  'provider-form-name-hint': undefined;
  /** Exactly as it is registered at the provider. Where the browser comes back to on this computer, or an https page that sends it on. */
  'provider-form-redirect-hint': undefined;
  /** It belongs to your own account at the provider: do not share it. It is kept in the system keyring. Leave it empty to be asked at each check. */
  'provider-form-secret-hint': undefined;
  /** Add an identity-check provider */
  'provider-form-title': undefined;
  /** Counts as verified for others */
  'provider-form-trust': undefined;
  /** If others ask whether you are verified, this provider’s checks count. Otherwise they are for you alone. */
  'provider-form-trust-text': undefined;
  /** Leave it empty for the usual one. */
  'provider-form-usual': undefined;
  /** Web IDV is weaker: a return does not say which check it belongs to. Put something that nobody can guess into the redirect URI. The wallet takes a return only while a check waits; look at the name before you keep what came. */
  'provider-form-web-idv': undefined;
  /** The provider is removed */
  'provider-left-behind': undefined;
  /** Its client secret may still be in the system keyring: { $reason } */
  'provider-left-behind-text': { reason: string };
  /** Listens at */
  'provider-listen': undefined;
  /** Address to listen at */
  'provider-listen-field': undefined;
  /** Redirect URI */
  'provider-redirect': undefined;
  /** Remove… */
  'provider-remove': undefined;
  /** Remove */
  'provider-remove-accept': undefined;
  /** The wallet forgets its settings, and the client secret in the system keyring. What its checks gave stays, and stays verified. */
  'provider-remove-text': undefined;
  /** Remove { $name }? */
  'provider-remove-title': { name: string };
  /** Replace the secret… */
  'provider-replace-secret': undefined;
  /** { $host } · { $dialect } */
  'provider-row': { dialect: string; host: string };
  /** Client secret */
  'provider-secret': undefined;
  /** In the file { $file } */
  'provider-secret-file': { file: string };
  /** In the system keyring */
  'provider-secret-kept': undefined;
  /** Asking the system keyring */
  'provider-secret-loading': undefined;
  /** Not kept; you are asked for it at each check */
  'provider-secret-missing': undefined;
  /** Keep it */
  'provider-secret-save': undefined;
  /** It goes into the system keyring, in the place of one that is there. The wallet does not show it again. */
  'provider-secret-text': undefined;
  /** Client secret of { $name } */
  'provider-secret-title': { name: string };
  /** Not known: { $reason } */
  'provider-secret-unavailable': { reason: string };
  /** Keep a secret… */
  'provider-set-secret': undefined;
  /** It runs on this computer. Everything that it verifies is labelled as a test. */
  'provider-test-text': undefined;
  /** Add… */
  'providers-add': undefined;
  /** Reading providers */
  'providers-loading': undefined;
  /** A provider checks who you are, in your browser. What it reads off your documents can be kept here as verified. You need an account of your own at one. */
  'providers-none': undefined;
  /** Identity-check providers */
  'providers-title': undefined;
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
  /** Suggested */
  'reminders-suggested': undefined;
  /** Expiring soon */
  'reminders-title': undefined;
  /** Dismiss */
  'removal-dismiss': undefined;
  /** Removed { $title } */
  'removal-done': { title: string };
  /** { $title } was not removed */
  'removal-failed': { title: string };
  /** Removals */
  'removal-region': undefined;
  /** Undo */
  'removal-undo': undefined;
  /** { $party } asks you to apply for KYC */
  'request-asks-apply': { party: string };
  /** { $party } asks who you are */
  'request-asks-identify': { party: string };
  /** { $party } asks you to log in */
  'request-asks-log-in': { party: string };
  /** { $party } asks you to sign a text */
  'request-asks-sign': { party: string };
  /** { $party } asks you to sign up */
  'request-asks-sign-up': { party: string };
  /** Decline and block */
  'request-block': undefined;
  /** Nothing more of { $party } is shown. You can undo that in the settings. */
  'request-block-hint': { party: string };
  /** A link asked for this; the wallet cannot tell which page or program opened it. */
  'request-by-link': undefined;
  /** Came { $came } */
  'request-came': { came: string };
  /** Decline */
  'request-decline': undefined;
  /** Came { $came }, ends { $when } */
  'request-ends': { came: string; when: string };
  /** Look */
  'request-look': undefined;
  /** Not now */
  'request-not-now': undefined;
  /** { $count } other requests wait too. */
  'request-others': { count: number };
  /** Close */
  'request-over-close': undefined;
  /** It was answered in another place, and the first answer stands. */
  'request-over-elsewhere': undefined;
  /** Its time is over. Nothing was sent. */
  'request-over-ended': undefined;
  /** This request has ended */
  'request-over-title': undefined;
  /** Whoever asked took it back. Nothing was sent. */
  'request-over-withdrawn': undefined;
  /** Not now */
  'request-profile-cancel': undefined;
  /** The profile “{ $profile }” answers, as it has the email by which you are asked. */
  'request-profile-other': { profile: string };
  /** To add it, work in the profile “{ $profile }”. */
  'request-profile-switch': { profile: string };
  /** Several of your profiles have the email by which { $party } asks. */
  'request-profile-text': { party: string };
  /** Which profile answers? */
  'request-profile-title': undefined;
  /** Answered */
  'request-status-answered': undefined;
  /** Your answer is being sent */
  'request-status-answering': undefined;
  /** Approved, not delivered yet */
  'request-status-approved': undefined;
  /** Declined */
  'request-status-declined': undefined;
  /** Its time was over */
  'request-status-ended': undefined;
  /** Your answer was not delivered */
  'request-status-failed': undefined;
  /** Your answer may have arrived */
  'request-status-unknown': undefined;
  /** Waits for your answer */
  'request-status-waiting': undefined;
  /** Taken back by whoever asked */
  'request-status-withdrawn': undefined;
  /** A request is waiting. Unlock to see it. */
  'request-waits-locked': undefined;
  /** Reading requests */
  'requests-loading': undefined;
  /** No requests */
  'requests-none': undefined;
  /** When a page or a program asks this wallet for something, it waits here for your answer. */
  'requests-none-text': undefined;
  /** Waiting for you */
  'requests-open': undefined;
  /** { $count } wait */
  'requests-open-count': { count: number };
  /** Over */
  'requests-over': undefined;
  /** What others have asked for, such as a page that opened a link */
  'requests-subtitle': undefined;
  /** Requests */
  'requests-title': undefined;
  /** Password */
  'served-password': undefined;
  /** Look again */
  'served-retry': undefined;
  /** Stop it and continue */
  'served-stop': undefined;
  /** Stopping it */
  'served-stopping': undefined;
  /** It answers requests without a window, and only one program can have the wallet at a time. You can stop it and go on here. */
  'served-text': undefined;
  /** “idw serve” holds this wallet */
  'served-title': undefined;
  /** About */
  'settings-about': undefined;
  /** Appearance */
  'settings-appearance': undefined;
  /** Backup */
  'settings-backup': undefined;
  /** Reading when the last backup was made */
  'settings-backup-loading': undefined;
  /** Identity checks */
  'settings-checks': undefined;
  /** Import and export */
  'settings-data': undefined;
  /** Auth eID */
  'settings-eid': undefined;
  /** Reading who may ask */
  'settings-eid-loading': undefined;
  /** Asking the keyring */
  'settings-keyring-loading': undefined;
  /** The password was changed. */
  'settings-password-changed': undefined;
  /** Opens the vault. Changing it takes a second. */
  'settings-password-text': undefined;
  /** Accounts and profiles */
  'settings-profiles': undefined;
  /** Sections of the settings */
  'settings-sections': undefined;
  /** Security */
  'settings-security': undefined;
  /** Settings */
  'settings-title': undefined;
  /** Vault */
  'settings-vault': undefined;
  /** Lock the wallet */
  'shortcut-lock': undefined;
  /** Find anything */
  'shortcut-palette': undefined;
  /** Search in this list */
  'shortcut-search': undefined;
  /** Show the shortcuts */
  'shortcut-sheet': undefined;
  /** Collapse or expand the sidebar */
  'shortcut-sidebar': undefined;
  /** Take the last removal back */
  'shortcut-undo': undefined;
  /** Larger */
  'shortcut-zoom-in': undefined;
  /** Smaller */
  'shortcut-zoom-out': undefined;
  /** Back to 100 % */
  'shortcut-zoom-reset': undefined;
  /** Do */
  'shortcuts-do': undefined;
  /** Go to */
  'shortcuts-go': undefined;
  /** Keyboard shortcuts */
  'shortcuts-title': undefined;
  /** View */
  'shortcuts-view': undefined;
  /** in less than a minute */
  'time-ahead-seconds': undefined;
  /** { $minutes } min { $seconds } s */
  'time-left': { minutes: string; seconds: string };
  /** Its time is over */
  'time-left-none': undefined;
  /** { $minutes } minutes left */
  'time-left-said': { minutes: number };
  /** 10 seconds left */
  'time-left-said-ten': undefined;
  /** { $seconds } s */
  'time-left-seconds': { seconds: string };
  /** there is a file { $path } already; it was left as it is and nothing was sent, name a new file with --trace */
  'trace-exists': { path: string };
  /** The trace { $path } is not complete: { $error }. It can be read, but the last exchanges are missing. */
  'trace-incomplete': { error: string; path: string };
  /** the trace { $path } could not be written: { $error }; nothing was sent */
  'trace-unwritten': { error: string; path: string };
  /** Change it */
  'verified-ask-accept': undefined;
  /** { $title } was verified by { $by } on { $day }. After this change it counts as entered by you. */
  'verified-ask-text': { by: string; day: string; title: string };
  /** Change a verified value? */
  'verified-ask-title': undefined;
  /** Verified */
  'verified-badge': undefined;
  /** Verified (test) */
  'verified-badge-test': undefined;
  /** the test provider { $name } */
  'verified-by-test': { name: string };
  /** { $value } (verified) */
  'verified-choice': { value: string };
  /** Document */
  'verified-document': undefined;
  /** { $document }, number ending in { $end } */
  'verified-document-number': { document: string; end: string };
  /** { $fields } missing */
  'verified-lacks': { fields: string };
  /** Add it */
  'verified-lacks-add': undefined;
  /** Sites do not take this without it. */
  'verified-lacks-text': undefined;
  /** { $fields } is missing */
  'verified-lacks-title': { fields: string };
  /** Verified by { $by } on { $day }. If you change it, it counts as entered by you. */
  'verified-notice': { by: string; day: string };
  /** Add a provider */
  'verify-add-provider': undefined;
  /** Copy the address */
  'verify-address-copy': undefined;
  /** Asking the provider */
  'verify-beginning': undefined;
  /** Go on in your browser */
  'verify-browser': undefined;
  /** Open the page again */
  'verify-browser-again': undefined;
  /** Open this address in a browser on this computer. */
  'verify-browser-copy': undefined;
  /** { $provider } checks you there. The wallet waits up to ten minutes, and takes what comes back by itself. */
  'verify-browser-text': { provider: string };
  /** No browser could be opened */
  'verify-browser-unopened': undefined;
  /** Cancel */
  'verify-cancel': undefined;
  /** What to do with { $name } */
  'verify-choice': { name: string };
  /** Keep both */
  'verify-choice-both': undefined;
  /** Keep */
  'verify-choice-keep': undefined;
  /** Leave out */
  'verify-choice-leave': undefined;
  /** Keep mine */
  'verify-choice-mine': undefined;
  /** Replace mine */
  'verify-choice-replace': undefined;
  /** Mark as verified */
  'verify-choice-same': undefined;
  /** Who should check you? */
  'verify-choose': undefined;
  /** The provider’s page opens in your browser. Follow it there, with your document at hand. When you are done, the page sends you back here, and you decide what to keep. */
  'verify-choose-text': undefined;
  /** Done */
  'verify-close': undefined;
  /** What was checked? */
  'verify-document-kind': undefined;
  /** The provider does not say it. */
  'verify-document-kind-hint': undefined;
  /** Choose… */
  'verify-document-kind-none': undefined;
  /** The provider says “{ $said }”, which the wallet does not know. */
  'verify-document-kind-said': { said: string };
  /** Throw away */
  'verify-drop-accept': undefined;
  /** Nothing was kept yet. To get it again you have to make the check again, which the provider may charge you for. */
  'verify-drop-text': undefined;
  /** Throw away what came? */
  'verify-drop-title': undefined;
  /** The check did not succeed */
  'verify-failed': undefined;
  /** Fetching what was read off your document */
  'verify-fetching': undefined;
  /** First name */
  'verify-first-names': undefined;
  /** The given names came as one. What is not your first name becomes your middle name. */
  'verify-first-names-hint': undefined;
  /** { $first } (middle name { $middle }) */
  'verify-first-names-split': { first: string; middle: string };
  /** In your wallet: { $value } */
  'verify-held': { value: string };
  /** Your wallet holds the same. */
  'verify-held-same': undefined;
  /** Keep { $count } values */
  'verify-keep': { count: number };
  /** { $count } values are in your wallet */
  'verify-kept': { count: number };
  /** Nothing was kept */
  'verify-kept-none': undefined;
  /** Not kept */
  'verify-left-out': undefined;
  /** No provider yet */
  'verify-none': undefined;
  /** An identity check is made by a provider at which you have an account. Add yours first. */
  'verify-none-text': undefined;
  /** Nothing that came can be kept. */
  'verify-nothing': undefined;
  /** Verify my identity */
  'verify-open': undefined;
  /** Checking the pictures */
  'verify-opening': undefined;
  /** Start again */
  'verify-retry': undefined;
  /** What { $provider } read */
  'verify-review': { provider: string };
  /** Look at it before you keep it. Nothing is in your wallet yet. */
  'verify-review-text': undefined;
  /** The wallet keeps none for this provider. It is used for this check and then forgotten. */
  'verify-secret-hint': undefined;
  /** Picture of you with the document */
  'verify-selfie': undefined;
  /** Open the browser */
  'verify-start': undefined;
  /** Browser */
  'verify-step-browser': undefined;
  /** Done */
  'verify-step-done': undefined;
  /** Fetch */
  'verify-step-fetch': undefined;
  /** Provider */
  'verify-step-provider': undefined;
  /** Review */
  'verify-step-review': undefined;
  /** Steps */
  'verify-steps': undefined;
  /** Verify my identity */
  'verify-title': undefined;
  /** Choose for: { $names } */
  'verify-undecided': { names: string };
  /** This wallet has no recovery phrase, so it cannot mark anything as verified. The values can be kept all the same. */
  'verify-unsealed': undefined;
  /** Activity */
  'window-activity': undefined;
  /** Applications */
  'window-applications': undefined;
  /** Attributes */
  'window-attributes': undefined;
  /** Collapse the sidebar */
  'window-collapse': undefined;
  /** Contrast */
  'window-contrast': undefined;
  /** High */
  'window-contrast-high': undefined;
  /** Standard */
  'window-contrast-standard': undefined;
  /** System */
  'window-contrast-system': undefined;
  /** High contrast has stronger lines and text. “System” follows the setting of this computer. */
  'window-contrast-text': undefined;
  /** Documents */
  'window-documents': undefined;
  /** Drop to add to the documents */
  'window-drop': undefined;
  /** Expand the sidebar */
  'window-expand': undefined;
  /** Home */
  'window-home': undefined;
  /** Lock */
  'window-lock': undefined;
  /** Wallet */
  'window-navigation': undefined;
  /** Sidebar */
  'window-sidebar': undefined;
  /** Collapsed, it shows icons only. In a narrow window it collapses by itself. */
  'window-sidebar-text': undefined;
  /** Sites */
  'window-sites': undefined;
  /** Skip to the content */
  'window-skip': undefined;
  /** Theme */
  'window-theme': undefined;
  /** Dark */
  'window-theme-dark': undefined;
  /** Light */
  'window-theme-light': undefined;
  /** System */
  'window-theme-system': undefined;
  /** “System” follows the light or dark setting of this computer. */
  'window-theme-text': undefined;
  /** { $title } ({ $keys }) */
  'window-title-keys': { keys: string; title: string };
  /** Zoom */
  'window-zoom': undefined;
  /** The zoom was not changed */
  'window-zoom-failed': undefined;
  /** Larger */
  'window-zoom-larger': undefined;
  /** { $percent } % */
  'window-zoom-percent': { percent: string };
  /** Smaller */
  'window-zoom-smaller': undefined;
  /** { $larger } and { $smaller } change it everywhere, { $reset } goes back to 100 %. */
  'window-zoom-text': { larger: string; reset: string; smaller: string };
}
