// Generated from assets/locales/en; do not edit. To renew it:
// IDW_WRITE_BINDINGS=1 cargo test -p idw-words bindings

/** Every message of the catalogue, with what it takes. */
export interface Catalogue {
  /** Address */
  'account-address': undefined;
  /** Imported */
  'account-badge-imported': undefined;
  /** Main */
  'account-badge-main': undefined;
  /** This site only */
  'account-badge-site': undefined;
  /** Copy the address of { $name } */
  'account-copy-address': { name: string };
  /** DID */
  'account-did': undefined;
  /** Export key… */
  'account-export': undefined;
  /** Choose where to save… */
  'account-export-choose': undefined;
  /** Anyone who has { $file } and its password can act as “{ $name }”. */
  'account-export-done-text': { file: string; name: string };
  /** Key file saved */
  'account-export-done-title': undefined;
  /** New password for the file */
  'account-export-file-password': undefined;
  /** The wallet saves the key in a Web3 Secret Storage file (version 3), which most Ethereum wallets can import. */
  'account-export-file-text': undefined;
  /** Make a file that opens both there and here */
  'account-export-nfkc-accept': undefined;
  /** Ethers, and wallets that use it, convert some characters of this password and then cannot open the file. */
  'account-export-nfkc-text': undefined;
  /** Some wallets read this password differently */
  'account-export-nfkc-title': undefined;
  /** Export the key of “{ $name }” */
  'account-export-title': { name: string };
  /** Export as */
  'account-export-ways': undefined;
  /** Import… */
  'account-import': undefined;
  /** Choose… */
  'account-import-choose': undefined;
  /** Choose another… */
  'account-import-choose-other': undefined;
  /** File password */
  'account-import-file-password': undefined;
  /** Leave it empty only if the file has no password. */
  'account-import-file-password-hint': undefined;
  /** Choose a Web3 Secret Storage file (version 3), which most Ethereum wallets can export, and enter its password. */
  'account-import-file-text': undefined;
  /** Account number */
  'account-import-index': undefined;
  /** 0 is the first account that other wallets show. */
  'account-import-index-hint': undefined;
  /** No file chosen */
  'account-import-no-file': undefined;
  /** Enter the 12 to 24 words of the other wallet, with or without their numbers. The wallet imports one account and does not keep the phrase. */
  'account-import-phrase-hint': undefined;
  /** 64 hexadecimal digits, with or without 0x. */
  'account-import-private-key-hint': undefined;
  /** Import */
  'account-import-submit': undefined;
  /** Import an account */
  'account-import-title': undefined;
  /** Import from */
  'account-import-ways': undefined;
  /** Key */
  'account-key': undefined;
  /** Derived from your recovery phrase for one site only */
  'account-key-of-one-site': undefined;
  /** Derived from your recovery phrase: */
  'account-key-of-phrase': undefined;
  /** Derived from your recovery phrase for { $site } only */
  'account-key-of-site': { site: string };
  /** Loading accounts */
  'account-list-loading': undefined;
  /** Accounts */
  'account-list-title': undefined;
  /** Name */
  'account-name': undefined;
  /** New account */
  'account-new': undefined;
  /** Only you see it. */
  'account-new-name-hint': undefined;
  /** Create */
  'account-new-submit': undefined;
  /** Your recovery phrase can restore this account. Sites already get separate keys, so you need another account only if you want several sites to know you by the same address. */
  'account-new-text': undefined;
  /** Public key */
  'account-public-key': undefined;
  /** Remove… */
  'account-remove': undefined;
  /** Remove */
  'account-remove-accept': undefined;
  /** Your activity still shows what you sent with this account. */
  'account-remove-activity': undefined;
  /** I have the key elsewhere or no longer need it */
  'account-remove-elsewhere': undefined;
  /** This erases the key from this wallet */
  'account-remove-erases': undefined;
  /** You imported this key, so your recovery phrase cannot restore it. You have exported it before. */
  'account-remove-exported': undefined;
  /** Checking where you use it */
  'account-remove-loading': undefined;
  /** You imported this key, so your recovery phrase cannot restore it. You have never exported it from this wallet. */
  'account-remove-never-exported': undefined;
  /** The wallet removes the account from the list. To get it back, import your recovery phrase with account number { $number }. */
  'account-remove-restorable': { number: string };
  /** You use it at { $sites }. From now on, the wallet uses a separate key at each of these sites, and they no longer know who you are. */
  'account-remove-sites-text': { sites: string };
  /** Sites know you by this account */
  'account-remove-sites-title': undefined;
  /** Remove “{ $name }”? */
  'account-remove-title': { name: string };
  /** Rename… */
  'account-rename': undefined;
  /** Your sites keep using this account under its new name. */
  'account-rename-hint': undefined;
  /** Rename */
  'account-rename-submit': undefined;
  /** Rename “{ $name }” */
  'account-rename-title': { name: string };
  /** Copy the private key */
  'account-reveal-copy-key': undefined;
  /** Hide now */
  'account-reveal-hide': undefined;
  /** Show private key */
  'account-reveal-key': undefined;
  /** Hides in { $seconds } seconds. */
  'account-reveal-left': { seconds: number };
  /** Show recovery phrase */
  'account-reveal-phrase': undefined;
  /** Anyone who reads this key can act as “{ $name }”. Never enter it on a website. */
  'account-reveal-warning-key': { name: string };
  /** Anyone who reads these words can use every account derived from them. Never enter them on a website. */
  'account-reveal-warning-phrase': undefined;
  /** Keep it to yourself */
  'account-reveal-warning-title': undefined;
  /** Key file */
  'account-way-key-file': undefined;
  /** Recovery phrase */
  'account-way-phrase': undefined;
  /** Private key */
  'account-way-private-key': undefined;
  /** Created account { $name } */
  'activity-account-added': { name: string };
  /** Exported account { $name } as a keystore file */
  'activity-account-exported': { name: string };
  /** Exported the unprotected key of account { $name } */
  'activity-account-exported-unprotected': { name: string };
  /** Imported account { $name } */
  'activity-account-imported': { name: string };
  /** Removed account { $name } */
  'activity-account-removed': { name: string };
  /** Renamed account { $from } to { $to } */
  'activity-account-renamed': { from: string; to: string };
  /** Withdrew KYC application { $application } at { $site } */
  'activity-application-cancelled': { application: string; site: string };
  /** Discarded the KYC application to { $site } before it was sent */
  'activity-application-dropped': { site: string };
  /** Agreed to continue the KYC application to { $site } at { $hosts } as { $account } */
  'activity-application-redirected': { account: string; hosts: string; site: string };
  /** Applied for KYC at { $site } */
  'activity-applied': { site: string };
  /** Agreed to apply for KYC at { $site } and send { $count } attributes */
  'activity-approved-apply': { count: number; site: string };
  /** Agreed to confirm your identity to { $site } and send { $count } attributes */
  'activity-approved-identify': { count: number; site: string };
  /** Agreed to log in to { $site } and send { $count } attributes */
  'activity-approved-log-in': { count: number; site: string };
  /** Agreed to sign a text for { $site } and send { $count } attributes */
  'activity-approved-sign': { count: number; site: string };
  /** Agreed to sign up to { $site } and send { $count } attributes */
  'activity-approved-sign-up': { count: number; site: string };
  /** Removed { $title } */
  'activity-attribute-removed': { title: string };
  /** Entered { $title } */
  'activity-attribute-set': { title: string };
  /** Started a backup of this wallet */
  'activity-backup-begun': undefined;
  /** Merged the backup of { $created } and added { $added } items */
  'activity-backup-merged': { added: number; created: string };
  /** Restored this wallet from the backup of { $created } */
  'activity-backup-restored': { created: string };
  /** Kept { $what } from an identity check by { $provider } and replaced { $replaced } values */
  'activity-check-kept': { provider: string; replaced: number; what: string };
  /** { $count } attributes */
  'activity-count-attributes': { count: number };
  /** { $count } documents */
  'activity-count-documents': { count: number };
  /** Exported { $what } */
  'activity-data-exported': { what: string };
  /** Imported { $what } from the file “{ $from }” */
  'activity-data-imported': { from: string; what: string };
  /** Declined a request from { $site } for your identity */
  'activity-declined-identify': { site: string };
  /** Declined a request from { $site } for your identity and blocked it */
  'activity-declined-identify-and-blocked': { site: string };
  /** Declined a login request from { $site } */
  'activity-declined-log-in': { site: string };
  /** Declined a login request from { $site } and blocked it */
  'activity-declined-log-in-and-blocked': { site: string };
  /** Declined a request from { $site } to sign a text */
  'activity-declined-sign': { site: string };
  /** Declined a request from { $site } to sign a text and blocked it */
  'activity-declined-sign-and-blocked': { site: string };
  /** Changed the default value of { $title } */
  'activity-default-chosen': { title: string };
  /** { $service } has another device for your email: “{ $name }” */
  'activity-device-added': { name: string; service: string };
  /** Added document { $name } */
  'activity-document-added': { name: string };
  /** Exported document { $name } */
  'activity-document-exported': { name: string };
  /** Removed document { $name } */
  'activity-document-removed': { name: string };
  /** Started to export account { $name } as a keystore file */
  'activity-export-begun-account': { name: string };
  /** Started to export the unprotected key of account { $name } */
  'activity-export-begun-account-unprotected': { name: string };
  /** Started to export { $what } */
  'activity-export-begun-data': { what: string };
  /** Started to export document { $name } */
  'activity-export-begun-document': { name: string };
  /** Started to export the recovery phrase */
  'activity-export-begun-phrase': undefined;
  /** The log should end with entry { $expected }, but it ends with entry { $found }. */
  'activity-fault-end': { expected: string; found: string };
  /** The log that came with the backup from { $created } is damaged. */
  'activity-fault-imported': { created: string };
  /** Entry { $number } is missing or appears more than once. */
  'activity-fault-missing': { number: string };
  /** Entry { $number } does not follow from entry { $before }. */
  'activity-fault-order': { before: string; number: string };
  /** This version of the wallet cannot read the entry with the ID { $id }. */
  'activity-fault-unreadable': { id: string };
  /** Confirmed your identity to { $site } */
  'activity-identified': { site: string };
  /** Stopped the system keyring from unlocking this wallet */
  'activity-keyring-disabled': undefined;
  /** Allowed the system keyring to unlock this wallet */
  'activity-keyring-enabled': undefined;
  /** Logged in to { $site } */
  'activity-logged-in': { site: string };
  /** Could not apply for KYC at { $site }. { $reason } */
  'activity-not-applied': { reason: string; site: string };
  /** Could not confirm your identity to { $site }. { $reason } */
  'activity-not-identified': { reason: string; site: string };
  /** Could not log in to { $site }. { $reason } */
  'activity-not-logged-in': { reason: string; site: string };
  /** Could not sign a text for { $site }. { $reason } */
  'activity-not-signed': { reason: string; site: string };
  /** Could not sign up to { $site }. { $reason } */
  'activity-not-signed-up': { reason: string; site: string };
  /** { $site } may or may not have received what you sent. { $reason } */
  'activity-outcome-unknown': { reason: string; site: string };
  /** Allowed { $name } to send requests by Auth eID */
  'activity-party-added': { name: string };
  /** Blocked requests from { $name } */
  'activity-party-blocked': { name: string };
  /** Changed the Auth eID key of { $name } */
  'activity-party-key-changed': { name: string };
  /** Removed { $name } from Auth eID */
  'activity-party-removed': { name: string };
  /** { $from } changed its name to { $to } */
  'activity-party-renamed': { from: string; to: string };
  /** Allowed requests from { $name } again */
  'activity-party-unblocked': { name: string };
  /** Changed the password */
  'activity-password-changed': undefined;
  /** Exported the recovery phrase */
  'activity-phrase-exported': undefined;
  /** Created profile { $name } */
  'activity-profile-added': { name: string };
  /** Removed profile { $name } */
  'activity-profile-removed': { name: string };
  /** Renamed profile { $from } to { $to } */
  'activity-profile-renamed': { from: string; to: string };
  /** Added identity-check provider { $name } ({ $host }) */
  'activity-provider-added': { host: string; name: string };
  /** Removed identity-check provider { $name } */
  'activity-provider-removed': { name: string };
  /** The service no longer knows this device. */
  'activity-reason-device-unknown': undefined;
  /** { $text } */
  'activity-reason-text': { text: string };
  /** Changed the label of { $title } */
  'activity-relabelled': { title: string };
  /** What was sent */
  'activity-sent': undefined;
  /** optional */
  'activity-sent-optional': undefined;
  /** Connected this wallet to { $service } for { $email } */
  'activity-service-connected': { email: string; service: string };
  /** Disconnected this wallet from { $service } */
  'activity-service-disconnected': { service: string };
  /** { $service } ended the connection. { $reason } */
  'activity-service-ended': { reason: string; service: string };
  /** The wallet hid a request from { $service }. { $reason } */
  'activity-service-fault': { reason: string; service: string };
  /** Signed a text for { $site } */
  'activity-signed': { site: string };
  /** Signed up to { $site } */
  'activity-signed-up': { site: string };
  /** Added site { $site } ({ $url }) */
  'activity-site-added': { site: string; url: string };
  /** Removed site { $site } */
  'activity-site-removed': { site: string };
  /** Updated the description of { $site } */
  'activity-site-renewed': { site: string };
  /** Hid a request from { $site } for your identity */
  'activity-unseen-identify': { site: string };
  /** Hid a login request from { $site } */
  'activity-unseen-log-in': { site: string };
  /** Hid a request from { $site } to sign a text */
  'activity-unseen-sign': { site: string };
  /** Created this wallet */
  'activity-vault-created': undefined;
  /** Answer */
  'application-answer': undefined;
  /** { $count } need your answer */
  'application-answer-count': { count: number };
  /** Check now */
  'application-ask': undefined;
  /** Asking the site */
  'application-asking': undefined;
  /** { $name } at { $site } */
  'application-at': { name: string; site: string };
  /** Needs your answer */
  'application-badge-answer': undefined;
  /** Approved */
  'application-badge-approved': undefined;
  /** Not sent yet */
  'application-badge-draft': undefined;
  /** Ended */
  'application-badge-ended': undefined;
  /** Refused */
  'application-badge-refused': undefined;
  /** Rejected */
  'application-badge-rejected': undefined;
  /** May have arrived */
  'application-badge-unknown': undefined;
  /** Being processed */
  'application-badge-with-site': undefined;
  /** Withdrawn */
  'application-badge-withdrawn': undefined;
  /** Cancel */
  'application-cancel-asking': undefined;
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
  /** Something changed since you agreed */
  'application-changed-title': undefined;
  /** Continue */
  'application-continue': undefined;
  /** Continue anyway */
  'application-continue-anyway': undefined;
  /** Signed in as */
  'application-detail-account': undefined;
  /** Agreed to */
  'application-detail-agreed': undefined;
  /** Last checked */
  'application-detail-checked': undefined;
  /** Your ID there */
  'application-detail-did': undefined;
  /** Application number */
  'application-detail-number': undefined;
  /** Sent */
  'application-detail-sent': undefined;
  /** Details */
  'application-details': undefined;
  /** Done */
  'application-done': undefined;
  /** Sending { $file } */
  'application-file-progress': { file: string };
  /** { $percent } % */
  'application-file-sending': { percent: string };
  /** Sent */
  'application-file-sent': undefined;
  /** Waiting */
  'application-file-waiting': undefined;
  /** It arrived */
  'application-is-there': undefined;
  /** asked for as “{ $label }” */
  'application-item-label': { label: string };
  /** May have arrived */
  'application-item-may-have': undefined;
  /** Needed */
  'application-item-missing': undefined;
  /** Not accepted */
  'application-item-not-accepted': undefined;
  /** Not sent */
  'application-item-not-sent': undefined;
  /** “{ $reason }” */
  'application-item-reason': { reason: string };
  /** Sent */
  'application-item-sent': undefined;
  /** Not sent yet */
  'application-item-to-send': undefined;
  /** { $done } of { $all } sent */
  'application-items-count': { all: string; done: string };
  /** What it needs */
  'application-items-title': undefined;
  /** { $count } files have not arrived yet. The wallet sends only what the site does not have. */
  'application-left': { count: number };
  /** Needs your answer */
  'application-list-answer': undefined;
  /** Clear the search */
  'application-list-clear': undefined;
  /** Ended */
  'application-list-ended': undefined;
  /** Loading applications */
  'application-list-loading': undefined;
  /** No applications yet */
  'application-list-none': undefined;
  /** Go to sites */
  'application-list-none-sites': undefined;
  /** Open a site and apply for KYC there. You can then see here what you sent, what the site says and what it still needs. */
  'application-list-none-text': undefined;
  /** No application matches “{ $query }” */
  'application-list-not-found': { query: string };
  /** Search by the site or by what you applied for. */
  'application-list-not-found-text': undefined;
  /** Search applications */
  'application-list-search': undefined;
  /** Your KYC applications and their progress */
  'application-list-subtitle': undefined;
  /** Applications */
  'application-list-title': undefined;
  /** In progress */
  'application-list-under-way': undefined;
  /** Open at the site */
  'application-open': undefined;
  /** { $status } · started { $when } */
  'application-row-begun': { status: string; when: string };
  /** { $status } · sent { $when } */
  'application-row-sent': { status: string; when: string };
  /** Send again */
  'application-send-again': undefined;
  /** The site has not started on it */
  'application-status-0': undefined;
  /** The site is working on it */
  'application-status-1': undefined;
  /** The site needs details of the company */
  'application-status-10': undefined;
  /** The site needs one more thing from you */
  'application-status-11': undefined;
  /** Partly approved */
  'application-status-12': undefined;
  /** The site is waiting for a payment in tokens */
  'application-status-13': undefined;
  /** A reviewer is looking at it */
  'application-status-14': undefined;
  /** The site is checking your details */
  'application-status-15': undefined;
  /** The site reopened it */
  'application-status-16': undefined;
  /** Approved */
  'application-status-2': undefined;
  /** Rejected */
  'application-status-3': undefined;
  /** The site has received it */
  'application-status-4': undefined;
  /** The site invited you to continue */
  'application-status-5': undefined;
  /** The site is waiting for you */
  'application-status-6': undefined;
  /** You declined it at the site */
  'application-status-7': undefined;
  /** Withdrawn */
  'application-status-8': undefined;
  /** The site needs more information */
  'application-status-9': undefined;
  /** Sending was interrupted */
  'application-status-draft': undefined;
  /** The site gave a status that this wallet does not know */
  'application-status-other': undefined;
  /** The site refused it */
  'application-status-refused': undefined;
  /** The site received it */
  'application-status-submitted': undefined;
  /** Sent, but it may not have arrived */
  'application-status-unknown': undefined;
  /** You withdrew it */
  'application-status-withdrawn': undefined;
  /** Stop */
  'application-stop': undefined;
  /** Check at { $site } whether the application arrived. If it did, choose “It arrived”. If you send it again, the site may get it twice. */
  'application-undecided-text': { site: string };
  /** Did it arrive? */
  'application-undecided-title': undefined;
  /** The wallet could not reach { $sites } { $when }. It will try again automatically. */
  'application-unreached': { sites: string; when: string };
  /** See what it asks for, then choose what to send. */
  'application-wants-text': undefined;
  /** Open the site to continue there. */
  'application-wants-there': undefined;
  /** { $site } needs more from you */
  'application-wants-title': { site: string };
  /** Withdraw */
  'application-withdraw': undefined;
  /** Withdraw */
  'application-withdraw-accept': undefined;
  /** Keep it */
  'application-withdraw-keep': undefined;
  /** The wallet asks { $site } to cancel it. The site keeps what it has already received. */
  'application-withdraw-sent': { site: string };
  /** Withdraw this application? */
  'application-withdraw-title': undefined;
  /** The wallet stops sending it. { $site } keeps what it has already received. */
  'application-withdraw-unsent': { site: string };
  /** Withdrawing */
  'application-withdrawing': undefined;
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
  /** Files to send */
  'asked-files': undefined;
  /** Making the files */
  'asked-files-loading': undefined;
  /** Preview */
  'asked-files-look': undefined;
  /** The wallet cannot show { $file }. */
  'asked-files-none': { file: string };
  /** First page of { $file } */
  'asked-files-page': { file: string };
  /** The wallet sends none of your values. { $party } learns only that you approved. */
  'asked-no-values': { party: string };
  /** Which number does the page show? */
  'asked-numbers': undefined;
  /** If you do not see a page with one of these numbers, do not approve. A wrong number declines the request. */
  'asked-numbers-text': undefined;
  /** Who asks */
  'asked-party': undefined;
  /** registered at { $service }, whose operator vouches for the name */
  'asked-service': { service: string };
  /** Allowed to ask since { $since } */
  'asked-since': { since: string };
  /** Text */
  'asked-text': undefined;
  /** Request */
  'asked-title': undefined;
  /** Verified */
  'asked-verified': undefined;
  /** { $party } will learn that your identity was not checked. */
  'asked-verified-not': { party: string };
  /** { $party } only accepts people whose identity was checked. It will learn that yours was not, and nothing else. */
  'asked-verified-refused': { party: string };
  /** { $party } will learn that your identity was checked. */
  'asked-verified-told': { party: string };
  /** Requested data */
  'asked-wants': undefined;
  /** Add an attribute */
  'attribute-add': undefined;
  /** Add a label */
  'attribute-add-label': undefined;
  /** Add { $title } */
  'attribute-add-title': { title: string };
  /** Cancel */
  'attribute-cancel': undefined;
  /** Change */
  'attribute-change': undefined;
  /** Change { $title } */
  'attribute-change-title': { title: string };
  /** Changed */
  'attribute-changed': undefined;
  /** Created */
  'attribute-created': undefined;
  /** Default */
  'attribute-default': undefined;
  /** Sent unless you choose another value */
  'attribute-default-why': undefined;
  /** { $count } values were added */
  'attribute-entered': { count: number };
  /** { $titles }. Open a value to change it. */
  'attribute-entered-text': { titles: string };
  /** { $count } files */
  'attribute-file-count': { count: number };
  /** Still reveals { $what }. */
  'attribute-file-tells': { what: string };
  /** Stored without { $what }. */
  'attribute-file-without': { what: string };
  /** Files */
  'attribute-files': undefined;
  /** Source */
  'attribute-from': undefined;
  /** Keep location and camera data */
  'attribute-keep-metadata': undefined;
  /** Pictures can reveal where and when you took them. The wallet removes this data unless you keep it. */
  'attribute-keep-metadata-text': undefined;
  /** Label */
  'attribute-label': undefined;
  /** Tells your values apart, such as “work” and “home”. */
  'attribute-label-hint': undefined;
  /** You already have this attribute: { $held }. Add a label to tell the two apart. */
  'attribute-label-needed': { held: string };
  /** Another value already has this label. */
  'attribute-label-taken': undefined;
  /** { $title } ({ $label }) */
  'attribute-labelled': { label: string; title: string };
  /** Add */
  'attribute-list-add': undefined;
  /** Clear the search */
  'attribute-list-clear': undefined;
  /** What you can share about your company */
  'attribute-list-company': undefined;
  /** Loading attributes */
  'attribute-list-loading': undefined;
  /** No attributes yet */
  'attribute-list-none': undefined;
  /** Add your first attribute */
  'attribute-list-none-add': undefined;
  /** Add what sites usually ask for, such as your name, email address or passport. It stays on this computer until you agree to send it. */
  'attribute-list-none-text': undefined;
  /** No attribute matches “{ $query }” */
  'attribute-list-not-found': { query: string };
  /** Try another word, or clear the search. */
  'attribute-list-not-found-text': undefined;
  /** Sort attributes */
  'attribute-list-order': undefined;
  /** What you can share about yourself */
  'attribute-list-person': undefined;
  /** Search attributes */
  'attribute-list-search': undefined;
  /** Make default */
  'attribute-make-default': undefined;
  /** none */
  'attribute-no-label': undefined;
  /** Remove */
  'attribute-remove': undefined;
  /** Remove { $title } */
  'attribute-remove-title': { title: string };
  /** Save */
  'attribute-save': undefined;
  /** { $title } was saved */
  'attribute-saved': { title: string };
  /** { $file } was stored without { $what }. */
  'attribute-saved-file-without': { file: string; what: string };
  /** Scan passport code */
  'attribute-scan': undefined;
  /** Attribute */
  'attribute-type': undefined;
  /** Choose an attribute… */
  'attribute-type-choose': undefined;
  /** { $number } accounts */
  'backup-account-count': { count: number; number: string };
  /** Activity */
  'backup-activity': undefined;
  /** Some entries were changed or are missing. Everything else is intact. */
  'backup-activity-damaged-text': undefined;
  /** The activity log is damaged */
  'backup-activity-damaged-title': undefined;
  /** { $number } applications */
  'backup-application-count': { count: number; number: string };
  /** { $number } attributes */
  'backup-attribute-count': { count: number; number: string };
  /** Check a backup */
  'backup-check': undefined;
  /** The passphrase opens it, and all of its data is intact. */
  'backup-check-done-text': undefined;
  /** The backup is complete */
  'backup-check-done-title': undefined;
  /** The wallet reads the whole file and changes nothing. */
  'backup-check-how': undefined;
  /** Check… */
  'backup-check-open': undefined;
  /** Check */
  'backup-check-submit': undefined;
  /** Verifies that a backup opens and is complete. Nothing is changed. */
  'backup-check-text': undefined;
  /** Check “{ $file }” */
  'backup-check-title': { file: string };
  /** Done */
  'backup-close': undefined;
  /** Back up */
  'backup-create': undefined;
  /** Choose where to save… */
  'backup-create-choose': undefined;
  /** Continue */
  'backup-create-continue': undefined;
  /** “{ $file }” is complete and saved to disk. You need only its passphrase to open it. */
  'backup-create-done-text': { file: string };
  /** Backup saved */
  'backup-create-done-title': undefined;
  /** Back up… */
  'backup-create-open': undefined;
  /** This passphrase opens the file on any computer. Without it, nobody can open the file, not even you. */
  'backup-create-passphrase-text': undefined;
  /** A backup contains everything in all your profiles, including your keys, so the wallet asks for your password again. */
  'backup-create-password-text': undefined;
  /** Step 2 of 2: a passphrase for the file */
  'backup-create-step-passphrase': undefined;
  /** Step 1 of 2: your password */
  'backup-create-step-password': undefined;
  /** Saves everything in the wallet, with all profiles and keys, in one encrypted file. */
  'backup-create-text': undefined;
  /** Back up the wallet */
  'backup-create-title': undefined;
  /** The wallet is saving everything to “{ $file }”. */
  'backup-create-writing': { file: string };
  /** Created */
  'backup-created': undefined;
  /** { $when } by { $program } */
  'backup-created-by': { program: string; when: string };
  /** { $number } documents ({ $size }) */
  'backup-document-count': { count: number; number: string; size: string };
  /** Due */
  'backup-due': undefined;
  /** { $number } entries */
  'backup-entry-count': { count: number; number: string };
  /** An account in the backup has the wrong key. */
  'backup-fault-account-key': undefined;
  /** The wallet cannot derive the key of an account in the backup. */
  'backup-fault-account-underivable': undefined;
  /** An entry in the activity log of the backup is not valid. */
  'backup-fault-activity': undefined;
  /** The keys that recognize sent values are not valid. */
  'backup-fault-digest-keys': undefined;
  /** A document in the backup has no valid ID. */
  'backup-fault-document-id': undefined;
  /** The backup lists a document that is not in it. */
  'backup-fault-document-missing': undefined;
  /** A document in the backup does not match the list of documents. */
  'backup-fault-document-other': undefined;
  /** The backup has a document that it does not list. */
  'backup-fault-document-unlisted': undefined;
  /** The list of documents in the backup is not valid. */
  'backup-fault-documents': undefined;
  /** The backup is empty. */
  'backup-fault-empty': undefined;
  /** The file “{ $file }” is missing from the backup. */
  'backup-fault-file-missing': { file: string };
  /** The file “{ $file }” in the backup is too large. */
  'backup-fault-file-too-large': { file: string };
  /** The file “{ $file }” in the backup is not valid at line { $line }, column { $column }. */
  'backup-fault-file-wrong': { column: string; file: string; line: string };
  /** Something in the backup belongs to a profile that is not in the backup. */
  'backup-fault-owner': undefined;
  /** The recovery phrase in the backup is not valid. */
  'backup-fault-phrase': undefined;
  /** The accounts in the backup do not belong to its recovery phrase. */
  'backup-fault-phrase-accounts': undefined;
  /** The key of a site in the backup does not belong to its recovery phrase. */
  'backup-fault-phrase-sites': undefined;
  /** The profiles in the backup are not valid. */
  'backup-fault-profiles': undefined;
  /** Two items in the backup have the same ID. */
  'backup-fault-same-id': undefined;
  /** The wallet cannot derive the key of a site in the backup. */
  'backup-fault-site-underivable': undefined;
  /** The backup would have more than { $most } files. */
  'backup-fault-too-many-files': { most: string };
  /** Contents */
  'backup-holds': undefined;
  /** The vault can no longer read the files of { $documents }. Add the same files again to repair them. */
  'backup-incomplete-text': { documents: string };
  /** Not in the backup */
  'backup-incomplete-title': undefined;
  /** { $template } at { $site } */
  'backup-item-application': { site: string; template: string };
  /** Application at { $site } */
  'backup-item-application-unnamed': { site: string };
  /** Entry { $number } */
  'backup-item-entry': { number: string };
  /** Backup from { $created } */
  'backup-item-log': { created: string };
  /** { $name } */
  'backup-item-named': { name: string };
  /** ID { $id } */
  'backup-item-unreadable': { id: string };
  /** Account */
  'backup-kind-account': undefined;
  /** Activity */
  'backup-kind-activity': undefined;
  /** Application */
  'backup-kind-application': undefined;
  /** Attribute */
  'backup-kind-attribute': undefined;
  /** Document */
  'backup-kind-document': undefined;
  /** Auth eID site */
  'backup-kind-eid-party': undefined;
  /** Recovery phrase */
  'backup-kind-phrase': undefined;
  /** Profile */
  'backup-kind-profile': undefined;
  /** Identity check provider */
  'backup-kind-provider': undefined;
  /** Type of attribute */
  'backup-kind-schema': undefined;
  /** Site */
  'backup-kind-site': undefined;
  /** Last backup: { $when } */
  'backup-last': { when: string };
  /** Last backup: unknown. Its date, { $day }, is in the future, so a clock was wrong */
  'backup-last-ahead': { day: string };
  /** Restore from a backup */
  'backup-merge': undefined;
  /** The wallet already has { $count } items. */
  'backup-merge-already': { count: number };
  /** Open */
  'backup-merge-continue': undefined;
  /** Backup from { $when }. */
  'backup-merge-created': { when: string };
  /** The wallet added { $count } items and replaced nothing of yours. */
  'backup-merge-done-text': { count: number };
  /** Restored */
  'backup-merge-done-title': undefined;
  /** The wallet adds what is in the backup and not yet here. You review the changes first, and nothing of yours is replaced. */
  'backup-merge-how': undefined;
  /** Where yours differs, the wallet keeps yours. */
  'backup-merge-keeps-yours': undefined;
  /** The wallet cannot add { $count } items. The list says why. */
  'backup-merge-left-out-text': { count: number };
  /** Some items cannot be added */
  'backup-merge-left-out-title': undefined;
  /** What is in the backup */
  'backup-merge-list': undefined;
  /** Restore… */
  'backup-merge-open': undefined;
  /** Show */
  'backup-merge-show-already': undefined;
  /** Add { $count } items */
  'backup-merge-submit': { count: number };
  /** Adds what this wallet does not have. You review the changes first. */
  'backup-merge-text': undefined;
  /** Restore from “{ $file }” */
  'backup-merge-title': { file: string };
  /** Nothing has changed yet. */
  'backup-merge-unchanged': undefined;
  /** The wallet will add { $count } items. */
  'backup-merge-would-add': { count: number };
  /** No backup yet */
  'backup-none': undefined;
  /** New */
  'backup-outcome-added': undefined;
  /** Already here */
  'backup-outcome-already': undefined;
  /** Both kept */
  'backup-outcome-beside': undefined;
  /** Yours kept */
  'backup-outcome-kept': undefined;
  /** Left out */
  'backup-outcome-left-out': undefined;
  /** Passphrase */
  'backup-passphrase': undefined;
  /** Copy the passphrase */
  'backup-passphrase-copy': undefined;
  /** Backup passphrase */
  'backup-passphrase-existing': undefined;
  /** Generate one */
  'backup-passphrase-generate': undefined;
  /** Generating a passphrase */
  'backup-passphrase-loading': undefined;
  /** Use my own */
  'backup-passphrase-own': undefined;
  /** Repeat the passphrase */
  'backup-passphrase-repeat': undefined;
  /** Write it down with its hyphens and keep it away from the backup. The wallet shows it only once. */
  'backup-passphrase-text': undefined;
  /** I have written it down */
  'backup-passphrase-written': undefined;
  /** Wrong passphrase */
  'backup-passphrase-wrong': undefined;
  /** Profiles */
  'backup-profiles': { count: number };
  /** { $step }: { $percent } % */
  'backup-progress': { percent: string; step: string };
  /** Another profile of this wallet has this key. */
  'backup-reason-account-elsewhere': undefined;
  /** The backup does not have the key of this account. */
  'backup-reason-account-no-key': undefined;
  /** The backup has no recovery phrase, so the wallet cannot add this account. Create the account again in this wallet. */
  'backup-reason-account-no-phrase': undefined;
  /** { $site } knows you by this account. */
  'backup-reason-account-of-site': { site: string };
  /** It does not belong to this wallet’s recovery phrase. */
  'backup-reason-account-other-phrase': undefined;
  /** The wallet did not add its account. */
  'backup-reason-application-account': undefined;
  /** The wallet did not add a file that this application still has to send. */
  'backup-reason-application-file': undefined;
  /** It was made with an account that you do not use at this site. */
  'backup-reason-application-other-account': undefined;
  /** The wallet did not add its site. */
  'backup-reason-application-site': undefined;
  /** Your application has a different status. */
  'backup-reason-application-status': undefined;
  /** It was not sent yet. Apply again from this wallet. */
  'backup-reason-application-unsent': undefined;
  /** This version of the wallet does not know this attribute. */
  'backup-reason-attribute-unknown': undefined;
  /** A document of this attribute is missing from the backup. */
  'backup-reason-document-absent': undefined;
  /** Its document “{ $name }” was left out. { $reason } */
  'backup-reason-document-left-out': { name: string; reason: string };
  /** Something else in the wallet has the same ID. */
  'backup-reason-eid-id': undefined;
  /** Another Auth eID site has this name. */
  'backup-reason-eid-name': undefined;
  /** The backup is from another wallet. If this site may send you requests, add it here yourself. */
  'backup-reason-eid-other-wallet': undefined;
  /** The entry is not valid. */
  'backup-reason-entry-wrong': undefined;
  /** The file in the wallet was damaged. The wallet takes the file from the backup. */
  'backup-reason-file-mended': undefined;
  /** This version of the wallet cannot read its key. */
  'backup-reason-key-unreadable': undefined;
  /** It has the wrong key. */
  'backup-reason-key-wrong': undefined;
  /** The label in the backup was not valid, so the wallet changed it. */
  'backup-reason-label-corrected': undefined;
  /** The label is not valid. */
  'backup-reason-label-wrong': undefined;
  /** Its label is now “{ $label }”. */
  'backup-reason-labelled': { label: string };
  /** The wallet keeps its { $count } entries next to your own log. */
  'backup-reason-log': { count: number };
  /** The name in the backup was not valid, so the wallet changed it. */
  'backup-reason-name-corrected': undefined;
  /** The backup has another recovery phrase. The wallet keeps yours and adds the backup’s keys as imported keys. */
  'backup-reason-phrase': undefined;
  /** Its profile is not in the wallet. */
  'backup-reason-profile-missing': undefined;
  /** Another profile has the same number, or the number is not valid. */
  'backup-reason-profile-number': undefined;
  /** Its profile was removed before the backup was made. */
  'backup-reason-profile-removed': undefined;
  /** The wallet cannot hold more than { $most } attribute types from sites. */
  'backup-reason-schemas-full': { most: string };
  /** The wallet could not read it back from a backup. */
  'backup-reason-shape': undefined;
  /** You use another account at this site. */
  'backup-reason-site-account': undefined;
  /** The description of the site is not valid. */
  'backup-reason-site-description': undefined;
  /** The site’s key does not belong to this wallet. */
  'backup-reason-site-key': undefined;
  /** “{ $name }” in this wallet already has this key. */
  'backup-reason-site-key-taken': { name: string };
  /** This wallet has no recovery phrase to derive the site’s key from. */
  'backup-reason-site-no-phrase': undefined;
  /** The wallet did not add the account that you used at this site. You now use the site’s own key. */
  'backup-reason-site-own-key': undefined;
  /** The site’s key belongs to another profile of this wallet. */
  'backup-reason-site-profile': undefined;
  /** The site’s address has a query, so the wallet cannot derive a key for the site. */
  'backup-reason-site-query': undefined;
  /** The file type in the backup was wrong. The correct type is { $media_type }. */
  'backup-reason-type-corrected': { media_type: string };
  /** The backup says that this value was verified, but the wallet cannot confirm it. */
  'backup-reason-unconfirmed': undefined;
  /** This version of the wallet cannot read it. */
  'backup-reason-unreadable': undefined;
  /** { $kind } “{ $name }” was corrected. { $reason } */
  'backup-remark-corrected': { kind: string; name: string; reason: string };
  /** { $kind } “{ $name }” was kept. { $reason } */
  'backup-remark-kept': { kind: string; name: string; reason: string };
  /** { $kind } “{ $name }” was left out. { $reason } */
  'backup-remark-left-out': { kind: string; name: string; reason: string };
  /** Problems found */
  'backup-remarks-title': undefined;
  /** { $number } sites */
  'backup-site-count': { count: number; number: string };
  /** Size */
  'backup-size': undefined;
  /** Cancelling */
  'backup-step-cancelling': undefined;
  /** Deriving the key from the passphrase */
  'backup-step-opening': undefined;
  /** Reading the backup */
  'backup-step-reading': undefined;
  /** Finishing */
  'backup-step-saving': undefined;
  /** Saving the backup */
  'backup-step-writing': undefined;
  /** Backup */
  'backup-title': undefined;
  /** The backup cannot be used */
  'backup-unusable': undefined;
  /** Import attributes and documents… */
  'bring-data': undefined;
  /** An export of this wallet, or the data file of the SelfKey wallet. */
  'bring-data-hint': undefined;
  /** Open my wallet */
  'bring-done': undefined;
  /** Your attributes and documents are imported. */
  'bring-has-data': undefined;
  /** Import an account… */
  'bring-key': undefined;
  /** A key file (keystore), a recovery phrase or a private key. */
  'bring-key-hint': undefined;
  /** { $count } accounts are imported. */
  'bring-keys': { count: number };
  /** Skip */
  'bring-skip': undefined;
  /** Your wallet is ready. Import what you have in another wallet, or do it later in the settings. */
  'bring-text': undefined;
  /** Bring what you have */
  'bring-title': undefined;
  /** You would act as '{ $account }' here, as that backup says. If its key came with the backup, whoever made the backup can act as you here, too. */
  'change-account-from-backup': { account: string };
  /** Its address was { $was }; it is { $is } now. */
  'change-address-moved': { is: string; was: string };
  /** You already applied for this on { $day }. Its last known status: { $standing }. This would be a second application. */
  'change-applied-before': { day: string; standing: string };
  /** It did not name { $title } before; it calls it “{ $is }” now. */
  'change-called-first': { is: string; than: string; title: string };
  /** It called { $title } “{ $was }” before; it does not name it now. */
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
  /** { $kind }, { $size } */
  'check-field-picture': { kind: string; size: string };
  /** The wallet cannot use this picture. { $reason } */
  'check-left-out-bad-picture': { reason: string };
  /** It does not fit the attribute. { $reason } */
  'check-left-out-does-not-fit': { reason: string };
  /** The document would expire before it becomes valid. */
  'check-left-out-ends-before-it-begins': undefined;
  /** Nobody alive can have been born on this day. */
  'check-left-out-impossible-birth': undefined;
  /** It is not a country that the wallet knows. */
  'check-left-out-no-country': undefined;
  /** It is not a date. */
  'check-left-out-no-date': undefined;
  /** The wallet has no place for it. */
  'check-left-out-no-place': undefined;
  /** It is too long or has the wrong type. */
  'check-left-out-not-read': undefined;
  /** It has characters that do not belong in a name or number. */
  'check-left-out-odd-text': undefined;
  /** This document names another person than the first one. */
  'check-left-out-of-another': undefined;
  /** Neither the provider nor you said which document it is. */
  'check-left-out-unknown-document': undefined;
  /** The document expired on { $day }. */
  'check-note-expired': { day: string };
  /** Still missing: { $fields }. Sites do not accept it without. */
  'check-note-lacks': { fields: string };
  /** Removed from the picture: { $what }. */
  'check-note-metadata-removed': { what: string };
  /** The check did not include a selfie. This is the one you added. */
  'check-note-selfie-given': undefined;
  /** The check did not include a selfie. This is the one from your wallet. */
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
  /** Send */
  'consent-agree': { purpose: string };
  /** Send { $count } */
  'consent-agree-sending': { count: string; purpose: string };
  /** { $titles } and { $count } more */
  'consent-and-more': { count: string; titles: string };
  /** Signed in as */
  'consent-as': undefined;
  /** Tell { $site } who you are? */
  'consent-ask': { purpose: string; site: string };
  /** { $title } (asked for as “{ $label }”) */
  'consent-called-as': { label: string; title: string };
  /** { $title } (defined by the site) */
  'consent-called-by-site': { title: string };
  /** { $title } [{ $which }] */
  'consent-called-which': { title: string; which: string };
  /** What has changed */
  'consent-changes-title': undefined;
  /** Decline */
  'consent-decline': undefined;
  /** Also sent to */
  'consent-elsewhere': undefined;
  /** Choose a file. */
  'consent-fill-choose-file': undefined;
  /** Optional: { $fields } */
  'consent-fill-more': { fields: string };
  /** { $title } is required. */
  'consent-fill-needed': { title: string };
  /** Save and continue */
  'consent-fill-save': undefined;
  /** Saved in your wallet: { $titles } */
  'consent-fill-saved': { titles: string };
  /** Fill in from a passport or identity card */
  'consent-fill-scan': undefined;
  /** The wallet saves your answers, so you enter them only once. It sends nothing until you agree. */
  'consent-fill-text': undefined;
  /** Fill in what is missing */
  'consent-fill-title': undefined;
  /** Purpose */
  'consent-for': undefined;
  /** Your ID at this site */
  'consent-id': undefined;
  /** Address */
  'consent-id-address': undefined;
  /** DID */
  'consent-id-did': undefined;
  /** Add */
  'consent-item-add': undefined;
  /** Add { $title } */
  'consent-item-add-title': { title: string };
  /** Send it again anyway? */
  'consent-item-again': undefined;
  /** Send this { $title } again */
  'consent-item-again-switch': { title: string };
  /** You already sent this to the site on { $day }. */
  'consent-item-already-sent': { day: string };
  /** asked for as “{ $label }” */
  'consent-item-asked-as': { label: string };
  /** Defined by the site */
  'consent-item-by-site': undefined;
  /** Change */
  'consent-item-change': undefined;
  /** Change { $title } */
  'consent-item-change-title': { title: string };
  /** Which { $title } to send */
  'consent-item-choose': { title: string };
  /** Files of { $title } */
  'consent-item-files': { title: string };
  /** Not asked before */
  'consent-item-new': undefined;
  /** Optional */
  'consent-item-optional': undefined;
  /** Send { $title } */
  'consent-item-send': { title: string };
  /** Make a smaller copy */
  'consent-item-shrink': undefined;
  /** { $file } ({ $size }) is too large. This site accepts at most { $limit }. */
  'consent-item-too-large': { file: string; limit: string; size: string };
  /** Preparing what to send */
  'consent-loading': undefined;
  /** It describes a company, and this profile is a person’s. */
  'consent-missing-about-company': undefined;
  /** It describes a person, and this profile is a company’s. */
  'consent-missing-about-person': undefined;
  /** Missing: { $titles } */
  'consent-missing-list': { titles: string };
  /** The value in the wallet is not accepted. */
  'consent-missing-not-accepted': undefined;
  /** The value in the wallet is not accepted. { $because } */
  'consent-missing-not-accepted-because': { because: string };
  /** It is not in the wallet yet. */
  'consent-missing-not-held': undefined;
  /** The site asks for its own kind of data, which this wallet does not know. */
  'consent-missing-not-known': undefined;
  /** The site asks for its own kind of data, which this wallet does not know. { $because } */
  'consent-missing-not-known-because': { because: string };
  /** { $file } has { $size }, and the site takes at most { $limit }. */
  'consent-missing-too-large': { file: string; limit: string; size: string };
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
  /** The site does not ask for any attributes in this application. */
  'consent-nothing-asked': undefined;
  /** { $place } receives { $sees } */
  'consent-place-gets': { place: string; sees: string };
  /** Privacy policy */
  'consent-policy': undefined;
  /** The wallet sends nothing about you, only proof that you have the key that the site knows. */
  'consent-proof-only': undefined;
  /** The site already has this value and did not accept it. */
  'consent-refused': undefined;
  /** The site already has this value and did not accept it. It says: “{ $reason }” */
  'consent-refused-because': { reason: string };
  /** Not accepted before: { $titles } */
  'consent-refused-list': { titles: string };
  /** Sent */
  'consent-result': { purpose: string };
  /** { $site } accepted it. */
  'consent-result-accepted': { site: string };
  /** Application */
  'consent-result-application': undefined;
  /** Continue at */
  'consent-result-continue': undefined;
  /** Done */
  'consent-result-done': undefined;
  /** { $site } wants to send your browser elsewhere. Open it only if you expected that. */
  'consent-result-elsewhere-text': { site: string };
  /** This address belongs to another site */
  'consent-result-elsewhere-title': undefined;
  /** Open in browser */
  'consent-result-open': undefined;
  /** View it at */
  'consent-result-see': undefined;
  /** Sent */
  'consent-result-sent': undefined;
  /** Try again */
  'consent-retry': undefined;
  /** Scroll down to see everything first */
  'consent-scroll-first': undefined;
  /** Show more */
  'consent-scroll-on': undefined;
  /** the files */
  'consent-sees-files': undefined;
  /** questions about KYC templates */
  'consent-sees-questions': undefined;
  /** a signature in your name */
  'consent-sees-signature': undefined;
  /** a token that acts as you */
  'consent-sees-token': undefined;
  /** the attributes */
  'consent-sees-values': undefined;
  /** What will be sent */
  'consent-sent-title': undefined;
  /** Sites where you use this account can recognise you. */
  'consent-shared-account': undefined;
  /** Sign up instead */
  'consent-sign-up-instead': undefined;
  /** A key for this site only */
  'consent-site-key': undefined;
  /** Stop */
  'consent-stop': undefined;
  /** Terms */
  'consent-terms': undefined;
  /** Send { $site } what it asks for? */
  'consent-update-title': { site: string };
  /** Who asks */
  'consent-who': undefined;
  /** Copy */
  'copy-button': undefined;
  /** Copied */
  'copy-done': undefined;
  /** Copied. The wallet clears the clipboard in { $seconds } seconds. */
  'copy-done-secret': { seconds: number };
  /** Import from another wallet */
  'create-bring': undefined;
  /** Start with an empty wallet */
  'create-bring-not': undefined;
  /** First choose a password for the new wallet. You import your account or your data in the last step. */
  'create-bring-text': undefined;
  /** Nobody can reset this password. Keep it somewhere safe. */
  'create-password-text': undefined;
  /** Restore from a backup */
  'create-restore': undefined;
  /** Create wallet */
  'create-submit': undefined;
  /** Your identity, documents and keys are encrypted and stay on this computer. */
  'create-subtitle': undefined;
  /** Create your wallet */
  'create-title': undefined;
  /** Creating the wallet */
  'create-under-way': undefined;
  /** Choose { $title } in a calendar */
  'date-calendar': { title: string };
  /** Close the calendar */
  'date-calendar-close': undefined;
  /** Month */
  'date-month': undefined;
  /** Enter a date as YYYY-MM-DD, such as 1985-04-12. */
  'date-not-a-date': undefined;
  /** YYYY-MM-DD */
  'date-placeholder': undefined;
  /** Year */
  'date-year': undefined;
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
  /** What you entered is not saved. */
  'dialog-close-window-text': undefined;
  /** Close the window? */
  'dialog-close-window-title': undefined;
  /** Discard */
  'dialog-discard': undefined;
  /** Keep editing */
  'dialog-discard-keep': undefined;
  /** Discard what you entered? */
  'dialog-discard-title': undefined;
  /** Dismiss */
  'dialog-dismiss': undefined;
  /** Lock the wallet (Ctrl+L) */
  'dialog-lock': undefined;
  /** Clock */
  'doctor-clock': undefined;
  /** It is { $now }, and nothing keeps the clock right. */
  'doctor-clock-adrift': { now: string };
  /** Set the clock, and let the network keep it right: `timedatectl set-ntp true`. */
  'doctor-clock-advice': undefined;
  /** The clock says { $now }, but there are files from { $newest }. Sites and their certificates look invalid with a wrong clock. */
  'doctor-clock-behind': { newest: string; now: string };
  /** It is { $now }. */
  'doctor-clock-works': { now: string };
  /** File dialogs */
  'doctor-dialogs': undefined;
  /** Install the portal of your desktop (xdg-desktop-portal-gtk, xdg-desktop-portal-gnome or xdg-desktop-portal-kde) or zenity. Until then, type the path of a file. */
  'doctor-dialogs-advice': undefined;
  /** There is neither a desktop portal nor Zenity, so the window can show no file dialogs. */
  'doctor-dialogs-none': undefined;
  /** The desktop's portal shows them. */
  'doctor-dialogs-portal': undefined;
  /** There is no desktop portal. Zenity shows them. */
  'doctor-dialogs-zenity': undefined;
  /** Display */
  'doctor-display': undefined;
  /** Start the window from a terminal in your desktop session. Without a desktop, use the command line, or `idw serve` on a server. */
  'doctor-display-advice': undefined;
  /** There is no display: neither WAYLAND_DISPLAY nor DISPLAY is set. */
  'doctor-display-none': undefined;
  /** The display { $name } cannot be reached. */
  'doctor-display-unreachable': { name: string };
  /** The window opens on { $kind }. */
  'doctor-display-works': { kind: string };
  /** { $count } problems were found */
  'doctor-failed': { count: number };
  /** Graphics */
  'doctor-graphics': undefined;
  /** The graphics card draws the window. */
  'doctor-graphics-hardware': undefined;
  /** NVIDIA's proprietary driver is installed. The window is drawn without DMABUF, which does not work with it. */
  'doctor-graphics-nvidia': undefined;
  /** NVIDIA's proprietary driver is installed, and WEBKIT_DISABLE_DMABUF_RENDERER is set to { $value }. The window may stay empty. */
  'doctor-graphics-nvidia-forced': { value: string };
  /** Unset WEBKIT_DISABLE_DMABUF_RENDERER, or set it to 1. */
  'doctor-graphics-nvidia-forced-advice': undefined;
  /** There is no graphics card that programs can use. The processor draws the window. */
  'doctor-graphics-software': undefined;
  /** WEBKIT_DISABLE_DMABUF_RENDERER is set, so the window is drawn without DMABUF. */
  'doctor-graphics-without-dmabuf': undefined;
  /** Keyring */
  'doctor-keyring': undefined;
  /** Install and start a keyring, for example gnome-keyring, KWallet or KeePassXC. The password always works. */
  'doctor-keyring-advice': undefined;
  /** There is no Secret Service, so the vault cannot be unlocked without its password. */
  'doctor-keyring-none': undefined;
  /** A Secret Service is there. It can keep what unlocks the vault. */
  'doctor-keyring-works': undefined;
  /** Sleep and screen lock */
  'doctor-logind': undefined;
  /** Lock the wallet yourself with Ctrl+L before you leave. It still locks after a time without use. */
  'doctor-logind-advice': undefined;
  /** There is no logind, so the wallet does not lock when the computer sleeps or the screen is locked. */
  'doctor-logind-none': undefined;
  /** systemd-logind tells the window when to lock. */
  'doctor-logind-works': undefined;
  /** Problems */
  'doctor-problems': undefined;
  /** Runtime folder */
  'doctor-runtime': undefined;
  /** Log in through the desktop or SSH, so that systemd makes the folder, or set XDG_RUNTIME_DIR to one of your folders with mode 700. */
  'doctor-runtime-advice': undefined;
  /** XDG_RUNTIME_DIR is not set. The wallet puts its socket beside the vault. */
  'doctor-runtime-none': undefined;
  /** XDG_RUNTIME_DIR is { $folder }, which is not a folder that only you can use. The wallet puts its socket beside the vault. */
  'doctor-runtime-unfit': { folder: string };
  /** { $folder } is yours alone. */
  'doctor-runtime-works': { folder: string };
  /** Vault */
  'doctor-vault': undefined;
  /** { $folder } belongs to another user. */
  'doctor-vault-foreign': { folder: string };
  /** Start the wallet as the user who owns the vault, or make the folder yours: `sudo chown -R "$USER" FOLDER`. */
  'doctor-vault-foreign-advice': undefined;
  /** The disk of { $folder } is full: { $free } are free. */
  'doctor-vault-full': { folder: string; free: string };
  /** Make room on that disk. `idw vault compact` gives space of the vault back. */
  'doctor-vault-full-advice': undefined;
  /** The disk of { $folder } is nearly full: { $free } are free. */
  'doctor-vault-nearly-full': { folder: string; free: string };
  /** There is no vault in { $folder } yet, with { $free } free. The window or `idw init` makes one. */
  'doctor-vault-none': { folder: string; free: string };
  /** { $folder } is not a folder. */
  'doctor-vault-not-a-folder': { folder: string };
  /** Move the file away, or name another vault with --vault. */
  'doctor-vault-not-a-folder-advice': undefined;
  /** Other users of this computer can look into { $folder } (mode { $mode }). */
  'doctor-vault-open-to-others': { folder: string; mode: string };
  /** Keep them out: `chmod 700 FOLDER`. */
  'doctor-vault-open-to-others-advice': undefined;
  /** { $folder } cannot be written to. The vault opens for reading only. */
  'doctor-vault-read-only': { folder: string };
  /** Make the folder writable for you: `chmod u+w FOLDER`. If its disk is read-only, copy the folder to another one. */
  'doctor-vault-read-only-advice': undefined;
  /** { $folder } cannot be read: { $error } */
  'doctor-vault-unreadable': { error: string; folder: string };
  /** Check who owns the folder and those above it, or name another vault with --vault. */
  'doctor-vault-unreadable-advice': undefined;
  /** { $folder } is yours alone, with { $free } free. */
  'doctor-vault-works': { folder: string; free: string };
  /** Warnings */
  'doctor-warnings': undefined;
  /** Window */
  'doctor-window': undefined;
  /** idw-desktop does not start: { $reason } */
  'doctor-window-fails': { reason: string };
  /** Install the library that it names: on Debian and Ubuntu the package libwebkit2gtk-4.1-0, on Fedora webkit2gtk4.1, on Arch webkit2gtk-4.1. */
  'doctor-window-fails-advice': undefined;
  /** idw-desktop is not installed. The command line works without it. */
  'doctor-window-missing': undefined;
  /** idw-desktop starts, but WebKitGTK { $version } is too old: pages may be drawn wrongly. */
  'doctor-window-old': { version: string };
  /** Update the system. WebKitGTK { $needed } or newer is needed. */
  'doctor-window-old-advice': { needed: string };
  /** idw-desktop starts, with WebKitGTK { $version }. */
  'doctor-window-starts': { version: string };
  /** In order */
  'doctor-working': undefined;
  /** Added. */
  'document-added': undefined;
  /** Remove this data */
  'document-added-clean': undefined;
  /** Dismiss */
  'document-added-dismiss': undefined;
  /** Keep this data */
  'document-added-keep': undefined;
  /** Files you just added */
  'document-added-list': undefined;
  /** Saved as “{ $name }”. This name matches the kind of file and is safe to share. */
  'document-added-renamed': { name: string };
  /** The wallet’s copy, “{ $name }”, was damaged. This file replaced it. */
  'document-added-repaired': { name: string };
  /** Added. It still reveals { $what }. */
  'document-added-reveals': { what: string };
  /** The wallet already has this file, so nothing was added. */
  'document-added-there': undefined;
  /** The wallet already has this file as “{ $name }”, so nothing was added. */
  'document-added-there-as': { name: string };
  /** A file */
  'document-added-unnamed': undefined;
  /** added { $when } */
  'document-added-when': { when: string };
  /** Added without { $what }. */
  'document-added-without': { what: string };
  /** Encrypting */
  'document-added-working': undefined;
  /** Make a copy of { $name } without { $what } */
  'document-clean': { name: string; what: string };
  /** Made the copy “{ $copy }” without { $what }. “{ $original }” is unchanged. */
  'document-cleaned': { copy: string; original: string; what: string };
  /** Made the copy “{ $copy }” without the data around the document. “{ $original }” is unchanged. */
  'document-cleaned-around': { copy: string; original: string };
  /** Export { $name } */
  'document-export': { name: string };
  /** { $name } was saved. The copy outside the wallet is not encrypted. */
  'document-exported': { name: string };
  /** Add */
  'document-list-add': undefined;
  /** Clear the search */
  'document-list-clear': undefined;
  /** Drop files anywhere in this window, or paste a picture. */
  'document-list-drop': undefined;
  /** Loading documents */
  'document-list-loading': undefined;
  /** No documents yet */
  'document-list-none': undefined;
  /** Add a document */
  'document-list-none-add': undefined;
  /** Drop pictures or PDF files here, such as a passport page or a utility bill, or paste a picture. Files that you attach to attributes also appear here. */
  'document-list-none-text': undefined;
  /** No document matches “{ $query }” */
  'document-list-not-found': { query: string };
  /** Search by a document’s name, or by the attribute that uses it. */
  'document-list-not-found-text': undefined;
  /** Sort documents */
  'document-list-order': undefined;
  /** Search documents */
  'document-list-search': undefined;
  /** Files you can attach to attributes */
  'document-list-subtitle': undefined;
  /** { $count } pages */
  'document-pages': { count: number };
  /** Remove { $name } */
  'document-remove': { name: string };
  /** reveals { $what } */
  'document-reveals': { what: string };
  /** Make a smaller copy of { $name } */
  'document-shrink': { name: string };
  /** At most { $size } */
  'document-shrink-at-most': { size: string };
  /** This picture uses printing colours (CMYK) without a colour profile, so the colours of the copy are approximate. */
  'document-shrink-colours': undefined;
  /** Smaller copy */
  'document-shrink-copy': undefined;
  /** Save the copy */
  'document-shrink-keep': undefined;
  /** Making a smaller copy */
  'document-shrink-loading': undefined;
  /** { $name } has only { $size }, which every site accepts. You do not need a smaller copy. */
  'document-shrink-needless': { name: string; size: string };
  /** Original */
  'document-shrink-original': undefined;
  /** Size */
  'document-shrink-size': undefined;
  /** Check that everything is still readable. The original stays in the wallet. */
  'document-shrink-text': undefined;
  /** Smaller copy */
  'document-smaller-copy': undefined;
  /** JPEG picture */
  'document-type-jpeg': undefined;
  /** MP3 audio */
  'document-type-mp3': undefined;
  /** MP4 audio */
  'document-type-mp4': undefined;
  /** Ogg audio */
  'document-type-ogg': undefined;
  /** PDF */
  'document-type-pdf': undefined;
  /** PNG picture */
  'document-type-png': undefined;
  /** WAV audio */
  'document-type-wav': undefined;
  /** You cannot remove { $name } while an attribute uses it: { $users } */
  'document-used': { name: string; users: string };
  /** without { $what } */
  'document-without': { what: string };
  /** Add */
  'eid-add-accept': undefined;
  /** Cancel */
  'eid-add-cancel': undefined;
  /** Signature format */
  'eid-add-form': undefined;
  /** Raw keys (2019) */
  'eid-add-form-raw': undefined;
  /** Only for old programs. Only the key shows that a signature comes from this wallet. */
  'eid-add-form-raw-hint': undefined;
  /** Certificates (recommended) */
  'eid-add-form-x509': undefined;
  /** Open requests */
  'eid-add-limit': undefined;
  /** How many requests can wait at a time. Leave this empty for 100. */
  'eid-add-limit-hint': undefined;
  /** Enter a whole number from 1 to 10000. */
  'eid-add-limit-wrong': undefined;
  /** Logo */
  'eid-add-logo': undefined;
  /** Choose a picture… */
  'eid-add-logo-choose': undefined;
  /** The wallet shows this picture with every request. The party cannot change it. */
  'eid-add-logo-hint': undefined;
  /** Remove the picture */
  'eid-add-logo-remove': undefined;
  /** Require number matching */
  'eid-add-matching': undefined;
  /** You must choose the number that the party’s page shows. This protects you from requests that somebody else started at an honest party, but not from a dishonest one. Old programs do not show a number. */
  'eid-add-matching-text': undefined;
  /** More */
  'eid-add-more': undefined;
  /** Name */
  'eid-add-name': undefined;
  /** Your name for it. The wallet shows it with every request. */
  'eid-add-name-hint': undefined;
  /** Add a party */
  'eid-add-title': undefined;
  /** Nobody has verified the email address in this wallet. Parties see it as you entered it. */
  'eid-add-warning': undefined;
  /** Anyone who has the key can send requests as this party. Give it only to the party. */
  'eid-add-warning-key': undefined;
  /** Connect */
  'eid-connect-accept': undefined;
  /** Address */
  'eid-connect-address': undefined;
  /** Such as eid.example. Use http:// only for a service on this computer. */
  'eid-connect-address-hint': undefined;
  /** Cancel */
  'eid-connect-cancel': undefined;
  /** Cancelling */
  'eid-connect-cancelling': undefined;
  /** Code */
  'eid-connect-code': undefined;
  /** 26 letters and digits from the operator of the service. You can use the code only once. */
  'eid-connect-code-hint': undefined;
  /** Enter 26 letters and digits. The letter U is not used. */
  'eid-connect-code-wrong': undefined;
  /** Name of this device */
  'eid-connect-device': undefined;
  /** The operator of the service and your other devices with the same email address see it. */
  'eid-connect-device-hint': undefined;
  /** Identity Wallet on { $system } */
  'eid-connect-device-on': { system: string };
  /** Identity Wallet */
  'eid-connect-device-usual': undefined;
  /** Done */
  'eid-connect-done': undefined;
  /** The operator linked your code to this email address. The wallet cannot tell whether the operator checked that it is yours. */
  'eid-connect-done-proof': undefined;
  /** When a site asks { $email } through this service, you see it in your requests. */
  'eid-connect-done-text': { email: string };
  /** You are connected to { $host } */
  'eid-connect-done-title': { host: string };
  /** You are already connected */
  'eid-connect-failed-exists': undefined;
  /** This does not look like an Auth eID service */
  'eid-connect-failed-protocol': undefined;
  /** The service refused */
  'eid-connect-failed-refused': undefined;
  /** Cancelled */
  'eid-connect-failed-stopped': undefined;
  /** Could not reach the service */
  'eid-connect-failed-unreachable': undefined;
  /** Requests from the service go to the profile { $profile }. Its operator identifies who asks and can see every answer, so connect only to services that you trust. */
  'eid-connect-text': { profile: string };
  /** Connect to a service */
  'eid-connect-title': undefined;
  /** Connecting to { $host } */
  'eid-connect-working': { host: string };
  /** Disconnect */
  'eid-disconnect-accept': undefined;
  /** The wallet removes the service’s requests and receives no new ones. It keeps the service’s parties and your keys for them, and uses them again if you reconnect with a new code. */
  'eid-disconnect-text': undefined;
  /** Disconnect from { $host }? */
  'eid-disconnect-title': { host: string };
  /** { $host } does not know that you disconnected */
  'eid-disconnect-untold': { host: string };
  /** The wallet could not tell the service. { $why } Ask its operator to remove this device. */
  'eid-disconnect-untold-text': { why: string };
  /** Remove */
  'eid-forget-accept': undefined;
  /** The wallet removes the connection from this list. It keeps your keys for the service’s parties and uses them again if you reconnect. */
  'eid-forget-text': undefined;
  /** Remove { $host }? */
  'eid-forget-title': { host: string };
  /** Raw keys (2019) */
  'eid-form-raw': undefined;
  /** Certificates */
  'eid-form-x509': undefined;
  /** Copy the key */
  'eid-key-copy': undefined;
  /** Done */
  'eid-key-done': undefined;
  /** { $name } needs this key to send requests. Copy it now: you cannot view it again. If you lose it, make a new one. */
  'eid-key-text': { name: string };
  /** Key for { $name } */
  'eid-key-title': { name: string };
  /** Who may ask */
  'eid-parties': undefined;
  /** Add… */
  'eid-parties-add': undefined;
  /** Loading parties */
  'eid-parties-loading': undefined;
  /** Nobody may ask yet. When you add a party, you get a key for it to use. */
  'eid-parties-none': undefined;
  /** Block */
  'eid-party-block': undefined;
  /** Blocked */
  'eid-party-blocked': undefined;
  /** Blocked */
  'eid-party-blocked-badge': undefined;
  /** Since { $since }. You do not see its requests, and it does not know that you blocked it. */
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
  /** Not required */
  'eid-party-matching-off': undefined;
  /** You choose the number that its page shows */
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
  /** { $service }, whose operator vouches for the name */
  'eid-party-service-text': { service: string };
  /** May ask since */
  'eid-party-since': undefined;
  /** Unblock */
  'eid-party-unblock': undefined;
  /** Remove */
  'eid-remove-accept': undefined;
  /** It comes back if it asks again. To stop its requests, block it instead. Your activity log still shows what you sent. */
  'eid-remove-service-text': undefined;
  /** Its key stops working at once. Your activity log still shows what you sent. */
  'eid-remove-text': undefined;
  /** Remove { $name }? */
  'eid-remove-title': { name: string };
  /** Root certificate */
  'eid-root': undefined;
  /** Save root certificate… */
  'eid-root-save': undefined;
  /** Saved the certificate as { $file }. */
  'eid-root-saved': { file: string };
  /** Parties use it to check that a signature comes from this wallet. You can share it. */
  'eid-root-text': undefined;
  /** Make a new key */
  'eid-rotate-accept': undefined;
  /** The old key stops working at once. { $name } can send requests again when it has the new key. */
  'eid-rotate-text': { name: string };
  /** Make a new key for { $name }? */
  'eid-rotate-title': { name: string };
  /** Answer requests from programs on this computer */
  'eid-service': undefined;
  /** Address for programs */
  'eid-service-at': undefined;
  /** Copy the address */
  'eid-service-copy': undefined;
  /** The wallet cannot answer requests */
  'eid-service-failed': undefined;
  /** Port */
  'eid-service-port': undefined;
  /** Programs connect to 127.0.0.1 and this port. The default is 8466. */
  'eid-service-port-hint': undefined;
  /** Enter a number from 1 to 65535. */
  'eid-service-port-wrong': undefined;
  /** A program asks by email address, and you approve or decline here. Only programs on this computer can reach this address. Requests wait while the wallet is locked. */
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
  /** On { $since }, the operator or another of your devices removed this device from the service. Connect again with a new code. */
  'eid-services-ended-text': { since: string };
  /** I recognise it */
  'eid-services-known': undefined;
  /** Connected services */
  'eid-services-list': undefined;
  /** Loading services */
  'eid-services-loading': undefined;
  /** { $count } other devices can now answer for { $email } */
  'eid-services-new': { count: number; email: string };
  /** { $devices }. If you do not recognise it, tell the operator of the service at once: it can approve requests for you. */
  'eid-services-new-text': { devices: string };
  /** A service forwards requests from sites on the internet that know your email address. Its operator gives you a code for your wallet. */
  'eid-services-none': undefined;
  /** Not reachable */
  'eid-services-not-reachable': undefined;
  /** Not reachable since { $since }. { $why } The wallet tries again automatically. */
  'eid-services-not-reachable-text': { since: string; why: string };
  /** Also answers: { $devices } */
  'eid-services-others': { devices: string };
  /** Not finished */
  'eid-services-pending': undefined;
  /** The service did not answer when you sent your code. Connect again with the same code to continue. */
  'eid-services-pending-text': undefined;
  /** Remove… */
  'eid-services-remove': undefined;
  /** { $email } · profile { $profile } */
  'eid-services-row': { email: string; profile: string };
  /** Profile { $profile } */
  'eid-services-row-pending': { profile: string };
  /** Auth eID services on the internet */
  'eid-services-title': undefined;
  /** Waiting for you to unlock */
  'eid-services-waits': undefined;
  /** New requests appear after you unlock the wallet with your password. */
  'eid-services-waits-text': undefined;
  /** Requests by Auth eID */
  'eid-title': undefined;
  /** This key is already in the wallet as “{ $name }”. Nothing was added. */
  'error-account-duplicate': { name: string };
  /** You use the account “{ $name }” at { $sites }. Nothing was removed. Without it, the wallet uses the site’s own account there, and the site sees you as someone new. */
  'error-account-in-use': { name: string; sites: string };
  /** You cannot rename or remove the account “{ $name }”. The wallet uses it when you choose no other account. */
  'error-account-main': { name: string };
  /** The account name is empty, too long, or has control characters. Nothing was changed. Use 1 to { $max } characters. */
  'error-account-name': { max: string };
  /** “{ $name }” looks like an address or a DID. Nothing was changed. Choose another name. */
  'error-account-name-address': { name: string };
  /** This looks like a private key or a recovery phrase, not like a name. Nothing was changed. Enter a name. */
  'error-account-name-secret': undefined;
  /** An account or site named “{ $name }” already exists. Nothing was changed. Choose another name. */
  'error-account-name-taken': { name: string };
  /** { $reason } Nothing was added. */
  'error-account-not-added': { reason: string };
  /** The key of “{ $name }” was imported, and your recovery phrase cannot restore it. Nothing was removed. Export the key first. */
  'error-account-not-exported': { name: string };
  /** This wallet has no account named “{ $name }”. */
  'error-account-not-found': { name: string };
  /** The account “{ $name }” was imported, so your recovery phrase does not include it. Export it as a keystore file or a private key. */
  'error-account-not-in-phrase': { name: string };
  /** The account “{ $name }” belongs to the site of that name. You cannot rename or remove it by itself. The wallet removes it together with the site. */
  'error-account-of-site': { name: string };
  /** This key already belongs to another profile in this wallet. Nothing was added. */
  'error-account-other-profile': undefined;
  /** This version of the wallet cannot read the account “{ $name }”. Update the wallet and try again. */
  'error-account-shape': { name: string };
  /** The wallet could not write the exported activity log. { $reason } The log in the wallet is unchanged. */
  'error-activity-unwritten': { reason: string };
  /** You cancelled this application to { $site }. Apply again to send a new one. */
  'error-application-cancelled': { site: string };
  /** This application to { $site } would go to another place, or from another account, than you agreed to. Nothing was sent. Review the changes first. */
  'error-application-changed': { site: string };
  /** { $site } has changed again since you looked. Your agreement was not saved. Review the changes again. */
  'error-application-changed-again': { site: string };
  /** { $site } has already decided on this application. Its status: { $status }. You can no longer cancel it. */
  'error-application-decided': { site: string; status: string };
  /** { $site } gave this application no id, so the wallet cannot ask about it. Check on the site in a browser. */
  'error-application-no-id': { site: string };
  /** There is no application with the id “{ $id }” in this wallet. */
  'error-application-not-found': { id: string };
  /** { $site } may not have received this application. Resume it first. */
  'error-application-not-submitted': { site: string };
  /** { $site } does not need anything else. Nothing was sent. */
  'error-application-nothing-wanted': { site: string };
  /** { $site } refused this application. Apply again to send a new one. */
  'error-application-refused': { site: string };
  /** { $site } requires { $title }. Nothing was sent. */
  'error-approve-left-out': { site: string; title: string };
  /** Your selection does not match what the wallet showed you. Nothing was sent. Look at the request again. */
  'error-approve-mismatch': undefined;
  /** { $site } asks for { $titles }, and your wallet has nothing to send for it. Nothing was sent. */
  'error-approve-missing': { site: string; titles: string };
  /** { $site } already has this value and did not accept it: { $title }. Nothing was sent. Change the value, or agree to send it again. */
  'error-approve-refused': { site: string; title: string };
  /** “{ $title }” needs a value. Nothing was changed. It has these fields: { $fields }. */
  'error-attribute-fields-missing': { fields: string; title: string };
  /** “{ $file }” is a file of the type { $media_type }. The field “{ $field }” of “{ $title }” takes only { $media_types }. Nothing was changed. */
  'error-attribute-file-type': { field: string; file: string; media_type: string; media_types: string; title: string };
  /** This is not a valid value for “{ $title }”. { $reason } Nothing was changed. */
  'error-attribute-invalid': { reason: string; title: string };
  /** The label is empty, too long, or has control characters. Nothing was changed. Use 1 to { $max } characters. */
  'error-attribute-label': { max: string };
  /** Another value for “{ $title }” already has the label “{ $label }”. Nothing was changed. Choose another label. */
  'error-attribute-label-taken': { label: string; title: string };
  /** “{ $title }” uses a document that is not in this profile. Nothing was changed. */
  'error-attribute-no-document': { title: string };
  /** “{ $title }” has no field named “{ $field }”. Nothing was changed. It has these fields: { $fields }. */
  'error-attribute-no-field': { field: string; fields: string; title: string };
  /** This profile has no value with the ID { $id }. Nothing was changed. */
  'error-attribute-no-value': { id: string };
  /** The field “{ $field }” of “{ $title }” takes text, not a file. Nothing was changed. */
  'error-attribute-not-a-file': { field: string; title: string };
  /** This profile has no value for “{ $title }”. */
  'error-attribute-not-held': { title: string };
  /** This profile has no value for “{ $title }” with the label “{ $label }”. */
  'error-attribute-not-held-labelled': { label: string; title: string };
  /** “{ $title }” is one value and has no field named “{ $field }”. Nothing was changed. */
  'error-attribute-one-field': { field: string; title: string };
  /** “{ $title }” does not describe a person, but the profile “{ $profile }” is for a person. Nothing was changed. */
  'error-attribute-other-kind': { kind: string; profile: string; title: string };
  /** “{ $title }” has several fields. Nothing was changed. Enter each of these fields: { $fields }. */
  'error-attribute-several-fields': { fields: string; title: string };
  /** There is no attribute named “{ $name }”. */
  'error-attribute-unknown': { name: string };
  /** “{ $title }” needs a value. Nothing was changed. Enter one. */
  'error-attribute-value-missing': { title: string };
  /** { $provider } verified “{ $title }” on { $day }. If you change it, it is no longer verified. Nothing was changed. */
  'error-attribute-verified': { day: string; provider: string; title: string };
  /** You cancelled this. No backup was made. */
  'error-backup-cancelled': undefined;
  /** “{ $name }” changed while the wallet wrote the backup. No file was left behind. Try again. */
  'error-backup-changed': { name: string };
  /** The end of the backup is missing. Only { $found } of { $expected } bytes are there. Look for another copy. */
  'error-backup-cut-short': { expected: string; found: string };
  /** The end of the backup is missing. Only { $found } bytes are there. Look for another copy. */
  'error-backup-cut-short-unknown': { found: string };
  /** The backup is damaged. Look for another copy. */
  'error-backup-damaged': undefined;
  /** This age file is encrypted for keys, not with a passphrase. It is not a backup from this wallet. */
  'error-backup-for-keys': undefined;
  /** The wallet could not write the backup. { $reason } No file was left behind. Free some space, or choose another disk. */
  'error-backup-full': { reason: string };
  /** The wallet could not make a backup that it can read again. { $what } No backup was made. The wallet is unchanged. */
  'error-backup-incoherent': { what: string };
  /** The name of the backup is too long for this disk. No file was left behind. Choose a shorter name. */
  'error-backup-name-too-long': undefined;
  /** A newer version of this wallet made this backup. It has the format version { $found }, and this version reads up to { $supported }. Update the wallet, then try again. */
  'error-backup-newer': { found: string; supported: string };
  /** The passphrase is empty. No backup was made. Enter a passphrase. */
  'error-backup-no-passphrase': undefined;
  /** This file is not a backup from this wallet. */
  'error-backup-none': undefined;
  /** This is not a file. Choose the file of the backup, or save what you have as a file first. */
  'error-backup-not-a-file': undefined;
  /** The passphrase does not open this backup. Check upper and lower case letters, and the spaces between words. */
  'error-backup-passphrase': undefined;
  /** “{ $name }” cannot be the name of a part of a backup. A name has at most 100 letters, digits, “.”, “_”, “-” and single “/”. */
  'error-backup-path': { name: string };
  /** “{ $name }” is too large for a backup. */
  'error-backup-size': { name: string };
  /** The wallet could not read “{ $name }” for the backup. { $reason } No file was left behind. */
  'error-backup-source': { name: string; reason: string };
  /** The wallet could not write the backup. { $reason } No file was left behind. Choose a folder that you can write to. */
  'error-backup-target': { reason: string };
  /** Something changed the line ends or characters of the backup on its way here, such as a transfer in text mode, so it cannot be opened. Transfer it again as a binary file, or look for another copy. */
  'error-backup-text': undefined;
  /** A backup has at most { $most } files. */
  'error-backup-too-many': { most: string };
  /** The wallet contains more than a backup can hold. { $reason } No backup was made. */
  'error-backup-too-much': { reason: string };
  /** The backup has two parts with the name “{ $name }”. */
  'error-backup-twice': { name: string };
  /** The backup is complete and in its place, but the disk did not confirm it. { $reason } Check the disk, and make another backup on a different one. */
  'error-backup-unconfirmed': { reason: string };
  /** The wallet could not read the backup. { $reason } */
  'error-backup-unread': { reason: string };
  /** The backup contains “{ $name }”, which no backup from this wallet contains. The wallet did not read any further. */
  'error-backup-unsafe': { name: string };
  /** Checking the passphrase of this file takes far more work than for any backup from this wallet. The wallet did not open it. */
  'error-backup-work': undefined;
  /** { $reason } Nothing was kept. */
  'error-check': { reason: string };
  /** The profile “{ $profile }” is a company. An identity check is for a person. Choose another profile. */
  'error-check-company': { profile: string };
  /** { $reason } Nothing was kept. Start a new check. */
  'error-check-spent': { reason: string };
  /** The wallet could not create a recovery phrase. { $reason } No wallet was created. */
  'error-create-no-phrase': { reason: string };
  /** The wallet cannot use this recovery phrase. { $reason } No wallet was created. */
  'error-create-phrase': { reason: string };
  /** { $site } has no account for you yet. Sign up there first. */
  'error-disclose-no-account': { site: string };
  /** { $site } does not list the application that you sent. Choose whether to send it again or to treat it as received. */
  'error-disclose-not-listed': { site: string };
  /** { $site } cannot say whether it received your application. Check there first. Then choose whether to send it again or to treat it as received. */
  'error-disclose-undecided': { site: string };
  /** { $site } may already have received this application. Nothing was sent. Resume the earlier application to find out. */
  'error-disclose-unsettled': { site: string };
  /** { $count } documents have an ID that begins with { $id }. Enter more of the ID. */
  'error-document-ambiguous': { count: string; id: string };
  /** Your application to { $site } still needs this document. Nothing was removed. Finish or cancel the application first. */
  'error-document-awaited': { site: string };
  /** The stored file of “{ $name }” is damaged. Everything else is unchanged. Add the same file again to repair it. */
  'error-document-damaged': { name: string };
  /** “{ $name }” is empty. Nothing was added. */
  'error-document-empty': { name: string };
  /** This document is part of { $titles }. Nothing was removed. Remove or replace it there first. */
  'error-document-in-use': { titles: string };
  /** The smaller copy is a JPEG picture, and “{ $title }” does not take JPEG pictures there. Nothing was stored. */
  'error-document-no-jpeg': { title: string };
  /** The wallet cannot make a copy of “{ $name }” without its hidden data. { $reason } The document is unchanged. */
  'error-document-not-cleaned': { name: string; reason: string };
  /** This wallet has no document with the ID { $id }. */
  'error-document-not-found': { id: string };
  /** The document is not part of the value with the ID { $id }. Nothing was stored. */
  'error-document-not-part-of': { id: string };
  /** The wallet cannot make “{ $name }” smaller. { $reason } The document is unchanged. */
  'error-document-not-shrunk': { name: string; reason: string };
  /** The wallet could not store “{ $name }”. { $reason } */
  'error-document-not-stored': { name: string; reason: string };
  /** “{ $name }” contains no hidden data. There is nothing to remove. */
  'error-document-nothing-to-clean': { name: string };
  /** The size of “{ $name }” is { $size }, within the limit of { $limit }. Nothing was changed. */
  'error-document-small-enough': { limit: string; name: string; size: string };
  /** “{ $name }” is larger than { $limit }. Nothing was added. */
  'error-document-too-large': { limit: string; name: string };
  /** “{ $name }” is { $found }. The wallet takes JPEG and PNG pictures, PDF files and audio files. Nothing was added. */
  'error-document-type': { found: string; name: string };
  /** The wallet did not add “{ $name }”. { $reason } */
  'error-document-unfit': { name: string; reason: string };
  /** The wallet could not open “{ $name }”. { $reason } Nothing was changed. */
  'error-document-unopened': { name: string; reason: string };
  /** The wallet could not read “{ $name }”. { $reason } Nothing was added. */
  'error-document-unread': { name: string; reason: string };
  /** The wallet could not write the copy of the document. { $reason } The document in the wallet is unchanged. */
  'error-document-unwritten': { reason: string };
  /** “{ $name }” matches several parties: { $fitting }. Name one by its id. */
  'error-eid-ambiguous': { fitting: string; name: string };
  /** What the site would learn about you has changed since you looked. Nothing was sent. Look at the request again. */
  'error-eid-changed': undefined;
  /** The service’s clock is more than an hour off. */
  'error-eid-fault-clock': undefined;
  /** The position in the list is too long. */
  'error-eid-fault-cursor': undefined;
  /** The id of this device is not valid. */
  'error-eid-fault-device-id': undefined;
  /** The email address is not valid. */
  'error-eid-fault-email': undefined;
  /** The answer does not have the right form. */
  'error-eid-fault-form': undefined;
  /** The list of requests is not valid. */
  'error-eid-fault-list': undefined;
  /** The nonce is not valid. */
  'error-eid-fault-nonce': undefined;
  /** The service sent the wallet to another address, and the wallet does not follow. */
  'error-eid-fault-redirect': undefined;
  /** The service refused and gave no reason. */
  'error-eid-fault-refusal': undefined;
  /** The root certificate is not valid. */
  'error-eid-fault-root': undefined;
  /** The id of the service is not valid. */
  'error-eid-fault-service-id': undefined;
  /** The session’s token is not valid. */
  'error-eid-fault-token': undefined;
  /** What the service says of your answer does not match your answer. */
  'error-eid-fault-verdict': undefined;
  /** The wallet could not make or read a key for Auth eID. */
  'error-eid-keys': undefined;
  /** The wallet’s keys for Auth eID are damaged. Restore the wallet from a backup. */
  'error-eid-keys-damaged': undefined;
  /** A request is for another email address. */
  'error-eid-list-email': undefined;
  /** A request is not valid ({ $why }). */
  'error-eid-list-invalid': { why: string };
  /** The service lists more than { $most } requests at a time. The wallet looks only at the first { $most }. */
  'error-eid-list-many': { most: number };
  /** Too many requests came within an hour. */
  'error-eid-list-often': undefined;
  /** The id of a party is not valid. */
  'error-eid-list-party-id': undefined;
  /** The name of a party is empty, too long, or has control characters. */
  'error-eid-list-party-name': undefined;
  /** A request is listed twice. */
  'error-eid-list-twice': undefined;
  /** The wallet could not read a request. */
  'error-eid-list-unreadable': undefined;
  /** The wallet could not read the picture. { $reason } Nothing was changed. */
  'error-eid-logo': { reason: string };
  /** The picture is larger than { $most }. Nothing was changed. */
  'error-eid-logo-too-large': { most: string };
  /** Another party is already called “{ $name }”. Nothing was changed. */
  'error-eid-name-taken': { name: string };
  /** No party called “{ $name }” may ask this wallet. */
  'error-eid-not-found': { name: string };
  /** { $name } is registered at { $host } and has no key in this wallet. Nothing was changed. */
  'error-eid-of-service': { host: string; name: string };
  /** The number of open requests must be from 1 to { $most }. Nothing was changed. */
  'error-eid-open-limit': { most: string };
  /** The wallet could not make the PDF for the answer. { $reason } Nothing was sent. */
  'error-eid-pdf': { reason: string };
  /** This computer gave no random numbers. Nothing was changed. Try again. */
  'error-eid-randomness': undefined;
  /** “{ $url }” is not the address of a service. { $reason } Nothing was sent. */
  'error-eid-service-address': { reason: string; url: string };
  /** Leave out everything after the host. */
  'error-eid-service-address-path': undefined;
  /** Enter an address such as https://eid.example. */
  'error-eid-service-address-url': undefined;
  /** The clocks of this computer and { $host } differ by more than five minutes. Set this computer’s clock. */
  'error-eid-service-clock': { host: string };
  /** This computer’s clock is { $minutes } minutes ahead of the clock of { $host }. Set this computer’s clock. */
  'error-eid-service-clock-ahead': { host: string; minutes: number };
  /** This computer’s clock is { $minutes } minutes behind the clock of { $host }. Set this computer’s clock. */
  'error-eid-service-clock-behind': { host: string; minutes: number };
  /** The code must have 26 letters and digits. The letter U is not used. Nothing was sent. */
  'error-eid-service-code': undefined;
  /** { $host } did not accept the code. It is wrong, expired or already used. Ask the operator of the service for a new one. */
  'error-eid-service-code-refused': { host: string };
  /** { $host } compressed its answer. The wallet did not read it. */
  'error-eid-service-compressed': { host: string };
  /** This profile is already connected to { $host }. Nothing was sent. */
  'error-eid-service-connected': { host: string };
  /** { $host } does not know this device, or has removed it. Connect again with a new code. */
  'error-eid-service-device': { host: string };
  /** This profile is no longer connected to the service. */
  'error-eid-service-disconnected': undefined;
  /** { $host } failed with status { $status }. Try again later. */
  'error-eid-service-failed': { host: string; status: string };
  /** The name of the device is empty, longer than { $most } characters, or has control characters. Nothing was sent. */
  'error-eid-service-name': { most: string };
  /** This profile is not connected to { $url }. */
  'error-eid-service-not-connected': { url: string };
  /** The wallet did not understand { $host }. { $reason } */
  'error-eid-service-not-understood': { host: string; reason: string };
  /** Another of your devices answered this request first. Your answer here does not count. */
  'error-eid-service-over-answered': undefined;
  /** Another of your devices approved this request first. Your answer here does not count. */
  'error-eid-service-over-approved': undefined;
  /** This request was already decided. Your answer does not count. */
  'error-eid-service-over-decided': undefined;
  /** Another of your devices declined this request first. Your answer here does not count. */
  'error-eid-service-over-declined': undefined;
  /** This request has expired. Your answer does not count. */
  'error-eid-service-over-ended': undefined;
  /** The sender withdrew this request. Your answer does not count. */
  'error-eid-service-over-withdrawn': undefined;
  /** { $host } refused the request. It says: “{ $said }” */
  'error-eid-service-refused': { host: string; said: string };
  /** { $host } refused the request and did not say why. */
  'error-eid-service-refused-silently': { host: string };
  /** { $host } is the same service as { $url }, and this wallet is already connected to it for the same email address. Nothing was changed. */
  'error-eid-service-same': { host: string; url: string };
  /** The session with { $host } has ended. */
  'error-eid-service-token': { host: string };
  /** The answer of { $host } is longer than { $limit }. The wallet did not read it. */
  'error-eid-service-too-long': { host: string; limit: string };
  /** The wallet could not write the export. { $reason } The wallet itself is unchanged. */
  'error-export-unwritten': { reason: string };
  /** The process that opens documents failed. Try again, or choose another file. */
  'error-file-answer': undefined;
  /** The wallet did not open the document because this computer is too busy. Try again in a while. */
  'error-file-busy': undefined;
  /** This is { $kind }, but the end of the file is missing. Copy or download it again. */
  'error-file-cut-short': { kind: string };
  /** This is { $kind }, but the file is damaged. Copy or download it again, or open it in another program and save it again. */
  'error-file-damaged': { kind: string };
  /** The file looks like { $kind }, but it also contains { $hidden }. Save or export it again, and choose the new copy. */
  'error-file-disguised': { hidden: string; kind: string };
  /** The file is empty. Choose another file, or copy it again. */
  'error-file-empty': undefined;
  /** The PDF is protected with a password. Open it in a PDF viewer, print it to a new PDF, and choose that. */
  'error-file-encrypted': undefined;
  /** This is a PNG picture in Apple’s format for iPhone apps, which few programs can show. Open it in Preview on a Mac, export it as a PNG, and choose that copy. */
  'error-file-for-iphones': undefined;
  /** The file needs too much memory to open. Save a smaller or simpler copy, and choose that. */
  'error-file-memory': undefined;
  /** The PDF has no pages. */
  'error-file-no-pages': undefined;
  /** This is { $kind }. The wallet can only change JPEG and PNG pictures. */
  'error-file-not-a-picture': { kind: string };
  /** The wallet cannot make the picture as small as { $size } and keep it legible. */
  'error-file-not-legible': { size: string };
  /** The wallet could not make the PDF. */
  'error-file-not-made': undefined;
  /** This is { $kind }. It has no picture to show. */
  'error-file-nothing-to-show': { kind: string };
  /** The picture is too large to open: { $width } × { $height } pixels. Save a smaller copy, and choose that. */
  'error-file-pixels': { height: string; width: string };
  /** The PDF is protected against changes. Print it to a new PDF, add that, and make the copy of it. */
  'error-file-protected': undefined;
  /** The PDF is signed. A copy without its hidden data would lose the signature, so sites could no longer check who signed it. */
  'error-file-signed': undefined;
  /** The file takes too long to open. Save it again in a simpler form, and choose the new copy. */
  'error-file-takes-too-long': undefined;
  /** The structure of the file is too complicated. Save it again in a simpler form, and choose the new copy. */
  'error-file-too-complex': undefined;
  /** The file is larger than { $limit }. Choose a smaller file. */
  'error-file-too-large': { limit: string };
  /** The text is too long for a PDF of { $pages } pages. */
  'error-file-too-long': { pages: string };
  /** This is { $found }. Choose a JPEG or PNG picture, a PDF or a recording. */
  'error-file-type': { found: string };
  /** This is { $kind } of a kind that few programs can show. Open it in a picture program, save it as an ordinary JPEG or PNG, and choose that copy. */
  'error-file-uncommon': { kind: string };
  /** The PDF is protected in a way that the wallet cannot read. Print it to a new PDF, and choose that. */
  'error-file-unknown-protection': undefined;
  /** The wallet could not read the document. { $reason } */
  'error-file-unread': { reason: string };
  /** The wallet opens documents in a separate, protected process, and that process did not start. { $reason } */
  'error-file-worker': { reason: string };
  /** The wallet could not save the requests that came while it was locked. { $reason } */
  'error-holder-waiting': { reason: string };
  /** The answer is compressed, although the wallet did not ask for that. */
  'error-http-body-compressed': undefined;
  /** The answer is larger than { $limit }, the most that the wallet reads. */
  'error-http-body-too-long': { limit: string };
  /** Check the address and your internet connection. */
  'error-http-check-address': undefined;
  /** Check your internet connection, or try again later. */
  'error-http-check-connection': undefined;
  /** { $host } took too long to accept the connection. */
  'error-http-connect-timeout': { host: string };
  /** The connection to { $host } was lost after the wallet had sent { $sent } of { $total }. */
  'error-http-cut-short': { host: string; sent: string; total: string };
  /** The wallet could not read the document “{ $name }”. The site did not receive all of it. { $reason } */
  'error-http-file': { name: string; reason: string };
  /** { $host } sent more or longer headers than the wallet reads. */
  'error-http-headers': { host: string };
  /** The connection to { $host } was lost. */
  'error-http-interrupted': { host: string };
  /** The document “{ $name }” has no valid media type. Nothing was sent. */
  'error-http-media-type': { name: string };
  /** The wallet found no certificates of authorities in { $path }. Without them, it cannot check that a connection is secure. Remove the environment variable { $variable }, or set it to a file with certificates in PEM format. */
  'error-http-no-roots': { path: string; variable: string };
  /** The wallet could not connect to { $host }. */
  'error-http-not-connected': { host: string };
  /** { $host } sent something that is not a web server’s answer. */
  'error-http-not-http': { host: string };
  /** { $reason } Nothing was sent. */
  'error-http-not-sent': { reason: string };
  /** The wallet could not create the request. Nothing was sent. */
  'error-http-request': undefined;
  /** { $host } reported an error on its side (status { $status }). */
  'error-http-server': { host: string; status: string };
  /** The wallet cannot make secure connections on this computer. */
  'error-http-setup': undefined;
  /** { $host } took too long to answer. */
  'error-http-timeout': { host: string };
  /** The wallet could not find { $host }. */
  'error-http-unknown-host': { host: string };
  /** The wallet cannot read the text of this file. { $reason } Nothing was imported. */
  'error-import-encoding': { reason: string };
  /** The values in the file take more than { $limit }. Nothing was imported. */
  'error-import-large-values': { limit: string };
  /** The file has more than { $limit } attributes. Nothing was imported. */
  'error-import-many-attributes': { limit: string };
  /** The file has more than { $limit } documents. Nothing was imported. */
  'error-import-many-documents': { limit: string };
  /** The file has more than { $limit } identities. Nothing was imported. */
  'error-import-many-identities': { limit: string };
  /** The file has more than { $limit } keys. Nothing was imported. */
  'error-import-many-keys': { limit: string };
  /** The file has more than { $limit } types of attributes. Nothing was imported. */
  'error-import-many-types': { limit: string };
  /** This file is not an export of a wallet. Nothing was imported. Choose a file that a wallet exported. */
  'error-import-not-data': undefined;
  /** The file is damaged or not valid at line { $line }, column { $column }. Nothing was imported. */
  'error-import-shape': { column: string; line: string };
  /** The wallet could not read the file. { $reason } Nothing was imported. */
  'error-import-unread': { reason: string };
  /** The file has format version { $version }, and this wallet reads versions up to { $newest }. Nothing was imported. Update the wallet. */
  'error-import-version': { newest: string; version: string };
  /** The wallet has changed since you looked. Nothing was kept. Look at the values again. */
  'error-keep-check-changed': undefined;
  /** The check brought no value called “{ $name }”. Nothing was kept. */
  'error-keep-check-no-item': { name: string };
  /** The wallet cannot use the picture of you. { $reason } */
  'error-keep-check-selfie': { reason: string };
  /** The wallet changed the setting of the system keyring, but could not record that in its activity log. { $reason } */
  'error-keyring-unlogged': { reason: string };
  /** The address has a typing error. Its upper and lower case letters do not match its digits. Check each character. */
  'error-keys-address-checksum': undefined;
  /** An address is 0x followed by 40 hexadecimal digits. */
  'error-keys-address-shape': undefined;
  /** The address in the identifier must be 0x followed by 40 lower-case hexadecimal digits. */
  'error-keys-did-address': undefined;
  /** This is not an identifier of the form did:eth:0x…. */
  'error-keys-did-method': undefined;
  /** This computer does not have enough free memory to open the key file. It needs { $needed }. Close other applications and try again. */
  'error-keys-file-memory': { needed: string };
  /** The passphrase is correct, but the key file contains no valid key. */
  'error-keys-file-no-key': undefined;
  /** The passphrase is correct, but the key file contains another key than it says. It names { $named } and contains the key of { $found }. */
  'error-keys-file-other-key': { found: string; named: string };
  /** The passphrase does not open this key file. Check it and try again. If it is correct, the file is damaged. */
  'error-keys-file-passphrase': undefined;
  /** This file is from the Ethereum presale of 2014, and the wallet cannot read it. Import it into a wallet that reads it, such as geth. Then choose the key file that geth writes. */
  'error-keys-file-presale': undefined;
  /** This is not a key file, or the file is damaged. Choose a key file that another wallet exported. */
  'error-keys-file-shape': undefined;
  /** The wallet cannot read this key file. { $reason } */
  'error-keys-file-text': { reason: string };
  /** Opening this key file takes far more memory or time than usual. The wallet did not try it. Export the key again from the other wallet. */
  'error-keys-file-too-costly': undefined;
  /** This file is larger than { $limit }. No key file is that large. Choose another file. */
  'error-keys-file-too-long': { limit: string };
  /** This computer does not have enough free memory to create the key file. It needs { $needed }. Close other applications and try again. */
  'error-keys-file-unmade-memory': { needed: string };
  /** The passphrase is empty. No key file was created. Enter a passphrase. */
  'error-keys-file-unmade-passphrase': undefined;
  /** This computer gave no random numbers. No key file was created. Try again. */
  'error-keys-file-unmade-random': undefined;
  /** This key file uses a kind of encryption that the wallet does not support. Export the key again from the other wallet. */
  'error-keys-file-unsupported': undefined;
  /** This key file has a format version other than 3, the only one that the wallet reads. Most wallets that read this file can export it again as version 3. */
  'error-keys-file-version': undefined;
  /** This account number has no valid key. Use another one. */
  'error-keys-index-invalid': undefined;
  /** The account number { $index } is too large. The largest is 2147483647. */
  'error-keys-index-too-large': { index: string };
  /** This is not a valid recovery phrase. A word is wrong, or two words are in the wrong order. Check each word. */
  'error-keys-phrase-checksum': undefined;
  /** You entered { $found } words. A recovery phrase has 12, 15, 18, 21 or 24 words. */
  'error-keys-phrase-count': { found: number };
  /** { $reason } Word { $position } is not in the English word list. */
  'error-keys-phrase-count-unknown': { position: string; reason: string };
  /** The words are numbered, but no word follows the number { $number }. Correct the numbers, or leave them out. */
  'error-keys-phrase-number-alone': { number: string };
  /** The words are numbered, but number { $number } is missing. Correct the numbers, or leave them out. */
  'error-keys-phrase-number-missing': { number: string };
  /** The words are numbered, but two of them have the number { $number }. Correct the numbers, or leave them out. */
  'error-keys-phrase-number-repeated': { number: string };
  /** The words are numbered, but { $words } words follow the number { $number }. Correct the numbers, or leave them out. */
  'error-keys-phrase-number-several': { number: string; words: string };
  /** This computer gave no random numbers. Try again. */
  'error-keys-phrase-random': undefined;
  /** Word { $position } is not in the English word list. Check its spelling. */
  'error-keys-phrase-word': { position: string };
  /** This is not a valid private key. The number is zero or too large. */
  'error-keys-private-range': undefined;
  /** A private key has 64 hexadecimal digits, with or without 0x in front. */
  'error-keys-private-shape': undefined;
  /** This is not a valid public key. It is not a point on the curve secp256k1. */
  'error-keys-public-curve': undefined;
  /** A public key has 66, 128 or 130 hexadecimal digits, with or without 0x in front. */
  'error-keys-public-shape': undefined;
  /** The last byte of the signature is { $byte }. It must be 27 or 28. */
  'error-keys-signature-last': { byte: string };
  /** No key can have made this signature for this text. */
  'error-keys-signature-none': undefined;
  /** This is not a valid signature. Its numbers are outside the range of secp256k1. */
  'error-keys-signature-range': undefined;
  /** A signature is 0x followed by 130 hexadecimal digits. */
  'error-keys-signature-shape': undefined;
  /** The site’s address must be a full address, such as https://rp.example/login. */
  'error-keys-site-not-a-url': undefined;
  /** The site’s address contains a password. Remove it. */
  'error-keys-site-password': undefined;
  /** The site’s address contains a question mark. Remove it and everything after it. */
  'error-keys-site-query': undefined;
  /** The site’s address must begin with https:// or http://. */
  'error-keys-site-scheme': undefined;
  /** The site’s address is longer than 2048 bytes. */
  'error-keys-site-too-long': undefined;
  /** The wallet did not understand the program that holds the vault. It may have done what it was asked. Both may be of different versions. */
  'error-link-answer': undefined;
  /** The connection to the program that holds the vault was lost. Try again. */
  'error-link-broken': undefined;
  /** Too many programs are connected to the open wallet. Try again in a moment. */
  'error-link-busy': undefined;
  /** Another program answers at { $path } in place of the wallet. Nothing was sent. Close that program, then open the wallet. */
  'error-link-impostor': { path: string };
  /** The open wallet has not been unlocked since it started. Unlock it there, then try again. */
  'error-link-never-unlocked': undefined;
  /** No wallet is open for this vault. Open the wallet, then try again. */
  'error-link-nobody': undefined;
  /** { $path } should be a folder, but something else is in its place. Nothing was sent. Remove it if nobody needs it. */
  'error-link-not-folder': { path: string };
  /** { $path } should be a socket of the wallet, but something else is in its place. Nothing was sent. Remove it if nobody needs it. */
  'error-link-not-socket': { path: string };
  /** Other users of this computer can enter { $path }. Nothing was sent. Set its permissions to 0700, or remove it if nobody needs it. */
  'error-link-open-folder': { path: string };
  /** The open wallet holds another vault. Nothing was sent. */
  'error-link-other-key': undefined;
  /** { $path } belongs to another user of this computer. Nothing was sent. Remove it if nobody needs it. */
  'error-link-other-owner': { path: string };
  /** The program that holds the vault runs as another user. Nothing was sent. */
  'error-link-other-user': undefined;
  /** The path { $path } is too long for a socket. Move the vault to a shorter path. */
  'error-link-path-too-long': { path: string };
  /** Too many programs tried to reach the open wallet with a wrong key. Try again in { $seconds } seconds. */
  'error-link-paused': { seconds: number };
  /** The wallet could not use its private connection. { $reason } */
  'error-link-system': { reason: string };
  /** The program that holds the vault took too long to answer. Try again. If that does not help, close that program. */
  'error-link-timeout': undefined;
  /** This is too large to send to the program that holds the vault. Nothing was sent. */
  'error-link-too-large': undefined;
  /** Programs cannot reach an open wallet on this system. Close the wallet and try again. */
  'error-link-unsupported': undefined;
  /** The other program speaks version { $theirs } of the wallet’s private connection, and this one version { $ours }. Close the older program and start its newer version. */
  'error-link-version': { ours: string; theirs: string };
  /** It was the file “{ $file }”. */
  'error-lws-about-file': { file: string };
  /** The site may have received your application. Do not send it again before you know that it has not. */
  'error-lws-application-unknown': undefined;
  /** The address that the browser should open is not safe. The wallet did not open it. */
  'error-lws-bad-redirect': undefined;
  /** The site did not receive all documents. It may not take documents of this size. Send smaller ones, or try again later. */
  'error-lws-cut-short': undefined;
  /** The answer is damaged JSON. */
  'error-lws-damaged': undefined;
  /** Attribute { $position } in the site’s description names no schema. */
  'error-lws-description-attribute': { position: string };
  /** “attributes” in the site’s description is not a list. */
  'error-lws-description-attributes': undefined;
  /** “endpoints” in the site’s description is not an object. */
  'error-lws-description-endpoints': undefined;
  /** The site’s description does not say where the site receives requests (rootEndpoint). */
  'error-lws-description-no-root': undefined;
  /** The site’s description is not a JSON object. */
  'error-lws-description-not-json': undefined;
  /** The site’s description asks for more attributes than the wallet takes. */
  'error-lws-description-too-many': undefined;
  /** The wallet cannot use the site’s description. { $reason } */
  'error-lws-description-url': { reason: string };
  /** The wallet was asking for the status of a KYC application. */
  'error-lws-doing-application': undefined;
  /** The wallet was asking for your KYC applications. */
  'error-lws-doing-applications': undefined;
  /** The wallet was sending a KYC application. */
  'error-lws-doing-apply': undefined;
  /** The wallet was cancelling a KYC application. */
  'error-lws-doing-cancel': undefined;
  /** The wallet was asking for a challenge to sign. */
  'error-lws-doing-challenge': undefined;
  /** The wallet was loading the site’s description. */
  'error-lws-doing-description': undefined;
  /** The wallet was sending a file. */
  'error-lws-doing-file': undefined;
  /** The wallet was logging you in. */
  'error-lws-doing-log-in': undefined;
  /** The wallet was sending the signed challenge. */
  'error-lws-doing-response': undefined;
  /** The wallet was loading the definition of an attribute. */
  'error-lws-doing-schema': undefined;
  /** The wallet was signing you up. */
  'error-lws-doing-sign-up': undefined;
  /** The wallet was asking what a KYC application needs. */
  'error-lws-doing-template': undefined;
  /** The wallet was asking what you can apply for. */
  'error-lws-doing-templates': undefined;
  /** The wallet was adding to a KYC application. */
  'error-lws-doing-update': undefined;
  /** The wallet was asking for your user token. */
  'error-lws-doing-user-token': undefined;
  /** The answer is empty. */
  'error-lws-empty': undefined;
  /** The wallet found no description of a site at { $addresses }. Check the address. */
  'error-lws-no-description': { addresses: string };
  /** You have no account at this site yet. Sign up first. */
  'error-lws-no-such-user': undefined;
  /** The challenge to sign contains characters that no challenge has. It could be a message for somebody else. The wallet signed nothing. */
  'error-lws-nonce-alphabet': undefined;
  /** The challenge to sign is not 16 to 512 characters long. The wallet signed nothing. */
  'error-lws-nonce-length': undefined;
  /** The answer is not JSON. */
  'error-lws-not-json': undefined;
  /** The site does not support this. { $doing } */
  'error-lws-not-offered': { doing: string };
  /** Nothing was lost. */
  'error-lws-nothing-lost': undefined;
  /** “{ $name }” is missing from the answer or has the wrong type. */
  'error-lws-part-missing': { name: string };
  /** A file of { $schema } is missing. */
  'error-lws-payload-file': { schema: string };
  /** The document “{ $name }” has no valid media type. */
  'error-lws-payload-media-type': { name: string };
  /** The value of { $schema } has no place for one of its files. */
  'error-lws-payload-place': { schema: string };
  /** { $host } sent an answer that the wallet cannot use. { $fault } { $doing } */
  'error-lws-protocol': { doing: string; fault: string; host: string };
  /** The answer redirects to another address (status { $status }). The wallet does not follow it. */
  'error-lws-redirect': { status: string };
  /** The site refused { $what } (status { $status }). */
  'error-lws-refused': { status: string; what: string };
  /** the request for the status of a KYC application */
  'error-lws-refused-application': undefined;
  /** the request for your KYC applications */
  'error-lws-refused-applications': undefined;
  /** the KYC application */
  'error-lws-refused-apply': undefined;
  /** the request to cancel a KYC application */
  'error-lws-refused-cancel': undefined;
  /** the request for a challenge */
  'error-lws-refused-challenge': undefined;
  /** The site refused { $what } (status { $status }, { $code }). */
  'error-lws-refused-code': { code: string; status: string; what: string };
  /** the request for its description */
  'error-lws-refused-description': undefined;
  /** a file */
  'error-lws-refused-file': undefined;
  /** the login */
  'error-lws-refused-log-in': undefined;
  /** the signed challenge */
  'error-lws-refused-response': undefined;
  /** the request for the definition of an attribute */
  'error-lws-refused-schema': undefined;
  /** the sign-up */
  'error-lws-refused-sign-up': undefined;
  /** the request for what a KYC application needs */
  'error-lws-refused-template': undefined;
  /** the request for its KYC applications */
  'error-lws-refused-templates': undefined;
  /** the addition to a KYC application */
  'error-lws-refused-update': undefined;
  /** the request for your user token */
  'error-lws-refused-user-token': undefined;
  /** The site says: “{ $said }”. */
  'error-lws-says': { said: string };
  /** The site says about { $field }: “{ $said }”. */
  'error-lws-says-of': { field: string; said: string };
  /** The site may have received your sign-up. Log in to find out. */
  'error-lws-sign-up-unknown': undefined;
  /** The account made a signature that sites do not accept. Nothing was sent. */
  'error-lws-signer-bad': undefined;
  /** The wallet is locked. Nothing was sent. Unlock it and try again. */
  'error-lws-signer-locked': undefined;
  /** The account cannot sign. Nothing was sent. */
  'error-lws-signer-unavailable': undefined;
  /** The wallet does not know the answer’s status { $status }. */
  'error-lws-status': { status: string };
  /** The site’s token is not valid yet. If this happens again, check the clock of this computer. */
  'error-lws-token-early': undefined;
  /** The site’s token has already expired. If this happens again, check the clock of this computer. */
  'error-lws-token-expired': undefined;
  /** The site’s token is for another identity than yours. */
  'error-lws-token-foreign': undefined;
  /** The site’s token is not a JSON Web Token. */
  'error-lws-token-malformed': undefined;
  /** The site’s challenge contains nothing to sign. */
  'error-lws-token-no-nonce': undefined;
  /** The site’s token contains a time that is not valid. */
  'error-lws-token-time': undefined;
  /** The site’s token is too long. */
  'error-lws-token-too-long': undefined;
  /** The document “{ $file }” is too large for the site. Send a smaller one. */
  'error-lws-too-large-file': { file: string };
  /** The document “{ $file }” is too large for the site. Send one of at most { $limit }. */
  'error-lws-too-large-file-limit': { file: string; limit: string };
  /** The documents are too large for the site. Send smaller ones. */
  'error-lws-too-large-files': undefined;
  /** The documents are too large for the site. Send documents of at most { $limit } each. */
  'error-lws-too-large-files-limit': { limit: string };
  /** The request is too large for the site, although it contained no document. { $doing } */
  'error-lws-too-large-request': { doing: string };
  /** The list in the answer has more than { $most } entries. The wallet does not take more. */
  'error-lws-too-many': { most: string };
  /** Nothing was lost. Try again later. */
  'error-lws-try-later': undefined;
  /** The site asks you to try again in { $count } hours. */
  'error-lws-wait-hours': { count: number };
  /** The site asks you to try again in { $count } minutes. */
  'error-lws-wait-minutes': { count: number };
  /** The site asks you to try again in { $count } seconds. */
  'error-lws-wait-seconds': { count: number };
  /** The answer is a web page. */
  'error-lws-web-page': undefined;
  /** The name is empty, longer than { $most } characters, or has control characters. Nothing was changed. */
  'error-name': { most: string };
  /** { $party }: { $reason } */
  'error-party': { party: string; reason: string };
  /** { $reason } Everything prepared so far is kept. Resume the application to continue. */
  'error-party-resume': { reason: string };
  /** { $reason } You may already have an application there. Resume it to find out. */
  'error-party-uncertain': { reason: string };
  /** Your new password works. The wallet could not record the change in its activity log. { $reason } */
  'error-password-unlogged': { reason: string };
  /** “{ $path }” would leave a gap. The list has { $count } entries so far. */
  'error-path-gap': { count: number; path: string };
  /** This is not the path of a field. A path looks like front, selfie.image or images.0. */
  'error-path-malformed': undefined;
  /** There is no “{ $path }”. The part before it is not a list. */
  'error-path-no-list': { path: string };
  /** There is no “{ $path }”. The part before it has no fields. */
  'error-path-no-object': { path: string };
  /** “{ $path }” means every entry of a list. Write a number instead of the *. The first entry is 0. */
  'error-path-pattern': { path: string };
  /** “{ $attribute }” has no field “{ $path }”. It has these fields: { $fields }. */
  'error-path-unknown': { attribute: string; fields: string; path: string };
  /** { $path } already exists. The wallet left it as it is. Choose another name. */
  'error-place-exists': { path: string };
  /** { $path } is a folder. Nothing was written. Choose the name of a file. */
  'error-place-folder': { path: string };
  /** { $path } is inside the wallet’s own folder. Nothing was written. Choose another folder. */
  'error-place-in-vault': { path: string };
  /** { $path } is a link. The wallet left it as it is. Choose another name. */
  'error-place-link': { path: string };
  /** { $path } is not an ordinary file. The wallet left it as it is. Choose another name. */
  'error-place-odd': { path: string };
  /** The wallet wrote { $path }, but the system could not confirm that it is on the disk. { $reason } Write it again. */
  'error-place-unconfirmed': { path: string; reason: string };
  /** The wallet wrote { $path }, but could not record that. { $reason } Write it again. */
  'error-place-unrecorded': { path: string; reason: string };
  /** The wallet could not write { $path }. { $reason } The wallet itself is unchanged. */
  'error-place-unwritten': { path: string; reason: string };
  /** { $number } more accounts */
  'error-profile-accounts': { count: number; number: string };
  /** “{ $name }” is the first profile, which you cannot remove. You can rename it. */
  'error-profile-first': { name: string };
  /** This profile is no longer in the wallet. Nothing was changed. */
  'error-profile-gone': undefined;
  /** The profile name is empty, too long, or has control characters. Nothing was changed. Use 1 to { $max } characters. */
  'error-profile-name': { max: string };
  /** A profile named “{ $name }” already exists. Nothing was changed. Choose another name. */
  'error-profile-name-taken': { name: string };
  /** The wallet could not create an account for the profile. { $reason } Nothing was changed. */
  'error-profile-no-account': { reason: string };
  /** The profile “{ $name }” still contains { $content }. Nothing was removed. */
  'error-profile-not-empty': { content: string; name: string };
  /** This wallet has no profile named “{ $name }”. */
  'error-profile-not-found': { name: string };
  /** The profile “{ $name }” is in use. Nothing was removed. Switch to another profile first. */
  'error-profile-selected': { name: string };
  /** { $site } asks for “{ $name }” more than once: { $fitting }. Use the site’s id to choose one. */
  'error-propose-asked-twice': { fitting: string; name: string; site: string };
  /** { $site } offers several KYC applications: { $templates }. Choose one. */
  'error-propose-choose-template': { site: string; templates: string };
  /** { $title } ({ $id }) */
  'error-propose-fitting': { id: string; title: string };
  /** { $site } has moved to { $hosts } since you last saw it. Nothing was sent. Add the site again by its address to see what has changed. */
  'error-propose-new-hosts': { hosts: string; site: string };
  /** { $site } does not offer KYC applications. */
  'error-propose-no-templates': { site: string };
  /** { $site } does not ask for “{ $name }”, so the wallet cannot send it. The site asks for { $asks }. */
  'error-propose-not-asked': { asks: string; name: string; site: string };
  /** Sites cannot ask for this. Nothing was sent. */
  'error-propose-not-of-sites': undefined;
  /** { $site } does not ask for “{ $name }”, so the wallet cannot send it. The site asks for nothing. */
  'error-propose-nothing-asked': { name: string; site: string };
  /** This profile does not have the email address { $email }. Choose a profile that has it. */
  'error-propose-other-profile': { email: string };
  /** { $id } ({ $name }) */
  'error-propose-template': { id: string; name: string };
  /** { $site } has no KYC application “{ $template }”. It offers { $templates }. */
  'error-propose-unknown-template': { site: string; template: string; templates: string };
  /** Another identity-check provider is already called “{ $name }”. Nothing was changed. */
  'error-provider-name-taken': { name: string };
  /** The system keyring has no client secret for “{ $provider }”. Enter it again, or use a file with the secret. */
  'error-provider-no-secret': { provider: string };
  /** There is no identity-check provider “{ $name }” in this wallet. */
  'error-provider-not-found': { name: string };
  /** The wallet could not save the client secret of “{ $provider }”. { $reason } You can enter the secret at each check instead. */
  'error-provider-not-kept': { provider: string; reason: string };
  /** { $reason } Nothing was changed. */
  'error-provider-secret': { reason: string };
  /** The wallet could not read the client secret of “{ $provider }” from { $path }. { $reason } */
  'error-provider-secret-file': { path: string; provider: string; reason: string };
  /** The wallet did not read the client secret of “{ $provider }”. The file { $path } is too large for a secret. */
  'error-provider-secret-file-large': { path: string; provider: string };
  /** The wallet could not read the client secret of “{ $provider }”. { $reason } You can also enter it again, or use a file with the secret. */
  'error-provider-secret-unread': { provider: string; reason: string };
  /** { $setting }: { $reason } Nothing was changed. */
  'error-provider-setting': { reason: string; setting: string };
  /** All settings */
  'error-provider-setting-all': undefined;
  /** This is an https page. Also enter the address that it sends the browser to. */
  'error-provider-setting-listen': undefined;
  /** With Web IDV, the provider makes this address for each check. You cannot set it. */
  'error-provider-setting-made': undefined;
  /** This is not a web address. */
  'error-provider-setting-url': undefined;
  /** These settings do not work. { $reason } Nothing was changed. */
  'error-provider-settings': { reason: string };
  /** The environment variable { $variable } does not contain an address such as http://proxy.example:3128. Nothing was sent. Correct { $variable }, or remove it to connect without a proxy. */
  'error-proxy-address-malformed': { variable: string };
  /** The environment variable { $variable } does not contain text. Nothing was sent. Correct { $variable }, or remove it to connect without a proxy. */
  'error-proxy-address-not-text': { variable: string };
  /** The address in the environment variable { $variable } must begin with http, https, socks4, socks4a, socks5 or socks5h. Nothing was sent. Correct { $variable }, or remove it to connect without a proxy. */
  'error-proxy-address-scheme': { variable: string };
  /** The proxy { $proxy } asks for a user name and a password (status 407). */
  'error-proxy-credentials': { proxy: string };
  /** The proxy { $proxy } does not accept the user name and password in its address (status 407). */
  'error-proxy-credentials-wrong': { proxy: string };
  /** The connection to the proxy { $proxy } was lost. */
  'error-proxy-interrupted': { proxy: string };
  /** { $address } (from { $variable }) */
  'error-proxy-name': { address: string; variable: string };
  /** { $fault } The wallet did not reach { $host }. Nothing was sent. */
  'error-proxy-no-connection': { fault: string; host: string };
  /** The wallet could not reach the proxy { $proxy }. */
  'error-proxy-not-connected': { proxy: string };
  /** The proxy { $proxy } did not connect to the site. */
  'error-proxy-refused': { proxy: string };
  /** The proxy { $proxy } refused to connect to the site (status { $status }). */
  'error-proxy-refused-status': { proxy: string; status: string };
  /** The proxy { $proxy } took too long to answer. */
  'error-proxy-timeout': { proxy: string };
  /** You already answered this request. The first answer counts. Nothing was sent. */
  'error-request-answered': undefined;
  /** Several profiles can answer this request: { $profiles }. Nothing was sent. Choose one of them. */
  'error-request-choose-profile': { profiles: string };
  /** The wallet does not know who made this request, so it cannot block them. Nothing was changed. */
  'error-request-nobody-to-block': undefined;
  /** The wallet does not know this kind of link. Nothing was done. */
  'error-request-not-a-link': undefined;
  /** There is no request with the id “{ $id }”. */
  'error-request-not-found': { id: string };
  /** Choose the number that the site’s page shows. Nothing was sent. The request is still waiting. */
  'error-request-number-needed': undefined;
  /** This request has expired. Nothing was sent. */
  'error-request-over': undefined;
  /** Too many requests are waiting. The wallet did not accept this one. Answer some of them, then ask the site to try again. */
  'error-request-too-many': undefined;
  /** This version of the wallet cannot answer this request. Nothing was sent. Install the latest version. */
  'error-request-unknown-protocol': undefined;
  /** The site’s page shows another number. The wallet declined the request and sent nothing. */
  'error-request-wrong-number': undefined;
  /** You cancelled this. Nothing was changed. */
  'error-restore-cancelled': undefined;
  /** The wallet opened the backup, but its content is not valid. { $what } Nothing was changed. Use another copy of the backup. */
  'error-restore-content': { what: string };
  /** The wallet could not store a document from the backup. { $reason } Nothing was changed. */
  'error-restore-document': { reason: string };
  /** The backup was restored, but the wallet could not unlock it. { $reason } */
  'error-restore-locked': { reason: string };
  /** The folder { $folder } is not empty. Nothing was changed. Restore the backup to a new folder. */
  'error-restore-not-empty': { folder: string };
  /** With this backup added, the wallet could no longer be backed up. { $what } Nothing was changed. */
  'error-restore-too-much': { what: string };
  /** The wallet could not check a document in the backup. { $reason } Nothing was changed. */
  'error-restore-unopened': { reason: string };
  /** The wallet could not write the new vault. { $reason } The backup was not restored. */
  'error-restore-unwritten': { reason: string };
  /** { $folder } already contains a wallet. Nothing was changed. Merge the backup into that wallet, or restore it to another folder. */
  'error-restore-vault-exists': { folder: string };
  /** The site’s definition of the attribute contains a pattern that is too long. */
  'error-schema-pattern': undefined;
  /** The site’s definition of the attribute refers to itself without end. */
  'error-schema-recursive': undefined;
  /** The site’s definition of the attribute refers to another address. The wallet does not have what is there. */
  'error-schema-remote': undefined;
  /** The site’s definition of the attribute is too complex for the wallet. */
  'error-schema-too-complex': undefined;
  /** The site’s definition of the attribute is nested too deeply. */
  'error-schema-too-deep': undefined;
  /** The site’s definition of the attribute is larger than { $limit }. */
  'error-schema-too-large': { limit: string };
  /** The site’s definition of the attribute consists of more than { $most } documents. */
  'error-schema-too-many-documents': { most: string };
  /** The site’s definition of the attribute has too many fields. */
  'error-schema-too-many-fields': undefined;
  /** The site’s definition of the attribute refers to a platform definition that this version of the wallet does not know. */
  'error-schema-unknown': undefined;
  /** The site’s definition of the attribute is not a valid JSON Schema (draft 7). */
  'error-schema-unusable': undefined;
  /** The address of a schema must not contain a user name or a password. */
  'error-schema-url-credentials': undefined;
  /** The address of a schema must begin with http:// or https://. */
  'error-schema-url-scheme': undefined;
  /** This is not the address of a schema. Such an address looks like http://host.example/name.json. */
  'error-schema-url-shape': undefined;
  /** The address of the schema is too long. */
  'error-schema-url-too-long': undefined;
  /** The system keyring ({ $backend }) did not save the secret correctly. */
  'error-secret-changed': { backend: string };
  /** The system keyring ({ $backend }) is locked. Unlock it in your desktop’s settings, then try again. */
  'error-secret-locked': { backend: string };
  /** The system keyring does not have the secret. */
  'error-secret-no-entry': undefined;
  /** The system keyring ({ $backend }) did not answer within { $seconds } seconds. If it asks for its own password, enter it and try again. */
  'error-secret-timed-out': { backend: string; seconds: number };
  /** The wallet cannot use the system keyring ({ $backend }). Start the keyring service of your desktop, then try again. */
  'error-secret-unavailable': { backend: string };
  /** The database of the SelfKey wallet is damaged. Nothing was imported. */
  'error-selfkey-damaged': undefined;
  /** The SelfKey wallet is running, or was not closed properly. Nothing was imported. Close it, or start it and close it again. Then try again. */
  'error-selfkey-in-use': undefined;
  /** No identity in the SelfKey wallet has the ID { $id }. Nothing was imported. */
  'error-selfkey-no-identity': { id: string };
  /** This profile is for a person. The SelfKey wallet does not contain a person. Nothing was imported. */
  'error-selfkey-none-fits': { kind: string };
  /** This database has the format of 2018, which the wallet cannot read. Nothing was imported. Start the last version of the SelfKey wallet once to update the database. Then try again. */
  'error-selfkey-old': undefined;
  /** This file is not the database of a SelfKey wallet. Nothing was imported. */
  'error-selfkey-other': undefined;
  /** You chose a person, but this profile is for a company. Nothing was imported. */
  'error-selfkey-other-kind': { kind: string };
  /** Several identities in the SelfKey wallet fit this profile. Nothing was imported. Choose one of them. */
  'error-selfkey-several-fit': undefined;
  /** The wallet could not open the file. { $reason } Nothing was imported. */
  'error-selfkey-unopened': { reason: string };
  /** { $first } { $second } */
  'error-sentences': { first: string; second: string };
  /** “{ $site }” matches several sites: { $fitting }. Name one of them. */
  'error-site-ambiguous': { fitting: string; site: string };
  /** The wallet cannot use the site’s description. { $reason } Nothing was added. */
  'error-site-description': { reason: string };
  /** { $name } ({ $root }) */
  'error-site-fitting': { name: string; root: string };
  /** The wallet could not make a key for { $root }. Nothing was added. */
  'error-site-key': { root: string };
  /** { $root } would get the same key as the site “{ $name }”. Nothing was added. */
  'error-site-key-taken': { name: string; root: string };
  /** The site’s name is empty. Choose another name. */
  'error-site-name-empty': undefined;
  /** “{ $name }” looks like an address. Choose another name for the site. */
  'error-site-name-is-address': { name: string };
  /** Another site or an account is already called “{ $name }”. Choose another name for this site. */
  'error-site-name-taken': { name: string };
  /** There is no site “{ $site }” in this wallet. Add it first. */
  'error-site-not-found': { site: string };
  /** The description at { $from } is for { $root }. This site is already in the wallet, added from another address. Nothing was changed. If { $root } gave you the new address, check with it first. */
  'error-site-not-its-own': { from: string; root: string };
  /** The site’s address { $root } contains a query (?…). The wallet cannot tell such sites apart. Nothing was added. */
  'error-site-query': { root: string };
  /** “{ $url }” is not the address of a site. { $reason } */
  'error-site-url': { reason: string; url: string };
  /** It looks like an email address. Enter an address such as https://rp.example/lws. */
  'error-site-url-mailbox': undefined;
  /** Did you mean { $url }? */
  'error-site-url-meant': { url: string };
  /** Enter an address such as https://rp.example/lws. */
  'error-site-url-other': undefined;
  /** The port must be a number from 1 to 65535. */
  'error-site-url-port': undefined;
  /** Sites use https://, not { $scheme }://. */
  'error-site-url-scheme': { scheme: string };
  /** It contains a space. */
  'error-site-url-space': undefined;
  /** A record is missing from the wallet. Type of record: { $what }. Nothing was changed. Restore the wallet from a backup. */
  'error-store-missing': { what: string };
  /** This computer gave no random numbers. Nothing was changed. Try again. */
  'error-store-no-randomness': undefined;
  /** The key of “{ $name }” is not the one that the wallet recorded. Nothing was signed or sent. Restore the wallet from a backup. */
  'error-store-other-key': { name: string };
  /** Another version of the wallet wrote a record that this version cannot read. Type of record: { $what }. Nothing was changed. Update the wallet and try again. */
  'error-store-shape': { what: string };
  /** The system reported: { $text }. */
  'error-system': { text: string };
  /** A file or folder with this name already exists. */
  'error-system-exists': undefined;
  /** This is a folder, not a file. */
  'error-system-folder': undefined;
  /** The disk is full. */
  'error-system-full': undefined;
  /** This computer does not have enough free memory. */
  'error-system-memory': undefined;
  /** The file name is too long for this disk, or has characters that the disk does not accept. */
  'error-system-name': undefined;
  /** A part of the path is not a folder. */
  'error-system-not-a-folder': undefined;
  /** The file or folder does not exist. */
  'error-system-not-found': undefined;
  /** You do not have permission to do this. */
  'error-system-permission': undefined;
  /** Your share of the disk is used up. */
  'error-system-quota': undefined;
  /** The disk is read-only. */
  'error-system-read-only': undefined;
  /** The file is too large for this disk. */
  'error-system-too-large': undefined;
  /** “{ $field }” must be one of these values: { $choices }. */
  'error-text-choice': { choices: string; field: string };
  /** “{ $field }” must be a country. Enter its English name or its code, such as Kenya or KE. */
  'error-text-country': { field: string };
  /** “{ $field }” must be a date in the form year-month-day, such as 1985-04-12. */
  'error-text-date': { field: string };
  /** “{ $field }” must not be empty. */
  'error-text-empty': { field: string };
  /** “{ $field }” takes a file, not text. */
  'error-text-file': { field: string };
  /** “{ $field }” has several parts. Enter it as JSON. */
  'error-text-json': { field: string };
  /** { $count } more */
  'error-text-more-choices': { count: number };
  /** The text is not UTF-8. */
  'error-text-not-utf8': undefined;
  /** “{ $field }” must be a number, such as 12.5. */
  'error-text-number': { field: string };
  /** The text is saved as UTF-16. Save it as UTF-8 and try again. In Notepad, choose “Save as” and the encoding UTF-8. */
  'error-text-utf16': undefined;
  /** “{ $field }” must be a whole number. */
  'error-text-whole-number': { field: string };
  /** “{ $field }” must be yes or no. */
  'error-text-yes-or-no': { field: string };
  /** { $host } asks for a client certificate, and the wallet has none. */
  'error-tls-client-certificate': { host: string };
  /** The security certificate of { $host } has expired. */
  'error-tls-expired': { host: string };
  /** { $host } does not send the intermediate certificate that connects its security certificate with an authority. */
  'error-tls-missing-intermediate': { host: string };
  /** { $host } and the wallet could not agree on a secure connection. The site may ask for a client certificate, or support only encryption that is no longer secure. */
  'error-tls-no-agreement': { host: string };
  /** { $host } does not support secure connections on this port. */
  'error-tls-not-tls': { host: string };
  /** The security certificate of { $host } is not valid yet. */
  'error-tls-not-yet-valid': { host: string };
  /** The wallet could not make a secure connection to { $host }. */
  'error-tls-other': { host: string };
  /** Nothing was sent. Check the address. If it is correct, tell the operator of the site. */
  'error-tls-remedy-address': undefined;
  /** Nothing was sent. If the site belongs to your organisation, add the authority’s certificate to those that this computer trusts. If it is there already, the site leaves out the intermediate certificate. Tell the operator of the site. */
  'error-tls-remedy-authority': undefined;
  /** Nothing was sent. Check the date on this computer. If it is correct, the operator of the site must renew the certificate. */
  'error-tls-remedy-date': undefined;
  /** Nothing was sent. You cannot use this site with the wallet. */
  'error-tls-remedy-none': undefined;
  /** Nothing was sent. Only the operator of the site can fix this. Tell them. */
  'error-tls-remedy-operator': undefined;
  /** Nothing was sent. Check the port in the address. */
  'error-tls-remedy-port': undefined;
  /** Nothing was sent. If the site belongs to your organisation, add its certificate to those that this computer trusts. */
  'error-tls-remedy-self-signed': undefined;
  /** The authority has revoked the security certificate of { $host }. */
  'error-tls-revoked': { host: string };
  /** No authority has signed the security certificate of { $host }. */
  'error-tls-self-signed': { host: string };
  /** { $host } supports only encryption that is no longer secure. The wallet needs TLS 1.2 or 1.3. */
  'error-tls-too-old': { host: string };
  /** The security certificate of { $host } is not suitable for a website. */
  'error-tls-unfit': { host: string };
  /** This computer does not trust the authority that signed the security certificate of { $host }. */
  'error-tls-unknown-authority': { host: string };
  /** The security certificate of { $host } belongs to another host. */
  'error-tls-wrong-host': { host: string };
  /** The text that you entered is larger than { $limit }. The wallet did not keep it. */
  'error-unsaved-too-long': { limit: string };
  /** The address of { $host } contains a user name or a password. */
  'error-url-credentials': { host: string };
  /** { $host } is not one of the site’s own hosts. */
  'error-url-elsewhere': { host: string };
  /** The address of { $host } is not encrypted. The wallet uses only https, or http on this computer. */
  'error-url-insecure': { host: string };
  /** The site gave an address on this computer as its own. The wallet does not use it. */
  'error-url-loopback': undefined;
  /** This is not a valid address. It must be a path, or begin with https:// or http://. */
  'error-url-not-a-url': undefined;
  /** { $part } has no visible characters. */
  'error-value-blank': { part: string };
  /** { $part } must be a Bitcoin address. It has 26 to 42 letters and digits and begins with 1, 3 or bc1. */
  'error-value-btc-address': { part: string };
  /** { $part } contains a line break or another control character. Remove it. */
  'error-value-control': { part: string };
  /** { $part } must be a Dash address. It has 34 letters and digits and begins with X. */
  'error-value-dash-address': { part: string };
  /** { $part } must be an email address, such as name@mail.example. */
  'error-value-email': { part: string };
  /** { $part } must have its domain in the form that begins with xn--, such as name@xn--mller-kva.example. */
  'error-value-email-host': { part: string };
  /** { $part } must be the email address alone, without a name or angle brackets. An example is name@mail.example. */
  'error-value-email-named': { part: string };
  /** { $part } must be a single email address, such as name@mail.example. */
  'error-value-email-several': { part: string };
  /** { $part } must not be empty. */
  'error-value-empty': { part: string };
  /** { $part } is before the date of issue. Check both dates. */
  'error-value-ends-before-issue': { part: string };
  /** { $part } must be an Ethereum address. It consists of 0x and 40 hexadecimal digits. */
  'error-value-eth-address': { part: string };
  /** { $part } contains a field that is not allowed. */
  'error-value-foreign-field': { part: string };
  /** { $part } does not have the required form. */
  'error-value-form': { part: string };
  /** { $part } does not have the required form. Its description says: “{ $description }”. */
  'error-value-form-described': { description: string; part: string };
  /** { $part } is in the future. */
  'error-value-in-future': { part: string };
  /** { $part } must be { $kind }. */
  'error-value-kind': { kind: string; part: string };
  /** { $part } must be less than { $limit }. */
  'error-value-less-than': { limit: string; part: string };
  /** { $part } must be { $limit } or less. */
  'error-value-maximum': { limit: string; part: string };
  /** { $part } must be { $limit } or more. */
  'error-value-minimum': { limit: string; part: string };
  /** { $part } is missing. */
  'error-value-missing': { part: string };
  /** { $part } must be more than { $limit }. */
  'error-value-more-than': { limit: string; part: string };
  /** { $part } must be a multiple of { $number }. */
  'error-value-multiple': { number: string; part: string };
  /** { $part } has none of the allowed forms. */
  'error-value-no-form': { part: string };
  /** { $part } is not allowed here. */
  'error-value-not-allowed': { part: string };
  /** { $part } is not one of the allowed values. */
  'error-value-not-allowed-value': { part: string };
  /** The attribute does not describe a company. */
  'error-value-not-of-company': undefined;
  /** The attribute does not describe a person. */
  'error-value-not-of-person': undefined;
  /** { $part } must have 10 to 12 digits, with or without a + in front, such as +41446681800. */
  'error-value-phone-number': { part: string };
  /** A picture has a type or a size that the attribute does not take. */
  'error-value-picture': undefined;
  /** { $part } contains the same entry twice. */
  'error-value-repeated': { part: string };
  /** { $part } fits several forms, but only one is allowed. */
  'error-value-several-forms': { part: string };
  /** { $part } must have at least { $least } entries. */
  'error-value-too-few-entries': { least: number; part: string };
  /** { $part } has too few fields. */
  'error-value-too-few-fields': { part: string };
  /** { $part } must have at most { $most } characters. */
  'error-value-too-long': { most: number; part: string };
  /** { $part } is more than 150 years ago. Check the year. */
  'error-value-too-long-ago': { part: string };
  /** { $part } must have at most { $most } entries. */
  'error-value-too-many-entries': { most: number; part: string };
  /** { $part } has too many fields. */
  'error-value-too-many-fields': { part: string };
  /** { $part } must have at least { $least } characters. */
  'error-value-too-short': { least: number; part: string };
  /** { $part } takes too long to check. */
  'error-value-too-slow': { part: string };
  /** { $part } is too long to check. It must have at most { $most } characters. */
  'error-value-unchecked': { most: string; part: string };
  /** { $part } does not meet the requirements. */
  'error-value-unfit': { part: string };
  /** An earlier write failed, so nothing was saved. Everything that was saved before is kept. Lock the wallet, then unlock it. */
  'error-vault-broken': undefined;
  /** An earlier write failed, so the wallet did not compact the vault. Everything that was saved before is kept. Lock the wallet, then unlock it. */
  'error-vault-compact-broken': undefined;
  /** The vault is damaged, so the wallet did not compact it. { $reason } Nothing was changed. Check the vault. */
  'error-vault-compact-damaged': { reason: string };
  /** The disk is full. The wallet needs { $needed } to compact the vault, and { $available } is free. Everything is kept. Free some space, then try again. */
  'error-vault-compact-full': { available: string; needed: string };
  /** The disk is full. A vault needs { $needed }, and { $available } is free. No vault was created. Free some space, then try again. */
  'error-vault-create-full': { available: string; needed: string };
  /** { $program } is using the folder. No vault was created. Close that program, then try again. */
  'error-vault-create-in-use': { program: string };
  /** Another program is using the folder. No vault was created. Close that program, then try again. */
  'error-vault-create-in-use-unknown': undefined;
  /** The password is empty. No vault was created. Choose a password. */
  'error-vault-create-password': undefined;
  /** The vault is damaged. { $reason } The wallet left its files as they are. Copy the vault’s folder before you try anything else. */
  'error-vault-damaged': { reason: string };
  /** The wallet could not read the vault. { $reason } Nothing was changed. Try again. If this happens again, the disk may be failing. Copy the vault’s folder to another disk and open the copy, or restore a backup. */
  'error-vault-disk': { reason: string };
  /** The disk is full. Nothing was added. Everything that was saved before is kept. Free some space, then try again. */
  'error-vault-document-full': undefined;
  /** The file is larger than { $most }. Nothing was added. Choose a smaller file. */
  'error-vault-document-large': { most: string };
  /** { $reason } Nothing was added. Everything that was saved before is kept. */
  'error-vault-document-not-added': { reason: string };
  /** The vault’s folder cannot be written to, so the vault is open for reading only. Nothing was added. To change something, copy the whole folder to a disk that can be written to, and open the copy. */
  'error-vault-document-read-only': undefined;
  /** The wallet could not read the file. { $reason } Nothing was added. */
  'error-vault-document-source': { reason: string };
  /** The keys of this vault have encrypted as many records as they safely can. Nothing was saved. Compact the vault, then try again. */
  'error-vault-exhausted': undefined;
  /** { $folder } already contains a vault. Nothing was changed. Open that vault, or choose another folder. */
  'error-vault-exists': { folder: string };
  /** A document was prepared for another vault. Nothing was saved. Add the document to this vault again. */
  'error-vault-foreign-document': undefined;
  /** The disk is full. Nothing was saved. Everything that was saved before is kept. Free some space, then try again. */
  'error-vault-full': undefined;
  /** The vault is already open in { $program }. Close that program, then try again. */
  'error-vault-in-use': { program: string };
  /** The vault is already open in another program. Close that program, then try again. */
  'error-vault-in-use-unknown': undefined;
  /** The vault’s header asks for { $memory } of memory, { $passes } passes and { $lanes } lanes to check the password. The wallet never writes such values, so another program changed the header. Nothing was changed. Restore a copy of the header. */
  'error-vault-kdf': { lanes: string; memory: string; passes: string };
  /** The vault’s entry in the system keyring ({ $backend }) was changed and no longer works. Unlock the wallet with your password, then let the keyring unlock it again in the settings. */
  'error-vault-keyring-changed': { backend: string };
  /** The disk is full. The system keyring was not changed. Free some space, then try again. */
  'error-vault-keyring-full': undefined;
  /** The system keyring ({ $backend }) is locked. Nothing was changed. Unlock it in your desktop’s settings, or use your password. */
  'error-vault-keyring-locked': { backend: string };
  /** The system keyring ({ $backend }) no longer has an entry for this vault. Unlock the wallet with your password, then let the keyring unlock it again in the settings. */
  'error-vault-keyring-no-entry': { backend: string };
  /** { $reason } The system keyring was not changed. Your password works as before. */
  'error-vault-keyring-not-changed': { reason: string };
  /** The system keyring is not set up for this vault. Unlock the wallet with your password. */
  'error-vault-keyring-not-enabled': undefined;
  /** The system keyring ({ $backend }) did not answer within { $seconds } seconds. Nothing was changed. If it asks for its own password, enter it and try again, or use the wallet’s password. */
  'error-vault-keyring-timed-out': { backend: string; seconds: number };
  /** The wallet cannot use the system keyring ({ $backend }). Nothing was changed. Use your password. To use the keyring again, start the keyring service of your desktop. */
  'error-vault-keyring-unavailable': { backend: string };
  /** This computer does not have enough free memory to check the password. It needs { $memory }. Nothing was changed. Close other programs, then try again. */
  'error-vault-memory': { memory: string };
  /** A newer version of this wallet wrote this vault. It has the format version { $found }, and this version reads up to { $supported }. Nothing was changed. Update the wallet. */
  'error-vault-newer': { found: string; supported: string };
  /** There is no document { $id }. Look at the list of your documents. */
  'error-vault-no-document': { id: string };
  /** This vault has no password. Unlock it the way that you set up. */
  'error-vault-no-password': undefined;
  /** No repair has kept a folder “{ $name }”. Nothing was removed. Look at the list again. */
  'error-vault-no-quarantine': { name: string };
  /** The wallet could not compact the vault. { $reason } Everything is kept. */
  'error-vault-not-compacted': { reason: string };
  /** { $reason } No vault was created. */
  'error-vault-not-created': { reason: string };
  /** The folder { $folder } is not empty. Nothing was changed. Choose an empty or a new folder. */
  'error-vault-not-empty': { folder: string };
  /** There is no vault in { $folder }. Create one, or choose another folder. */
  'error-vault-not-found': { folder: string };
  /** The wallet could not open the vault. { $reason } Nothing was changed. */
  'error-vault-not-opened': { reason: string };
  /** The wallet could not read this. { $reason } Nothing was changed. */
  'error-vault-not-read': { reason: string };
  /** { $reason } Nothing was saved. Everything that was saved before is kept. */
  'error-vault-not-saved': { reason: string };
  /** There is no document { $id }. Nothing was saved. Look at the list of your documents. */
  'error-vault-not-saved-no-document': { id: string };
  /** The wallet could not unlock the vault. { $reason } What it saved before is kept. */
  'error-vault-not-unlocked': { reason: string };
  /** The wallet has no unreadable record with the ID { $id }. Nothing was removed. */
  'error-vault-not-unreadable': { id: string };
  /** The new password is empty. The password was not changed. Choose a password. */
  'error-vault-password-empty': undefined;
  /** The disk is full. The password was not changed. Free some space, then try again. */
  'error-vault-password-full': undefined;
  /** { $reason } The password was not changed. */
  'error-vault-password-not-changed': { reason: string };
  /** The wallet could not save the new password. { $reason } Nothing else was changed. Try the old password first, then the new one. */
  'error-vault-password-unsaved': { reason: string };
  /** process { $pid } */
  'error-vault-process': { pid: string };
  /** { $program } (process { $pid }) */
  'error-vault-program': { pid: string; program: string };
  /** The wallet could not remove all of the damaged files. { $reason } The vault itself is unchanged. Try again to remove the rest. */
  'error-vault-quarantine': { reason: string };
  /** { $reason } Nothing was removed. */
  'error-vault-quarantine-odd': { reason: string };
  /** The vault’s folder cannot be written to, so the vault is open for reading only. Nothing was saved. To change something, copy the whole folder to a disk that can be written to, and open the copy. */
  'error-vault-read-only': undefined;
  /** A record has { $size }, and a record can have at most { $most }. Nothing was saved. Everything that was saved before is kept. */
  'error-vault-record-large': { most: string; size: string };
  /** The vault is damaged. { $reason } Nothing was saved, and everything that was saved before is unchanged. Lock the wallet and copy the vault’s folder. */
  'error-vault-save-damaged': { reason: string };
  /** The wallet does not know whether it saved this. { $reason } Everything that was saved before is kept. Lock the wallet, unlock it and look. */
  'error-vault-uncertain': { reason: string };
  /** The disk is full. The wallet needs { $needed } to unlock the vault, and { $available } is free. Nothing was changed. Free some space, then try again. */
  'error-vault-unlock-full': { available: string; needed: string };
  /** The wallet cannot read this. { $reason } Nothing was changed. The rest of the vault is not affected. */
  'error-vault-unreadable': { reason: string };
  /** The password is wrong. Try again. */
  'error-vault-wrong-password': undefined;
  /** { $text } */
  'error-verbatim': { text: string };
  /** The address contains a user name or a password. */
  'error-webkyc-address-credentials': undefined;
  /** The wallet can receive the browser only on this computer. Use 127.0.0.1, [::1] or localhost. */
  'error-webkyc-address-elsewhere': undefined;
  /** The address contains a part after #. */
  'error-webkyc-address-fragment': undefined;
  /** The address must begin with https://, or with http:// and 127.0.0.1, [::1] or localhost. */
  'error-webkyc-address-insecure': undefined;
  /** This is not a valid address. */
  'error-webkyc-address-malformed': undefined;
  /** The address needs a fixed port from 1 to 65535. */
  'error-webkyc-address-port': undefined;
  /** The address contains a part after ? that is not allowed. */
  'error-webkyc-address-query': undefined;
  /** The address is too long. */
  'error-webkyc-address-too-long': undefined;
  /** The status of the check is not text. */
  'error-webkyc-bad-status': undefined;
  /** The token is empty, too long, or has characters that are not allowed. */
  'error-webkyc-bad-token': undefined;
  /** The browser brought back a code that is not valid. */
  'error-webkyc-code': undefined;
  /** The wallet was fetching the result. */
  'error-webkyc-doing-details': undefined;
  /** The wallet was asking for access to the result. */
  'error-webkyc-doing-token': undefined;
  /** The wallet was asking where the check begins. */
  'error-webkyc-doing-verification-url': undefined;
  /** You cancelled the identity check, or it did not succeed. */
  'error-webkyc-gave-up': undefined;
  /** The answer contains no address for the browser. */
  'error-webkyc-no-address': undefined;
  /** The wallet cannot receive the browser at { $address }. { $reason } */
  'error-webkyc-no-port': { address: string; reason: string };
  /** The answer does not say whether the check succeeded. */
  'error-webkyc-no-status': undefined;
  /** The answer contains no token. */
  'error-webkyc-no-token': undefined;
  /** The answer is not a JSON object. */
  'error-webkyc-not-an-object': undefined;
  /** The answer is not valid JSON. */
  'error-webkyc-not-json': undefined;
  /** The identity check did not succeed. The provider gives the status “{ $status }”. */
  'error-webkyc-not-passed': { status: string };
  /** The wallet did not read the provider’s answer. { $fault } { $doing } */
  'error-webkyc-not-read': { doing: string; fault: string };
  /** The wallet cannot use the provider’s answer. { $what } */
  'error-webkyc-not-understood': { what: string };
  /** Another application on this computer uses { $address }. The wallet needs it to receive the browser. Close the other application and try again. */
  'error-webkyc-port-in-use': { address: string };
  /** This computer gave no random numbers. Nothing was sent. Try again. */
  'error-webkyc-random': undefined;
  /** The provider refused the identity check. */
  'error-webkyc-refused': undefined;
  /** The provider says: “{ $said }”. */
  'error-webkyc-says': { said: string };
  /** The provider says: “{ $said }” ({ $code }). */
  'error-webkyc-says-code': { code: string; said: string };
  /** The client secret contains a line break or another control character. */
  'error-webkyc-secret-control': undefined;
  /** The client secret is empty. */
  'error-webkyc-secret-empty': undefined;
  /** The client secret is too long. */
  'error-webkyc-secret-too-long': undefined;
  /** The client ID is empty, too long, or has control characters. Nothing was sent. Correct the settings of the provider. */
  'error-webkyc-setting-client-id': undefined;
  /** The client ID contains a colon. Nothing was sent. Correct the settings of the provider. */
  'error-webkyc-setting-colon': undefined;
  /** The redirect URI already has a parameter named “state”. Nothing was sent. Correct the settings of the provider. */
  'error-webkyc-setting-state': undefined;
  /** The provider answered with an error (status { $status }). { $doing } */
  'error-webkyc-status': { doing: string; status: string };
  /** The browser did not return from the identity check in time. Start the check again. */
  'error-webkyc-timed-out': undefined;
  /** The provider no longer has the result. */
  'error-webkyc-too-old': undefined;
  /** { $path } */
  'expected-field': { path: string };
  /** { $path } (file) */
  'expected-field-file': { path: string };
  /** { $path } (file, optional) */
  'expected-field-file-optional': { path: string };
  /** { $path } (optional) */
  'expected-field-optional': { path: string };
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
  /** Copy the code and the message */
  'failure-copy': undefined;
  /** The vault is damaged */
  'failure-damaged': undefined;
  /** Declined */
  'failure-declined': undefined;
  /** Already exists */
  'failure-exists': undefined;
  /** The vault is in use */
  'failure-in-use': undefined;
  /** The wallet is locked */
  'failure-locked': undefined;
  /** Something is missing */
  'failure-missing': undefined;
  /** You have no account there yet */
  'failure-no-account': undefined;
  /** Not found */
  'failure-not-found': undefined;
  /** Something went wrong */
  'failure-other': undefined;
  /** The site sent an unexpected answer */
  'failure-protocol': undefined;
  /** The site refused */
  'failure-refused': undefined;
  /** Try again */
  'failure-retry': undefined;
  /** Stopped */
  'failure-stopped': undefined;
  /** Could not reach the site */
  'failure-unreachable': undefined;
  /** Not possible */
  'failure-usage': undefined;
  /** This value is verified */
  'failure-verified': undefined;
  /** Wrong password */
  'failure-wrong-password': undefined;
  /** Choose… */
  'field-choose': undefined;
  /** Enter a JSON value that matches the schema. */
  'field-json-hint': undefined;
  /** This is not valid JSON. */
  'field-json-wrong': undefined;
  /** No */
  'field-no': undefined;
  /** Enter a number. */
  'field-number-wrong': undefined;
  /** optional */
  'field-optional': undefined;
  /** Hide password */
  'field-password-hide': undefined;
  /** Show password */
  'field-password-show': undefined;
  /** Yes */
  'field-yes': undefined;
  /** Choose a file or drop it */
  'file-choose': undefined;
  /** Choose another file */
  'file-choose-more': undefined;
  /** Choose another */
  'file-choose-other': undefined;
  /** Drop it here */
  'file-drop': undefined;
  /** From your wallet */
  'file-from-wallet': undefined;
  /** Loading your documents */
  'file-from-wallet-loading': undefined;
  /** No document in this wallet fits. This field takes { $kinds }. */
  'file-from-wallet-none': { kinds: string };
  /** Search documents */
  'file-from-wallet-search': undefined;
  /** Choose a file for { $title } */
  'file-from-wallet-title': { title: string };
  /** a { $name } archive */
  'file-kind-archive': { name: string };
  /** a JPEG picture */
  'file-kind-jpeg': undefined;
  /** a damaged JPEG picture */
  'file-kind-jpeg-damaged': undefined;
  /** an MP3 recording */
  'file-kind-mp3': undefined;
  /** an MP4 recording */
  'file-kind-mp4': undefined;
  /** an Ogg recording */
  'file-kind-ogg': undefined;
  /** a file of the type { $name } */
  'file-kind-other': { name: string };
  /** a PDF */
  'file-kind-pdf': undefined;
  /** a PDF with something else before it */
  'file-kind-pdf-prefixed': undefined;
  /** a { $name } picture */
  'file-kind-picture': { name: string };
  /** a PNG picture */
  'file-kind-png': undefined;
  /** a damaged PNG picture */
  'file-kind-png-damaged': undefined;
  /** a program */
  'file-kind-program': undefined;
  /** a raw picture from a camera */
  'file-kind-raw': undefined;
  /** plain text */
  'file-kind-text': undefined;
  /** a file of an unknown type */
  'file-kind-unknown': undefined;
  /** a video */
  'file-kind-video': undefined;
  /** a WAV recording */
  'file-kind-wav': undefined;
  /** a web page */
  'file-kind-web-page': undefined;
  /** { $kinds } up to { $size } */
  'file-kinds': { kinds: string; size: string };
  /** The file is empty. */
  'file-reason-empty': undefined;
  /** This is { $found }. A document must be a JPEG, PNG, PDF or audio file. */
  'file-reason-kind': { found: string };
  /** The file is larger than { $limit }. */
  'file-reason-too-large': { limit: string };
  /** Save it as a JPEG: in Preview on a Mac (File, Export), in Photos on Windows (Save as), or with heif-convert on Linux. To make your iPhone take JPEGs, choose Settings, Camera, Formats, Most Compatible. */
  'file-remedy-heic': undefined;
  /** Save it as a JPEG or PNG: in Preview on a Mac (File, Export), in Paint on Windows (File, Save as), or in GIMP on Linux (File, Export As). */
  'file-remedy-picture': undefined;
  /** Remove { $file } */
  'file-remove': { file: string };
  /** { $file } is too large ({ $size }). Choose a file of at most { $limit }. */
  'file-too-large': { file: string; limit: string; size: string };
  /** Cancel */
  'files-cancel': undefined;
  /** Backups */
  'files-kind-backups': undefined;
  /** Pictures and documents */
  'files-kind-documents': undefined;
  /** { $format } files */
  'files-kind-format': { format: string };
  /** JSON files or SelfKey wallets */
  'files-kind-import': undefined;
  /** Key files */
  'files-kind-keys': undefined;
  /** Text files */
  'files-kind-text': undefined;
  /** This computer cannot show file dialogs. Install xdg-desktop-portal with a backend for your desktop (such as xdg-desktop-portal-gtk), or zenity. Until then, type the path here. */
  'files-no-dialog': undefined;
  /** There is no file at this path. */
  'files-no-file': undefined;
  /** There is no such folder. */
  'files-no-folder': undefined;
  /** The wallet found no home folder on this computer. Enter the whole path. */
  'files-no-home': undefined;
  /** The wallet no longer waits for this file. Choose it again. */
  'files-not-awaited': undefined;
  /** Use this file */
  'files-open': undefined;
  /** This is a folder. Enter the path of a file in it. */
  'files-open-folder': undefined;
  /** pasted picture */
  'files-pasted': undefined;
  /** Path */
  'files-path': undefined;
  /** Enter the path of the file. */
  'files-path-empty': undefined;
  /** For example ~/Documents/passport.jpg */
  'files-path-hint': undefined;
  /** Replace it */
  'files-replace': undefined;
  /** Save here */
  'files-save': undefined;
  /** This is a folder. Add the name of a file. */
  'files-save-folder': undefined;
  /** A file with this name already exists. */
  'files-there': undefined;
  /** Choose a backup */
  'files-title-backup': undefined;
  /** Save a copy */
  'files-title-copy': undefined;
  /** Export attributes and documents */
  'files-title-export': undefined;
  /** Import attributes and documents */
  'files-title-import': undefined;
  /** Choose a key file */
  'files-title-key': undefined;
  /** Save the key file */
  'files-title-key-save': undefined;
  /** Save the letter */
  'files-title-letter': undefined;
  /** Export the activity log */
  'files-title-log': undefined;
  /** Choose a file */
  'files-title-open': undefined;
  /** Save the root certificate */
  'files-title-root': undefined;
  /** Choose the description of the site */
  'files-title-site': undefined;
  /** Last changed. The wallet does not keep earlier values. */
  'history-changed': undefined;
  /** You entered it */
  'history-entered': undefined;
  /** Imported from the backup of { $from } */
  'history-imported-backup': { from: string };
  /** Imported from an identity check by “{ $from }” */
  'history-imported-check': { from: string };
  /** Imported from the file “{ $from }” */
  'history-imported-file': { from: string };
  /** Loading the history */
  'history-loading': undefined;
  /** You have never sent this value to anyone. */
  'history-never-sent': undefined;
  /** You have changed this value since. To send the new one, sign up or apply there again. */
  'history-outdated-text': undefined;
  /** Sent to { $site } */
  'history-sent': { purpose: string; site: string };
  /** May have reached { $site } */
  'history-sent-may-have': { site: string };
  /** History */
  'history-title': undefined;
  /** Marked as verified by “{ $by }”, which this wallet cannot confirm */
  'history-unconfirmed': { by: string };
  /** Verified by “{ $by }” */
  'history-verified': { by: string };
  /** The data has changed since you looked at it. Nothing was sent. Look at the request again. */
  'holder-changed': undefined;
  /** The wallet is locked. Unlock it where it runs, then try again. */
  'holder-locked': undefined;
  /** Something went wrong inside the wallet. Everything saved before is safe. */
  'holder-mistake': undefined;
  /** The wallet has not been unlocked since it started. It accepts nothing yet. */
  'holder-never-unlocked': undefined;
  /** The wallet did not understand the other program. Both may be of different versions. Nothing was done. */
  'holder-not-understood': undefined;
  /** Account “{ $account }” */
  'home-account': { account: string };
  /** Copy the address */
  'home-account-copy': undefined;
  /** All activity */
  'home-activity-all': undefined;
  /** Recent activity */
  'home-activity-title': undefined;
  /** All applications */
  'home-answer-all': undefined;
  /** Needs your answer */
  'home-answer-title': undefined;
  /** Attributes */
  'home-attributes': undefined;
  /** Back up the wallet */
  'home-backup': undefined;
  /** Back up… */
  'home-backup-create': undefined;
  /** { $last }. This computer has the only copy. */
  'home-backup-only-copy': { last: string };
  /** Documents */
  'home-documents': undefined;
  /** Identity */
  'home-identity': undefined;
  /** Your identity */
  'home-identity-unnamed': undefined;
  /** Loading the wallet */
  'home-loading': undefined;
  /** Log in to { $site } */
  'home-log-in-to': { site: string };
  /** Sign up at { $site } */
  'home-sign-up': { site: string };
  /** You added this site but have no account there yet. */
  'home-sign-up-text': undefined;
  /** Sites */
  'home-sites': undefined;
  /** All sites */
  'home-sites-all': undefined;
  /** Add your details */
  'home-step-attributes': undefined;
  /** Add attributes */
  'home-step-attributes-add': undefined;
  /** Most sites ask for your name and email address. */
  'home-step-attributes-text': undefined;
  /** Done */
  'home-step-done': undefined;
  /** Sign up or log in there */
  'home-step-sign-up': undefined;
  /** You see exactly what the wallet will send, and you decide. */
  'home-step-sign-up-text': undefined;
  /** Add a site */
  'home-step-site': undefined;
  /** Add a site */
  'home-step-site-add': undefined;
  /** Enter its address. The wallet sends nothing about you yet. */
  'home-step-site-text': undefined;
  /** Three steps to your first login */
  'home-steps': undefined;
  /** Suggested */
  'home-suggested': undefined;
  /** Home */
  'home-title': undefined;
  /** Cancel */
  'import-cancel': undefined;
  /** Import */
  'import-card': undefined;
  /** Import… */
  'import-card-open': undefined;
  /** Import a file that you exported before, or the database of the SelfKey wallet (IdentityWalletStorage.sqlite in its folder). You see a preview first. */
  'import-card-text': undefined;
  /** Done */
  'import-close': undefined;
  /** If you have a different value */
  'import-conflict': undefined;
  /** Keep both */
  'import-conflict-both': undefined;
  /** Use the file’s */
  'import-conflict-replace': undefined;
  /** Keep mine */
  'import-conflict-skip': undefined;
  /** for the same attribute with the same label */
  'import-conflict-which': undefined;
  /** Imported { $count } entries into “{ $profile }”. */
  'import-done': { count: number; profile: string };
  /** Import complete */
  'import-done-title': undefined;
  /** There is nothing to import in this file. */
  'import-empty': undefined;
  /** The keys were not imported. They are in the SelfKey wallet’s folder: { $files }. To import a key, add an account from its keystore file, with the password that it had there. */
  'import-keys': { files: string };
  /** Contents of the file */
  'import-list': undefined;
  /** Reading the file */
  'import-loading': undefined;
  /** New */
  'import-outcome-added': undefined;
  /** Added beside yours */
  'import-outcome-beside': undefined;
  /** Cannot be imported */
  'import-outcome-refused': undefined;
  /** Replaces yours */
  'import-outcome-replaced': undefined;
  /** Keeps yours */
  'import-outcome-skipped': undefined;
  /** Already there */
  'import-outcome-there': undefined;
  /** The wallet does not know this attribute. First add the site that asks for it. */
  'import-reason-attribute-unknown': undefined;
  /** A document of this value is missing from the file. */
  'import-reason-document-absent': undefined;
  /** Its document “{ $name }” cannot be imported. { $reason } */
  'import-reason-document-refused': { name: string; reason: string };
  /** The attribute does not accept this file. Its type is { $media_type } and its size is { $size }. */
  'import-reason-file-unfit': { media_type: string; size: string };
  /** The wallet has another value with this label. */
  'import-reason-label-taken': undefined;
  /** The content is not valid Base64. */
  'import-reason-not-base64': undefined;
  /** The database does not have the content of this document. */
  'import-reason-not-in-database': undefined;
  /** This attribute does not apply to a company. */
  'import-reason-not-of-company': undefined;
  /** This attribute does not apply to a person. */
  'import-reason-not-of-person': undefined;
  /** The content does not match its checksum in the file. */
  'import-reason-other-content': undefined;
  /** Another document in the file has the same ID. */
  'import-reason-same-id': undefined;
  /** The value is damaged. */
  'import-reason-selfkey-damaged': undefined;
  /** It has no value. */
  'import-reason-selfkey-empty': undefined;
  /** The value is not text or is too long. */
  'import-reason-selfkey-text': undefined;
  /** The SelfKey wallet does not say which attribute this is. */
  'import-reason-selfkey-which': undefined;
  /** The wallet cannot read the content. */
  'import-reason-unreadable': undefined;
  /** No imported value uses it. */
  'import-reason-unused': undefined;
  /** Import { $count } entries */
  'import-submit': { count: number };
  /** Import { $file } */
  'import-title': { file: string };
  /** Nothing has changed yet. */
  'import-unchanged': undefined;
  /** Whose attributes do you want to import into “{ $profile }”? */
  'import-whose': { profile: string };
  /** { $attributes } values, { $documents } documents */
  'import-whose-holds': { attributes: number; documents: number };
  /** Member of a company */
  'import-whose-member': undefined;
  /** No name */
  'import-whose-unnamed': undefined;
  /** The SelfKey wallet has several identities that fit this profile. */
  'import-whose-why': undefined;
  /** Knows you as { $name } since { $since } */
  'knows-account': { name: string; since: string };
  /** Up to date */
  'knows-current': undefined;
  /** SHA-256 { $digest } */
  'knows-digest': { digest: string };
  /** { $count } files */
  'knows-files': { count: number };
  /** Files that { $site } has */
  'knows-files-of': { site: string };
  /** last sent { $when } */
  'knows-last-sent': { when: string };
  /** Sites that know something about you */
  'knows-list': undefined;
  /** Loading the log */
  'knows-loading': undefined;
  /** { $count } may have arrived */
  'knows-may-count': { count: string };
  /** May have arrived */
  'knows-may-have': undefined;
  /** When you send something to a site, the site appears here with what it has and whether it is up to date. */
  'knows-none-text': undefined;
  /** No site knows anything yet */
  'knows-none-title': undefined;
  /** { $count } values there differ from your wallet. */
  'knows-not-current': { count: number };
  /** You have not sent anything to this site yet. */
  'knows-nothing': undefined;
  /** Outdated */
  'knows-outdated': undefined;
  /** { $count } outdated */
  'knows-outdated-count': { count: string };
  /** Removed here */
  'knows-removed': undefined;
  /** Removed here */
  'knows-removed-site': undefined;
  /** sent { $when } */
  'knows-sent': { when: string };
  /** { $count } times in all */
  'knows-sent-times': { count: number };
  /** What { $site } knows about you */
  'knows-title': { site: string };
  /** { $count } values */
  'knows-values': { count: number };
  /** Values that { $site } has */
  'knows-values-of': { site: string };
  /** { $count } versions */
  'knows-versions': { count: number };
  /** Close */
  'letter-close': undefined;
  /** Copied */
  'letter-copied': undefined;
  /** Copy */
  'letter-copy': undefined;
  /** The letter could not be copied. Select it and press Ctrl+C. */
  'letter-copy-failed': undefined;
  /** This is a draft. The wallet does not send it: copy or save it, then send it to the site yourself. Its privacy policy says where. */
  'letter-hint': undefined;
  /** Letter */
  'letter-label': undefined;
  /** Open the privacy policy */
  'letter-policy': undefined;
  /** Save… */
  'letter-save': undefined;
  /** Saved as { $name } */
  'letter-saved': { name: string };
  /** Please erase all personal data that you hold about me, as Article 17 of the General Data Protection Regulation provides. If you have passed my data on, please tell the recipients about this request, as Article 19 requires. If I gave you consent to process my data, I withdraw it. */
  'letter-text-ask': undefined;
  /** { $day } */
  'letter-text-date': { day: string };
  /** Yours faithfully, */
  'letter-text-end': undefined;
  /** { $file } ({ $title }), last sent on { $day } */
  'letter-text-file': { day: string; file: string; title: string };
  /** { $file } ({ $title }), last sent on { $day } (it may not have arrived) */
  'letter-text-file-may-have': { day: string; file: string; title: string };
  /** My wallet sent you these files: */
  'letter-text-files': undefined;
  /** Dear Sir or Madam, */
  'letter-text-greeting': undefined;
  /** { $did } (used from { $first } to { $last }) */
  'letter-text-id': { did: string; first: string; last: string };
  /** { $did } (used on { $day }) */
  'letter-text-id-once': { day: string; did: string };
  /** I can prove that I am this user by logging in with the same ID. */
  'letter-text-prove': undefined;
  /** Please confirm the erasure within one month of receiving this letter (Art. 12(3) GDPR). If you cannot erase some of the data, please tell me which, and on which legal ground you keep it. */
  'letter-text-reply': undefined;
  /** Request to erase my personal data (Art. 17 GDPR) */
  'letter-text-subject': undefined;
  /** To { $site } ({ $root }) */
  'letter-text-to': { root: string; site: string };
  /** { $title }, sent on { $days } */
  'letter-text-value': { days: string; title: string };
  /** { $title }, sent { $times } times from { $first } to { $last } */
  'letter-text-value-between': { first: string; last: string; times: string; title: string };
  /** { $title }, sent { $times } times from { $first } to { $last } (it may not have arrived) */
  'letter-text-value-between-may-have': { first: string; last: string; times: string; title: string };
  /** { $title }, sent on { $days } (it may not have arrived) */
  'letter-text-value-may-have': { days: string; title: string };
  /** My wallet sent you this data: */
  'letter-text-values': undefined;
  /** You know me by this ID: */
  'letter-text-who': undefined;
  /** You know me by these IDs: */
  'letter-text-who-several': undefined;
  /** Ask { $site } to delete your data */
  'letter-title': { site: string };
  /** The wallet can’t open this link */
  'link-refused': undefined;
  /** { $others } and { $last } */
  'list-and': { last: string; others: string };
  /** { $number } values, encrypted on this computer */
  'list-attribute-count': { count: number; number: string };
  /** Requested by sites */
  'list-attribute-group-other': undefined;
  /** Outdated at { $count } sites */
  'list-attribute-outdated': { count: number };
  /** You changed it after you sent it */
  'list-attribute-outdated-why': undefined;
  /** { $title }: { $summary } */
  'list-attribute-row': { summary: string; title: string };
  /** { $title }, { $label }: { $summary } */
  'list-attribute-row-labelled': { label: string; summary: string; title: string };
  /** Attributes */
  'list-attributes': undefined;
  /** { $number } files, { $size }, each encrypted with its own key */
  'list-document-count': { count: number; number: string; size: string };
  /** Documents */
  'list-documents': undefined;
  /** Last changed */
  'list-order-changed': undefined;
  /** Expiring first */
  'list-order-expiry': undefined;
  /** By name */
  'list-order-name': undefined;
  /** Newest first */
  'list-order-newest': undefined;
  /** Largest first */
  'list-order-size': undefined;
  /** Default order */
  'list-order-usual': undefined;
  /** Loading this row */
  'list-row-loading': undefined;
  /** After { $minutes } minutes */
  'lock-after-minutes': { minutes: number };
  /** The wallet forgets its keys when it locks. It also locks when the computer sleeps or the screen locks. */
  'lock-after-text': undefined;
  /** Lock after inactivity */
  'lock-after-title': undefined;
  /** Never */
  'lock-never': undefined;
  /** Locked because the screen was locked. */
  'lock-screen': undefined;
  /** Locked because the computer went to sleep. */
  'lock-sleep': undefined;
  /** Locking the wallet */
  'lock-under-way': undefined;
  /** Locked after { $minutes } minutes without activity. */
  'lock-unused': { minutes: number };
  /** The log was tampered with or damaged */
  'log-broken-title': undefined;
  /** Clear filters */
  'log-clear': undefined;
  /** Enter a date as YYYY-MM-DD. */
  'log-date-wrong': undefined;
  /** The start date is after the end date. */
  'log-dates-wrong': undefined;
  /** CSV */
  'log-export-csv': undefined;
  /** For spreadsheets */
  'log-export-csv-title': undefined;
  /** JSON */
  'log-export-json': undefined;
  /** For programs */
  'log-export-json-title': undefined;
  /** Exported { $entries } entries. The file shows what you sent to whom, without the values. */
  'log-exported': { entries: number };
  /** Filters */
  'log-filters': undefined;
  /** { $count } entries */
  'log-found': { count: number };
  /** From */
  'log-from': undefined;
  /** It has { $entries } entries, and none is missing or changed. */
  'log-intact': { entries: number };
  /** The log is intact */
  'log-intact-title': undefined;
  /** Kind */
  'log-kind': undefined;
  /** All kinds */
  'log-kind-all': undefined;
  /** Applications */
  'log-kind-applications': undefined;
  /** Failures */
  'log-kind-failed': undefined;
  /** Logins */
  'log-kind-logins': undefined;
  /** Data sent */
  'log-kind-sent': undefined;
  /** Sign-ups */
  'log-kind-sign-ups': undefined;
  /** Sites added and removed */
  'log-kind-sites': undefined;
  /** Changes to this wallet */
  'log-kind-wallet': undefined;
  /** Activity, newest first */
  'log-list': undefined;
  /** Loading the log */
  'log-loading': undefined;
  /** Nothing has happened yet */
  'log-none': undefined;
  /** Log in, sign up or apply at a site. Each time, an entry here shows exactly what you sent. */
  'log-none-text': undefined;
  /** Nothing matches */
  'log-not-found': undefined;
  /** Change the search or the filters. */
  'log-not-found-text': undefined;
  /** Search activity */
  'log-search': undefined;
  /** Site */
  'log-site': undefined;
  /** All sites */
  'log-site-all': undefined;
  /** What left this wallet, to whom and when */
  'log-subtitle': undefined;
  /** What happened */
  'log-tab-log': undefined;
  /** Who knows what */
  'log-tab-sites': undefined;
  /** Activity */
  'log-title': undefined;
  /** To */
  'log-to': undefined;
  /** Verify */
  'log-verify': undefined;
  /** View */
  'log-what': undefined;
  /** Changes that you made after the snapshot, if any, are missing. */
  'notice-changes-after-snapshot-missing': undefined;
  /** Some of your last { $count } changes may be missing. */
  'notice-changes-missing': { count: number };
  /** The damaged files are kept in { $folder }. Delete that folder once you are sure that nothing is missing. */
  'notice-damaged-kept': { folder: string };
  /** The files of { $count } documents are missing. */
  'notice-documents-missing': { count: number };
  /** The file { $file } in the vault’s folder was damaged. */
  'notice-file-damaged': { file: string };
  /** The file { $file } was missing from the vault’s folder. */
  'notice-file-missing': { file: string };
  /** { $file } could not be written again, and the vault works without it. Nothing is lost. */
  'notice-file-not-rewritten': { file: string };
  /** { $file } was written again. Nothing is lost. */
  'notice-file-rewritten': { file: string };
  /** The file { $file } in the vault’s folder could not be read: { $error }. */
  'notice-file-unreadable': { error: string; file: string };
  /** The wallet could not check the vault’s folder for files that do not belong there. { $reason } */
  'notice-folder-unreadable': { reason: string };
  /** Nothing is missing. */
  'notice-nothing-missing': undefined;
  /** { $path } is a hard link: the file has another name too. { -left-alone } */
  'notice-odd-hard-link': { path: string };
  /** { $path } is not a file. { -left-alone } */
  'notice-odd-not-a-file': { path: string };
  /** { $path } is not a folder. { -left-alone } */
  'notice-odd-not-a-folder': { path: string };
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
  /** This computer’s clock is { $hours } hours ahead of the clock of { $host }. Logins may fail. Check which clock is right. */
  'outcome-clock-ahead-hours': { host: string; hours: number };
  /** This computer’s clock is { $minutes } minutes ahead of the clock of { $host }. Logins may fail. Check which clock is right. */
  'outcome-clock-ahead-minutes': { host: string; minutes: number };
  /** This computer’s clock is { $hours } hours behind the clock of { $host }. Logins may fail. Check which clock is right. */
  'outcome-clock-behind-hours': { host: string; hours: number };
  /** This computer’s clock is { $minutes } minutes behind the clock of { $host }. Logins may fail. Check which clock is right. */
  'outcome-clock-behind-minutes': { host: string; minutes: number };
  /** You are signed up, but the wallet could not log you in. { $reason } */
  'outcome-log-in-failed': { reason: string };
  /** You are signed up, but { $site } does not know your account yet. Log in later. */
  'outcome-log-in-later': { site: string };
  /** The site accepts only people whose identity was checked. It learned that yours was not, and nothing else. */
  'outcome-not-verified': undefined;
  /** The wallet sent no attributes with this application, only your identity. */
  'outcome-only-identity': undefined;
  /** { $site } may have a second copy of { $files }. An earlier upload stopped before the site confirmed it. */
  'outcome-perhaps-twice': { files: string; site: string };
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
  /** { $count } results */
  'palette-count': { count: number };
  /** Esc */
  'palette-key-escape': undefined;
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
  /** Only capital letters are almost as easy to guess as only small letters. */
  'password-advice-all-capitals': undefined;
  /** Add another word or two. Uncommon words are better. */
  'password-advice-another-word': undefined;
  /** Capital letters do not help much. */
  'password-advice-capitals': undefined;
  /** Use several words, and avoid common phrases. */
  'password-advice-few-words': undefined;
  /** Use a longer keyboard pattern with more turns. */
  'password-advice-longer-pattern': undefined;
  /** Avoid dates and years that have to do with you. */
  'password-advice-no-own-dates': undefined;
  /** Avoid years that have to do with you. */
  'password-advice-no-own-years': undefined;
  /** Avoid recent years. */
  'password-advice-no-recent-years': undefined;
  /** Avoid repeated words and letters. */
  'password-advice-no-repeats': undefined;
  /** Avoid sequences. */
  'password-advice-no-sequences': undefined;
  /** You do not need symbols, digits or capital letters. */
  'password-advice-no-symbols': undefined;
  /** A reversed word is not much harder to guess. */
  'password-advice-reversed': undefined;
  /** Predictable changes, such as “@” for “a”, do not help much. */
  'password-advice-substitutions': undefined;
  /** Change password */
  'password-change-submit': undefined;
  /** Change the password */
  'password-change-title': undefined;
  /** Current password */
  'password-current': undefined;
  /** The passwords don’t match. */
  'password-differs': undefined;
  /** Password */
  'password-field': undefined;
  /** Very easy to guess. */
  'password-grade-0': undefined;
  /** Very weak. */
  'password-grade-1': undefined;
  /** Weak. */
  'password-grade-2': undefined;
  /** Good. */
  'password-grade-3': undefined;
  /** Strong. */
  'password-grade-4': undefined;
  /** Use four or five unrelated words. */
  'password-hint': undefined;
  /** New password */
  'password-new': undefined;
  /** Repeat the password */
  'password-repeat': undefined;
  /** { $reason } You can still use your password. */
  'password-still-works': { reason: string };
  /** Wallet password */
  'password-wallet': undefined;
  /** This is a very common password. */
  'password-warning-common': undefined;
  /** Common names are easy to guess. */
  'password-warning-common-name': undefined;
  /** Dates are often easy to guess. */
  'password-warning-date': undefined;
  /** Recent years are easy to guess. */
  'password-warning-recent-year': undefined;
  /** Repeated letters, such as “aaa”, are easy to guess. */
  'password-warning-repeated-letter': undefined;
  /** A repeated part, such as “abcabcabc”, is only slightly harder to guess than “abc”. */
  'password-warning-repeated-part': undefined;
  /** Sequences such as “abc” or “6543” are easy to guess. */
  'password-warning-sequence': undefined;
  /** Short keyboard patterns are easy to guess. */
  'password-warning-short-pattern': undefined;
  /** This is similar to a common password. */
  'password-warning-similar': undefined;
  /** A single name is easy to guess. */
  'password-warning-single-name': undefined;
  /** A single word is easy to guess. */
  'password-warning-single-word': undefined;
  /** Straight rows of keys are easy to guess. */
  'password-warning-straight-keys': undefined;
  /** This is one of the ten most common passwords. */
  'password-warning-top-10': undefined;
  /** This is one of the hundred most common passwords. */
  'password-warning-top-100': undefined;
  /** Use this weak password anyway. Anyone who gets the file could guess it. */
  'password-weak-file': undefined;
  /** Use this weak passphrase anyway. Anyone who gets the file could guess it. */
  'password-weak-passphrase': undefined;
  /** Use this weak password anyway. Anyone who copies the vault’s folder could guess it. */
  'password-weak-vault': undefined;
  /** Type these three words from your paper. */
  'phrase-check-subtitle': undefined;
  /** Check what you wrote */
  'phrase-check-title': undefined;
  /** Lock the wallet */
  'phrase-lock': undefined;
  /** Open my wallet */
  'phrase-open': undefined;
  /** Anyone who has these words has your keys. The wallet asks for them only when you restore it. Never enter them on a website. You can see them again in the settings, with your password. */
  'phrase-secret-text': undefined;
  /** Keep it to yourself */
  'phrase-secret-title': undefined;
  /** Show the words again */
  'phrase-show-again': undefined;
  /** Write these words on paper, in order. They restore your keys if you lose this computer. */
  'phrase-subtitle': undefined;
  /** Your recovery phrase */
  'phrase-title': undefined;
  /** Word { $number } */
  'phrase-word': { number: string };
  /** This is not word { $number }. Look at your paper again. */
  'phrase-word-wrong': { number: string };
  /** Recovery phrase */
  'phrase-words': undefined;
  /** I have written them down */
  'phrase-written': undefined;
  /** { $number } accounts */
  'profile-account-count': { count: number; number: string };
  /** In use */
  'profile-badge-in-use': undefined;
  /** { $kind } · used last */
  'profile-choose-last': { kind: string };
  /** Profiles */
  'profile-choose-list': undefined;
  /** Each profile has its own attributes, documents, accounts and sites. */
  'profile-choose-text': undefined;
  /** Choose a profile */
  'profile-choose-title': undefined;
  /** Company */
  'profile-company': undefined;
  /** Profile in use: { $name } */
  'profile-current': { name: string };
  /** { $number } documents */
  'profile-document-count': { count: number; number: string };
  /** Profile in use: */
  'profile-in-use': undefined;
  /** Type of profile */
  'profile-kind': undefined;
  /** Profiles */
  'profile-list': undefined;
  /** Loading profiles */
  'profile-list-loading': undefined;
  /** Manage profiles */
  'profile-manage': undefined;
  /** Name */
  'profile-name': undefined;
  /** New profile */
  'profile-new': undefined;
  /** Only you see it. Use “work” or the company’s name, for example. */
  'profile-new-name-hint': undefined;
  /** New profile… */
  'profile-new-open': undefined;
  /** Create and switch to it */
  'profile-new-submit': undefined;
  /** Each profile has its own attributes, documents, accounts and sites. Nothing in one profile is shown or sent in another. */
  'profile-new-text': undefined;
  /** Person */
  'profile-person': undefined;
  /** Remove { $name } */
  'profile-remove': { name: string };
  /** Remove profile and contents */
  'profile-remove-accept': undefined;
  /** You cannot remove the first profile */
  'profile-remove-first': undefined;
  /** Switch to another profile to remove this one */
  'profile-remove-in-use': undefined;
  /** The wallet erases all of this, and you cannot undo it. Sites keep what you sent them. */
  'profile-remove-text': undefined;
  /** Remove “{ $name }”? */
  'profile-remove-title': { name: string };
  /** Rename { $name } */
  'profile-rename': { name: string };
  /** Rename */
  'profile-rename-submit': undefined;
  /** Rename “{ $name }” */
  'profile-rename-title': { name: string };
  /** { $number } sites */
  'profile-site-count': { count: number; number: string };
  /** { $number } values */
  'profile-value-count': { count: number; number: string };
  /** Added */
  'provider-added': undefined;
  /** API address */
  'provider-api': undefined;
  /** Authorize address */
  'provider-authorize': undefined;
  /** One of the provider’s addresses is not valid. */
  'provider-bad-address': undefined;
  /** Test provider */
  'provider-badge-test': undefined;
  /** Trusted */
  'provider-badge-trusted': undefined;
  /** Only you see that it verified you */
  'provider-checks-own': undefined;
  /** Sites can see that it verified you */
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
  /** Where that page redirects the browser, such as 127.0.0.1:8467/verified. */
  'provider-form-listen-hint': undefined;
  /** Name */
  'provider-form-name': undefined;
  /** Your name for it. It appears beside every value the provider verified. */
  'provider-form-name-hint': undefined;
  /** Exactly as you registered it with the provider: an address on this computer, or an https page that redirects to one. */
  'provider-form-redirect-hint': undefined;
  /** The secret of your account with the provider. Do not share it. The wallet saves it in the system keyring. Leave this empty to enter it at each check. */
  'provider-form-secret-hint': undefined;
  /** Add an identity-check provider */
  'provider-form-title': undefined;
  /** Trust this provider’s checks */
  'provider-form-trust': undefined;
  /** When others ask whether you are verified, the wallet counts this provider’s checks. Otherwise, only you see them. */
  'provider-form-trust-text': undefined;
  /** Leave this empty to use the default. */
  'provider-form-usual': undefined;
  /** Web IDV is less secure: its results do not say which check they belong to. Use a redirect URI that nobody can guess. The wallet accepts a result only while a check is in progress. Check the name before you keep the values. */
  'provider-form-web-idv': undefined;
  /** Provider removed */
  'provider-left-behind': undefined;
  /** Its client secret may still be in the system keyring. { $reason } */
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
  /** The wallet deletes the provider’s settings and its client secret in the system keyring. Values from its checks stay in the wallet and stay verified. */
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
  /** Checking the system keyring */
  'provider-secret-loading': undefined;
  /** Not saved; the wallet asks you for it at each check */
  'provider-secret-missing': undefined;
  /** Save */
  'provider-secret-save': undefined;
  /** The wallet saves it in the system keyring and replaces the old one. You cannot view it again. */
  'provider-secret-text': undefined;
  /** Client secret of { $name } */
  'provider-secret-title': { name: string };
  /** Unknown. { $reason } */
  'provider-secret-unavailable': { reason: string };
  /** Save a secret… */
  'provider-set-secret': undefined;
  /** This provider runs on this computer. The wallet labels everything it verifies as a test. */
  'provider-test-text': undefined;
  /** Add… */
  'providers-add': undefined;
  /** Loading providers */
  'providers-loading': undefined;
  /** A provider checks your identity in your browser. You can keep what it reads from your documents as verified values. You need your own account with a provider. */
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
  /** Expiring soon */
  'reminders-title': undefined;
  /** Dismiss */
  'removal-dismiss': undefined;
  /** Removed { $title } */
  'removal-done': { title: string };
  /** Could not remove { $title } */
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
  /** You will not see requests from { $party } any more. You can undo this in the settings. */
  'request-block-hint': { party: string };
  /** This request came from a link. The wallet cannot tell which page or program opened it. */
  'request-by-link': undefined;
  /** Received { $came } */
  'request-came': { came: string };
  /** Decline */
  'request-decline': undefined;
  /** Received { $came }, expires { $when } */
  'request-ends': { came: string; when: string };
  /** Expires { $when } */
  'request-ends-when': { when: string };
  /** View */
  'request-look': undefined;
  /** Not now */
  'request-not-now': undefined;
  /** { $count } other requests are waiting. */
  'request-others': { count: number };
  /** Close */
  'request-over-close': undefined;
  /** You already answered it elsewhere. The first answer counts. */
  'request-over-elsewhere': undefined;
  /** It has expired. The wallet sent nothing. */
  'request-over-ended': undefined;
  /** This request has ended */
  'request-over-title': undefined;
  /** The sender withdrew it. The wallet sent nothing. */
  'request-over-withdrawn': undefined;
  /** Not now */
  'request-profile-cancel': undefined;
  /** The profile “{ $profile }” answers because it has the email address in the request. */
  'request-profile-other': { profile: string };
  /** To add it, switch to the profile “{ $profile }”. */
  'request-profile-switch': { profile: string };
  /** Several of your profiles have the email address that { $party } uses. */
  'request-profile-text': { party: string };
  /** Which profile should answer? */
  'request-profile-title': undefined;
  /** Answered */
  'request-status-answered': undefined;
  /** Sending your answer */
  'request-status-answering': undefined;
  /** Approved, not delivered yet */
  'request-status-approved': undefined;
  /** Declined */
  'request-status-declined': undefined;
  /** Expired */
  'request-status-ended': undefined;
  /** Your answer was not delivered */
  'request-status-failed': undefined;
  /** Your answer may have arrived */
  'request-status-unknown': undefined;
  /** Waiting for your answer */
  'request-status-waiting': undefined;
  /** Withdrawn by the sender */
  'request-status-withdrawn': undefined;
  /** Sending stopped before the end. Your answer may have arrived. */
  'request-stopped': undefined;
  /** Log in to { $party } */
  'request-title-log-in': { party: string };
  /** A request is waiting. Unlock to see it. */
  'request-waits-locked': undefined;
  /** Loading requests */
  'requests-loading': undefined;
  /** No requests */
  'requests-none': undefined;
  /** No requests are waiting. */
  'requests-none-open': undefined;
  /** When a page or program asks you to log in, sign a text or identify yourself, its request appears here. The wallet sends nothing until you answer. */
  'requests-none-text': undefined;
  /** Needs your answer */
  'requests-open': undefined;
  /** { $count } wait */
  'requests-open-count': { count: number };
  /** Earlier requests */
  'requests-over': undefined;
  /** What pages and programs have asked this wallet for */
  'requests-subtitle': undefined;
  /** Requests */
  'requests-title': undefined;
  /** Choose a backup… */
  'restore-choose': undefined;
  /** Choose another… */
  'restore-choose-other': undefined;
  /** The vault is complete. It opens with the new password that you chose. */
  'restore-complete-text': undefined;
  /** Your wallet is restored */
  'restore-complete-title': undefined;
  /** Create a new wallet instead */
  'restore-create': undefined;
  /** This is what the wallet restored. */
  'restore-done-subtitle': undefined;
  /** Welcome back */
  'restore-done-title': undefined;
  /** Restoring from “{ $file }”. */
  'restore-from': { file: string };
  /** Open my wallet */
  'restore-open': undefined;
  /** New wallet password */
  'restore-password': undefined;
  /** Restore */
  'restore-submit': undefined;
  /** Create a new vault on this computer from a backup. */
  'restore-subtitle': undefined;
  /** You need the backup and its passphrase. The wallet checks the whole file before it creates anything. */
  'restore-text': undefined;
  /** Restore your wallet */
  'restore-title': undefined;
  /** { $title }: the code could mean { $day }. Enter the correct date below. */
  'scan-can-mean': { day: string; title: string };
  /** Add { $count } values */
  'scan-enter': { count: number };
  /** Code at the bottom of the page */
  'scan-field': undefined;
  /** Already in your wallet: { $held } */
  'scan-held': { held: string };
  /** The two or three lines of capital letters and < signs. */
  'scan-hint': undefined;
  /** { $count } characters so far. A passport code has 88 characters, an identity card code has 90. */
  'scan-hint-typed': { count: string };
  /** Values in the code */
  'scan-list': undefined;
  /** This attribute also needs pictures. Add it from the attribute list. */
  'scan-needs-pictures': undefined;
  /** New */
  'scan-new': undefined;
  /** The code is ambiguous here. Select this value only if it is correct. */
  'scan-not-certain': undefined;
  /** All check digits are correct. Identity card { $number } */
  'scan-read': { day: string; document: string; number: string; validity: string };
  /** Replaces your value: { $held } */
  'scan-renews': { held: string };
  /** Type or paste the two or three lines at the bottom of the page. The wallet spots typing errors at once, and you can change every value later. */
  'scan-text': undefined;
  /** Scan the code of a passport or identity card */
  'scan-title': undefined;
  /** The address of its definition is not valid. */
  'schema-fault-address': undefined;
  /** Its definition is at { $host }. The wallet takes definitions only from the site itself. */
  'schema-fault-elsewhere': { host: string };
  /** Its definition refers to documents that refer to too many others. */
  'schema-fault-nested': undefined;
  /** It has a name of the platform, but the platform has no such attribute. */
  'schema-fault-not-in-platform': undefined;
  /** A site cannot redefine one of the wallet’s own attributes. */
  'schema-fault-of-platform': undefined;
  /** Its definition refers to { $url }. { $reason } */
  'schema-fault-refers': { reason: string; url: string };
  /** The site’s definitions refer to more than { $most } other documents. */
  'schema-fault-refers-to-many': { most: number };
  /** The site asks for more than { $most } attributes of its own. */
  'schema-fault-too-many': { most: number };
  /** Connecting */
  'sending-connecting': undefined;
  /** Sending { $file } */
  'sending-file': { file: string };
  /** Sending { $count } files */
  'sending-files': { count: number };
  /** Submitting the application */
  'sending-step-apply': undefined;
  /** Asking the site whether the application arrived */
  'sending-step-ask-arrived': undefined;
  /** Asking the site for a challenge */
  'sending-step-challenge': undefined;
  /** Asking the site for a new challenge */
  'sending-step-challenge-again': undefined;
  /** Finding out which protocol the site uses */
  'sending-step-dialect': undefined;
  /** Logging in */
  'sending-step-log-in': undefined;
  /** Signing the challenge */
  'sending-step-sign': undefined;
  /** Signing the new challenge */
  'sending-step-sign-again': undefined;
  /** Signing up */
  'sending-step-sign-up': undefined;
  /** Sending what the site asked for */
  'sending-step-update': undefined;
  /** Sending the attributes */
  'sending-step-values': undefined;
  /** Password */
  'served-password': undefined;
  /** Try again */
  'served-retry': undefined;
  /** Stop it and continue */
  'served-stop': undefined;
  /** Stopping */
  'served-stopping': undefined;
  /** It answers requests without a window. Only one program can use the wallet at a time. To continue here, stop it. */
  'served-text': undefined;
  /** “idw serve” holds this wallet */
  'served-title': undefined;
  /** About */
  'settings-about': undefined;
  /** Loading the version */
  'settings-about-loading': undefined;
  /** Appearance */
  'settings-appearance': undefined;
  /** Backup */
  'settings-backup': undefined;
  /** Loading the date of your last backup */
  'settings-backup-loading': undefined;
  /** Identity checks */
  'settings-checks': undefined;
  /** Import and export */
  'settings-data': undefined;
  /** Auth eID */
  'settings-eid': undefined;
  /** Loading who may ask */
  'settings-eid-loading': undefined;
  /** Export */
  'settings-export': undefined;
  /** Export */
  'settings-export-ask-accept': undefined;
  /** Anyone who gets the file can read everything in “{ $profile }”: names, numbers, and the pictures of your documents. Your keys are not in the file. */
  'settings-export-ask-text': { profile: string };
  /** Export without encryption? */
  'settings-export-ask-title': undefined;
  /** Exported { $attributes } values and { $documents } documents. The file is not encrypted, so keep it where only you can read it. */
  'settings-export-done': { attributes: number; documents: number };
  /** Export… */
  'settings-export-open': undefined;
  /** Saves all attributes and documents of the profile “{ $profile }” as one JSON file that other programs can read. */
  'settings-export-text': { profile: string };
  /** System keyring */
  'settings-keyring': undefined;
  /** Turn on */
  'settings-keyring-ask-accept': undefined;
  /** The wallet stores a secret in { $keyring }. Anyone who is logged in to this computer as you can then open the wallet without the password. */
  'settings-keyring-ask-text': { keyring: string };
  /** Unlock with the system keyring? */
  'settings-keyring-ask-title': undefined;
  /** Checking the keyring */
  'settings-keyring-loading': undefined;
  /** Off */
  'settings-keyring-off': undefined;
  /** On */
  'settings-keyring-on': undefined;
  /** Lets this computer’s keyring unlock the vault while you are logged in. Your password always works too. */
  'settings-keyring-text': undefined;
  /** Turn off */
  'settings-keyring-turn-off': undefined;
  /** Turn on… */
  'settings-keyring-turn-on': undefined;
  /** the system keyring */
  'settings-keyring-unnamed': undefined;
  /** { $keyring } (not reachable) */
  'settings-keyring-unreachable': { keyring: string };
  /** Password */
  'settings-password': undefined;
  /** Change… */
  'settings-password-change': undefined;
  /** Password changed. */
  'settings-password-changed': undefined;
  /** Unlocks the vault. */
  'settings-password-text': undefined;
  /** Accounts and profiles */
  'settings-profiles': undefined;
  /** Repair of { $when } */
  'settings-quarantine': { when: string };
  /** Remove */
  'settings-quarantine-ask-accept': undefined;
  /** The wallet overwrites { $size } of data, which cannot be undone. If something is missing from the wallet, keep it: an expert may still be able to recover it. The rest of the wallet is not affected. */
  'settings-quarantine-ask-text': { size: string };
  /** Remove this damaged data? */
  'settings-quarantine-ask-title': undefined;
  /** Remove… */
  'settings-quarantine-remove': undefined;
  /** { $size } of damaged data. */
  'settings-quarantine-size': { size: string };
  /** { $size } of damaged data. The wallet keeps it because it may contain what the repair could not recover. */
  'settings-quarantine-why': { size: string };
  /** Sections of the settings */
  'settings-sections': undefined;
  /** Security */
  'settings-security': undefined;
  /** Settings */
  'settings-title': undefined;
  /** Vault */
  'settings-vault': undefined;
  /** Check the vault */
  'settings-vault-check': undefined;
  /** Check */
  'settings-vault-check-start': undefined;
  /** Reads every record, document and snapshot, and reports any damage. Nothing is changed. */
  'settings-vault-check-text': undefined;
  /** Reading the vault */
  'settings-vault-checking': undefined;
  /** Compact the vault */
  'settings-vault-compact': undefined;
  /** Compact */
  'settings-vault-compact-start': undefined;
  /** Permanently erases what you removed or replaced, and frees its space. The wallet also does this automatically. */
  'settings-vault-compact-text': undefined;
  /** The database took { $before } before and takes { $after } now. */
  'settings-vault-compacted': { after: string; before: string };
  /** The vault is damaged */
  'settings-vault-damaged': undefined;
  /** Lock and unlock the wallet. It then repairs what it can and shows you the result. */
  'settings-vault-damaged-advice': undefined;
  /** Documents */
  'settings-vault-documents': undefined;
  /** Folder */
  'settings-vault-folder': undefined;
  /** No damage found */
  'settings-vault-intact': undefined;
  /** Checked { $records } records, { $documents } documents and { $snapshots } snapshots. */
  'settings-vault-intact-text': { documents: number; records: number; snapshots: number };
  /** Calculating sizes */
  'settings-vault-loading': undefined;
  /** Records */
  'settings-vault-records': undefined;
  /** { $count } records, { $size } */
  'settings-vault-records-size': { count: number; size: string };
  /** Snapshots */
  'settings-vault-snapshots': undefined;
  /** { $count } snapshots for repairs, { $size } */
  'settings-vault-snapshots-size': { count: number; size: string };
  /** Part of the vault could not be read */
  'settings-vault-unreadable': undefined;
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
  /** Undo the last removal */
  'shortcut-undo': undefined;
  /** Larger */
  'shortcut-zoom-in': undefined;
  /** Smaller */
  'shortcut-zoom-out': undefined;
  /** Back to 100 % */
  'shortcut-zoom-reset': undefined;
  /** Actions */
  'shortcuts-do': undefined;
  /** Go to */
  'shortcuts-go': undefined;
  /** Keyboard shortcuts */
  'shortcuts-title': undefined;
  /** View */
  'shortcuts-view': undefined;
  /** All activity */
  'site-activity-all': undefined;
  /** You have not sent anything to this site yet. */
  'site-activity-none': undefined;
  /** Recent activity */
  'site-activity-title': undefined;
  /** Add site */
  'site-add-accept': undefined;
  /** Address of the site */
  'site-add-address': undefined;
  /** The wallet asks the site what it requires. It sends nothing about you. */
  'site-add-address-hint': undefined;
  /** Asking { $host } */
  'site-add-asking': { host: string };
  /** Address */
  'site-add-by-address': undefined;
  /** File */
  'site-add-by-file': undefined;
  /** Paste */
  'site-add-by-paste': undefined;
  /** Cancel */
  'site-add-cancel': undefined;
  /** Cancelling */
  'site-add-cancelling': undefined;
  /** Configuration file */
  'site-add-file': undefined;
  /** Choose a file… */
  'site-add-file-choose': undefined;
  /** { $name } ({ $size }) */
  'site-add-file-chosen': { name: string; size: string };
  /** The JSON file that the site gave you. The wallet contacts nobody. */
  'site-add-file-hint': undefined;
  /** Choose another… */
  'site-add-file-other': undefined;
  /** How to add the site */
  'site-add-how': undefined;
  /** Name */
  'site-add-name': undefined;
  /** Leave this empty to use the site’s name. */
  'site-add-name-hint': undefined;
  /** Cancelled. Nothing was added. */
  'site-add-stopped': undefined;
  /** Configuration */
  'site-add-text': undefined;
  /** Paste the JSON text that the site gave you. The wallet contacts nobody. */
  'site-add-text-hint': undefined;
  /** Add a site */
  'site-add-title': undefined;
  /** What changed */
  'site-added-changes': undefined;
  /** Not supported by this wallet */
  'site-added-notes': undefined;
  /** Open the site */
  'site-added-open': undefined;
  /** You already have { $site }. The wallet updated its description. */
  'site-added-renewed': { site: string };
  /** { $site } was added */
  'site-added-title': { site: string };
  /** Answer */
  'site-answer': undefined;
  /** Applications */
  'site-applications-title': undefined;
  /** Apply for KYC */
  'site-apply': undefined;
  /** It does not ask for any data at sign-up. */
  'site-asks-nothing': undefined;
  /** Optional */
  'site-asks-optional': undefined;
  /** What it asks for */
  'site-asks-title': undefined;
  /** Unknown to this wallet */
  'site-asks-unknown': undefined;
  /** Sites */
  'site-back': undefined;
  /** Needs your answer */
  'site-badge-answer': undefined;
  /** Connected */
  'site-badge-connected': undefined;
  /** This computer */
  'site-connection-local': undefined;
  /** Plain HTTP that does not leave this computer */
  'site-connection-local-title': undefined;
  /** Secure connection */
  'site-connection-tls': undefined;
  /** TLS with a checked certificate */
  'site-connection-tls-title': undefined;
  /** Signed in as */
  'site-detail-account': undefined;
  /** Added { $day } */
  'site-detail-added': { day: string };
  /** Your address there */
  'site-detail-address': undefined;
  /** Connection */
  'site-detail-connection': undefined;
  /** Copy the address */
  'site-detail-copy-address': undefined;
  /** Copy the ID */
  'site-detail-copy-did': undefined;
  /** Your ID there */
  'site-detail-did': undefined;
  /** Also sent to */
  'site-detail-elsewhere': undefined;
  /** receives { $what } */
  'site-detail-gets': { what: string };
  /** Hosts */
  'site-detail-hosts': undefined;
  /** Key */
  'site-detail-key': undefined;
  /** Made by an earlier version */
  'site-detail-key-earlier': undefined;
  /** Use an earlier key… */
  'site-detail-key-use': undefined;
  /** Last used */
  'site-detail-last-used': undefined;
  /** Never */
  'site-detail-never': undefined;
  /** A key for this site only */
  'site-detail-own-key': undefined;
  /** Privacy policy */
  'site-detail-policy': undefined;
  /** Terms */
  'site-detail-terms': undefined;
  /** Address and key */
  'site-details-more': undefined;
  /** Details */
  'site-details-title': undefined;
  /** This site is no longer in the wallet. */
  'site-gone': undefined;
  /** Use the earlier key */
  'site-key-accept': undefined;
  /** { $root } receives everything. */
  'site-key-all': { root: string };
  /** { $host } receives { $what }. */
  'site-key-some': { host: string; what: string };
  /** An earlier version of this wallet made a different key for this site. Use it only if you had an account here with that version, because other sites may know the same key. */
  'site-key-text': undefined;
  /** Use the earlier key at { $site }? */
  'site-key-title': { site: string };
  /** These addresses receive what you sign with it: */
  'site-key-who': undefined;
  /** Ask to delete my data… */
  'site-knows-delete': undefined;
  /** Loading the log */
  'site-knows-loading': undefined;
  /** What it knows about you */
  'site-knows-title': undefined;
  /** last used { $when } */
  'site-last-used': { when: string };
  /** Add */
  'site-list-add': undefined;
  /** Clear the search */
  'site-list-clear': undefined;
  /** { $count } sites found */
  'site-list-found': { count: number };
  /** Loading sites */
  'site-list-loading': undefined;
  /** No sites yet */
  'site-list-none': undefined;
  /** Add a site */
  'site-list-none-add': undefined;
  /** Add a site by its address. The wallet shows you what the site requires before it sends anything. */
  'site-list-none-text': undefined;
  /** No site matches “{ $query }” */
  'site-list-not-found': { query: string };
  /** Search by the site's name or address. */
  'site-list-not-found-text': undefined;
  /** Search sites */
  'site-list-search': undefined;
  /** Where you can log in with this wallet */
  'site-list-subtitle': undefined;
  /** Sites */
  'site-list-title': undefined;
  /** Loading the site */
  'site-loading': undefined;
  /** Log in */
  'site-log-in': undefined;
  /** The wallet does not know { $what } yet. It will ask the site about it when you sign up. */
  'site-note-unknown': { what: string };
  /** The wallet does not know { $what }. { $reason } You cannot enter it for now. The wallet tries again each time you sign up. */
  'site-note-unknown-because': { reason: string; what: string };
  /** { $title } ({ $schema }) */
  'site-note-what': { schema: string; title: string };
  /** Remove { $site } */
  'site-remove': { site: string };
  /** Sign up */
  'site-sign-up': undefined;
  /** Cancel */
  'site-templates-cancel': undefined;
  /** Applications */
  'site-templates-label': undefined;
  /** Asking the site what you can apply for */
  'site-templates-loading': undefined;
  /** Nothing to apply for */
  'site-templates-none': undefined;
  /** This site does not offer any KYC applications. */
  'site-templates-none-text': undefined;
  /** Apply for KYC at { $site } */
  'site-templates-title': { site: string };
  /** Account */
  'stored-account': undefined;
  /** Key of an account */
  'stored-account-key': undefined;
  /** End of the activity log */
  'stored-activity-end': undefined;
  /** Activity entry */
  'stored-activity-entry': undefined;
  /** Application */
  'stored-application': undefined;
  /** Attribute */
  'stored-attribute': undefined;
  /** Data version */
  'stored-data-version': undefined;
  /** Keys for the activity log */
  'stored-digest-keys': undefined;
  /** Document */
  'stored-document': undefined;
  /** PDF files (Auth eID) */
  'stored-eid-files': undefined;
  /** Keys (Auth eID) */
  'stored-eid-keys': undefined;
  /** Party (Auth eID) */
  'stored-eid-party': undefined;
  /** Request (Auth eID) */
  'stored-eid-request': undefined;
  /** Service (Auth eID) */
  'stored-eid-service': undefined;
  /** End of an activity log from a backup */
  'stored-imported-activity-end': undefined;
  /** Activity entry from a backup */
  'stored-imported-activity-entry': undefined;
  /** Date of the last backup */
  'stored-last-backup': undefined;
  /** Number of the next account */
  'stored-next-account': undefined;
  /** Profile */
  'stored-profile': undefined;
  /** Identity check provider */
  'stored-provider': undefined;
  /** Recovery phrase */
  'stored-recovery-phrase': undefined;
  /** Request */
  'stored-request': undefined;
  /** Attribute type of a site */
  'stored-schema': undefined;
  /** Site */
  'stored-site': undefined;
  /** Unsaved input */
  'stored-unsaved': undefined;
  /** Show all */
  'text-show-all': undefined;
  /** Show less */
  'text-show-less': undefined;
  /** in less than a minute */
  'time-ahead-seconds': undefined;
  /** just now */
  'time-just-now': undefined;
  /** { $minutes } min { $seconds } s */
  'time-left': { minutes: string; seconds: string };
  /** Expired */
  'time-left-none': undefined;
  /** { $minutes } minutes left */
  'time-left-said': { minutes: number };
  /** 10 seconds left */
  'time-left-said-ten': undefined;
  /** { $seconds } s */
  'time-left-seconds': { seconds: string };
  /** Unlock with the system keyring */
  'unlock-keyring': undefined;
  /** Unlock */
  'unlock-submit': undefined;
  /** Unlock your wallet to continue. */
  'unlock-subtitle': undefined;
  /** Welcome back */
  'unlock-title': undefined;
  /** Unlocking */
  'unlock-under-way': undefined;
  /** Continue */
  'unsaved-continue': undefined;
  /** Discard */
  'unsaved-discard': undefined;
  /** The wallet locked while you were entering something. It kept your text, but not passwords or files. */
  'unsaved-text': undefined;
  /** Continue where you left off? */
  'unsaved-title': undefined;
  /** { $list }, entry { $number } */
  'value-entry': { list: string; number: string };
  /** the brackets */
  'value-extra-brackets': undefined;
  /** the dots */
  'value-extra-dots': undefined;
  /** the hyphens */
  'value-extra-hyphens': undefined;
  /** the slashes */
  'value-extra-slashes': undefined;
  /** the spaces */
  'value-extra-spaces': undefined;
  /** the (0) */
  'value-extra-zero': undefined;
  /** Entry { $number } */
  'value-first-entry': { number: string };
  /** { $entry }: { $title } */
  'value-inside': { entry: string; title: string };
  /** a date such as 1985-04-12 */
  'value-kind-date': undefined;
  /** a date and time such as 1985-04-12T09:30:00Z */
  'value-kind-date-time': undefined;
  /** a host name */
  'value-kind-host-name': undefined;
  /** an IP address */
  'value-kind-ip-address': undefined;
  /** a list */
  'value-kind-list': undefined;
  /** empty */
  'value-kind-nothing': undefined;
  /** a number */
  'value-kind-number': undefined;
  /** an object with fields */
  'value-kind-object': undefined;
  /** { $first } or { $second } */
  'value-kind-or': { first: string; second: string };
  /** text */
  'value-kind-text': undefined;
  /** a time such as 09:30:00Z */
  'value-kind-time': undefined;
  /** a UUID */
  'value-kind-uuid': undefined;
  /** a web address */
  'value-kind-web-address': undefined;
  /** a whole number */
  'value-kind-whole-number': undefined;
  /** yes or no (true or false) */
  'value-kind-yes-or-no': undefined;
  /** “{ $label }” */
  'value-part': { label: string };
  /** Use capital letters. */
  'value-remedy-capitals': undefined;
  /** Write + instead of 00. */
  'value-remedy-plus': undefined;
  /** Write + instead of 00 and remove { $extras }. */
  'value-remedy-plus-without': { extras: string };
  /** Remove { $extras }. */
  'value-remedy-without': { extras: string };
  /** This part */
  'value-unknown-part': undefined;
  /** The value */
  'value-whole': undefined;
  /** Reading the vault: { $percent } % */
  'vault-check-reading': { percent: string };
  /** This version of the wallet cannot read a record. Type: { $what }. ID: { $id }. Update the wallet to read it, or remove it. */
  'vault-check-unreadable': { id: string; what: string };
  /** The database is missing. */
  'vault-damage-database-missing': undefined;
  /** The database cannot be read. */
  'vault-damage-database-unreadable': undefined;
  /** Another program changed the file of the document { $id }. */
  'vault-damage-document-forged': { id: string };
  /** The file of the document { $id } is missing. */
  'vault-damage-document-missing': { id: string };
  /** Both copies of the header are damaged. The checksum of the newer one is wrong. */
  'vault-damage-header-checksum': undefined;
  /** A copy of the header is missing, damaged or older. The wallet writes it again when you unlock it next. */
  'vault-damage-header-copy': undefined;
  /** Another program changed the header. */
  'vault-damage-header-forged': undefined;
  /** Neither copy of the header is the header of a vault. */
  'vault-damage-header-magic': undefined;
  /** Both copies of the header are damaged. The fields of the newer one do not fit together. */
  'vault-damage-header-malformed': undefined;
  /** Both copies of the header are missing. */
  'vault-damage-header-missing': undefined;
  /** The header has the format version { $version }, which this wallet does not know. */
  'vault-damage-header-newer': { version: string };
  /** The header is an older one: number { $found } instead of { $expected }. */
  'vault-damage-header-old': { expected: string; found: string };
  /** Both copies of the header are damaged. The newer one is too long. */
  'vault-damage-header-too-long': undefined;
  /** Both copies of the header are damaged. The newer one is cut short. */
  'vault-damage-header-truncated': undefined;
  /** Another program changed the list of the records. */
  'vault-damage-list-forged': undefined;
  /** The list of the records is missing. */
  'vault-damage-list-missing': undefined;
  /** The records are older than the last ones that the wallet saved: write { $found } instead of { $expected }. */
  'vault-damage-old': { expected: string; found: string };
  /** Another program changed a record. */
  'vault-damage-record': undefined;
  /** Records were removed, replaced or put back. The vault should have { $expected } and has { $found }. */
  'vault-damage-records': { expected: string; found: string };
  /** The password is correct, but the key that it protects is damaged. */
  'vault-damage-slot': undefined;
  /** The snapshot of write { $write } cannot be read. The next snapshot replaces it. */
  'vault-damage-snapshot': { write: string };
  /** The database contains an entry that the wallet did not write. */
  'vault-damage-stray': undefined;
  /** Vault folder: */
  'vault-folder': undefined;
  /** Looking for the vault */
  'vault-loading': undefined;
  /** The wallet has not changed or removed anything. Copy the vault’s folder before you try anything else. */
  'vault-unusable-damaged': undefined;
  /** The wallet cannot be opened */
  'vault-unusable-title': undefined;
  /** Change it */
  'verified-ask-accept': undefined;
  /** { $by } verified { $title } on { $day }. After this change, it counts as entered by you. */
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
  /** Sites do not accept this without it. */
  'verified-lacks-text': undefined;
  /** { $fields } is missing */
  'verified-lacks-title': { fields: string };
  /** Verified by { $by } on { $day }. If you change it, it counts as entered by you. */
  'verified-notice': { by: string; day: string };
  /** Add a provider */
  'verify-add-provider': undefined;
  /** Copy the address */
  'verify-address-copy': undefined;
  /** Contacting the provider */
  'verify-beginning': undefined;
  /** Continue in your browser */
  'verify-browser': undefined;
  /** Open the page again */
  'verify-browser-again': undefined;
  /** Open this address in a browser on this computer. */
  'verify-browser-copy': undefined;
  /** { $provider } checks your identity there. The wallet waits up to ten minutes and receives the result automatically. */
  'verify-browser-text': { provider: string };
  /** Could not open a browser */
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
  /** The provider’s page opens in your browser. Have your document ready and follow the steps there. The page then sends you back here, and you decide what to keep. */
  'verify-choose-text': undefined;
  /** Done */
  'verify-close': undefined;
  /** Which document was checked? */
  'verify-document-kind': undefined;
  /** The provider does not say. */
  'verify-document-kind-hint': undefined;
  /** Choose… */
  'verify-document-kind-none': undefined;
  /** The provider says “{ $said }”, which the wallet does not know. */
  'verify-document-kind-said': { said: string };
  /** Discard */
  'verify-drop-accept': undefined;
  /** You have not kept anything yet. To get these results again, you must repeat the check, and the provider may charge you for it. */
  'verify-drop-text': undefined;
  /** Discard these results? */
  'verify-drop-title': undefined;
  /** The check did not succeed */
  'verify-failed': undefined;
  /** Getting the results */
  'verify-fetching': undefined;
  /** First name */
  'verify-first-names': undefined;
  /** The provider sent your given names together. The wallet saves the rest as your middle name. */
  'verify-first-names-hint': undefined;
  /** { $first } (middle name { $middle }) */
  'verify-first-names-split': { first: string; middle: string };
  /** In your wallet: { $value } */
  'verify-held': { value: string };
  /** Your wallet has the same value. */
  'verify-held-same': undefined;
  /** Keep { $count } values */
  'verify-keep': { count: number };
  /** Kept { $count } values in your wallet */
  'verify-kept': { count: number };
  /** You did not keep anything */
  'verify-kept-none': undefined;
  /** Not kept */
  'verify-left-out': undefined;
  /** No provider yet */
  'verify-none': undefined;
  /** A provider that you have an account with checks your identity. Add it first. */
  'verify-none-text': undefined;
  /** The wallet cannot keep any of these values. */
  'verify-nothing': undefined;
  /** Verify my identity */
  'verify-open': undefined;
  /** Checking the pictures */
  'verify-opening': undefined;
  /** Start again */
  'verify-retry': undefined;
  /** What { $provider } read */
  'verify-review': { provider: string };
  /** Check these values before you keep them. Nothing is in your wallet yet. */
  'verify-review-text': undefined;
  /** The wallet has not saved a secret for this provider. It uses this one for this check only. */
  'verify-secret-hint': undefined;
  /** Picture of you with the document */
  'verify-selfie': undefined;
  /** Open the browser */
  'verify-start': undefined;
  /** Browser */
  'verify-step-browser': undefined;
  /** Done */
  'verify-step-done': undefined;
  /** Results */
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
  /** This wallet has no recovery phrase, so it cannot mark values as verified. You can still keep them. */
  'verify-unsealed': undefined;
  /** Activity */
  'window-activity': undefined;
  /** The wallet opens only addresses that begin with http:// or https://. */
  'window-address-refused': undefined;
  /** The wallet is already unlocked. */
  'window-already-open': undefined;
  /** Applications */
  'window-applications': undefined;
  /** Attributes */
  'window-attributes': undefined;
  /** The wallet no longer has this backup open. Choose it again. */
  'window-backup-gone': undefined;
  /** The wallet is already writing or reading a backup. Wait until it has finished, or cancel it. */
  'window-backup-under-way': undefined;
  /** You cancelled this. Nothing was changed. */
  'window-cancelled': undefined;
  /** You cancelled this. Nothing was saved. */
  'window-check-cancelled': undefined;
  /** The wallet no longer has the results of this check. Start a new check. */
  'window-check-gone': undefined;
  /** Something went wrong inside the wallet during the check. Nothing was kept. */
  'window-check-mistake': undefined;
  /** Collapse the sidebar */
  'window-collapse': undefined;
  /** You cancelled this. If the service has already accepted the code, connect again with the same code to continue. */
  'window-connect-cancelled': undefined;
  /** Contrast */
  'window-contrast': undefined;
  /** High */
  'window-contrast-high': undefined;
  /** Standard */
  'window-contrast-standard': undefined;
  /** System */
  'window-contrast-system': undefined;
  /** High contrast makes lines and text stronger. “System” follows the setting of this computer. */
  'window-contrast-text': undefined;
  /** This is too long for the description of a site. */
  'window-description-too-long': undefined;
  /** Documents */
  'window-documents': undefined;
  /** Drop to add to your documents */
  'window-drop': undefined;
  /** The wallet took only the first { $most } files. Drop the others next. */
  'window-drop-many': { most: number };
  /** Expand the sidebar */
  'window-expand': undefined;
  /** { $file } already exists. The wallet left it as it is. Choose another name. */
  'window-file-exists': { file: string };
  /** The wallet no longer has this file open. Choose it again. */
  'window-file-gone': undefined;
  /** { $file } would be inside the wallet's own folder. Nothing was saved. Choose another folder. */
  'window-file-in-vault': { file: string };
  /** { $file } is a device or a pipe. Choose a file. */
  'window-file-is-device': { file: string };
  /** { $file } is a folder. Choose a file. */
  'window-file-is-folder': { file: string };
  /** { $file } is not an ordinary file. The wallet left it as it is. Choose another name. */
  'window-file-odd': { file: string };
  /** Another file has taken the place of { $file }. Choose it again. */
  'window-file-replaced': { file: string };
  /** The wallet saved { $file }, but the system could not confirm that it is on the disk. { $reason } Save it again. */
  'window-file-unconfirmed': { file: string; reason: string };
  /** The wallet could not read { $file }. { $reason } */
  'window-file-unread': { file: string; reason: string };
  /** The wallet saved { $file }, but could not record that. { $reason } Save it again. */
  'window-file-unrecorded': { file: string; reason: string };
  /** The wallet could not save { $file }. { $reason } The wallet itself is unchanged. */
  'window-file-unwritten': { file: string; reason: string };
  /** { $file } is saved as UTF-16. Save it as UTF-8, then choose it again. */
  'window-file-utf-sixteen': { file: string };
  /** Home */
  'window-home': undefined;
  /** Language */
  'window-language': undefined;
  /** English */
  'window-language-english': undefined;
  /** Deutsch */
  'window-language-german': undefined;
  /** Same as the system */
  'window-language-system': undefined;
  /** Used for everything in this window, and for dates and numbers. */
  'window-language-text': undefined;
  /** The letter is too long to save. Shorten it. */
  'window-letter-too-long': undefined;
  /** Lock */
  'window-lock': undefined;
  /** The wallet cannot lock after { $minutes } minutes. Choose one of the times in the list. */
  'window-lock-choice': { minutes: number };
  /** The wallet is locked. Unlock it, then try again. */
  'window-locked': undefined;
  /** Identity Wallet */
  'window-name': undefined;
  /** Wallet */
  'window-navigation': undefined;
  /** The wallet could not start a browser. { $reason } Copy the address instead. */
  'window-no-browser': { reason: string };
  /** The system did not close the window. Try again. */
  'window-not-closed': undefined;
  /** The wallet could not copy this. Write it down instead. */
  'window-not-copied': undefined;
  /** The system did not zoom the window. Try again. */
  'window-not-zoomed': undefined;
  /** Your identity wallet has a request */
  'window-notification': undefined;
  /** Opening the wallet */
  'window-opening': undefined;
  /** Enter your password again. */
  'window-password-gone': undefined;
  /** What you pasted is not a picture. */
  'window-paste-no-picture': undefined;
  /** The wallet cannot use port { $port }. { $reason } Choose another port. */
  'window-port-failed': { port: string; reason: string };
  /** A port is a number from 1 to 65535. */
  'window-port-range': undefined;
  /** This computer reserves port { $port }. Choose a port from 1024 up. */
  'window-port-reserved': { port: string };
  /** Another program uses port { $port }. Choose another port, or close that program and try again. */
  'window-port-used': { port: string };
  /** You already answered this request. Start again from the site. */
  'window-request-gone': undefined;
  /** The wallet no longer has this secret ready. Show it again. */
  'window-secret-gone': undefined;
  /** You stopped this. The site may have received part of it. The activity log shows what you agreed to send. */
  'window-sending-cancelled': undefined;
  /** Something went wrong inside the wallet while it was sending. The activity log shows what you agreed to send. */
  'window-sending-mistake': undefined;
  /** The wallet could not save the setting. { $reason } */
  'window-setting-unsaved': { reason: string };
  /** The wallet no longer has this smaller copy. Make it again. */
  'window-shrink-gone': undefined;
  /** Sidebar */
  'window-sidebar': undefined;
  /** When collapsed, it shows only icons. It collapses automatically in a narrow window. */
  'window-sidebar-text': undefined;
  /** Sites */
  'window-sites': undefined;
  /** Skip to the content */
  'window-skip': undefined;
  /** Locks the wallet first */
  'window-sleep-delay': undefined;
  /** The wallet is still finishing what it was doing when you locked it. Try again in a moment. */
  'window-still-locking': undefined;
  /** Choose again where to save the file. */
  'window-target-gone': undefined;
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
  /** The wallet is already doing this. */
  'window-under-way': undefined;
  /** The vault is no longer in its folder. Restore a backup, or create a new wallet. */
  'window-vault-gone': undefined;
  /** You stopped waiting. The site may have withdrawn the application. Check its status. */
  'window-withdraw-cancelled': undefined;
  /** Zoom */
  'window-zoom': undefined;
  /** Could not change the zoom */
  'window-zoom-failed': undefined;
  /** Larger */
  'window-zoom-larger': undefined;
  /** { $percent } % */
  'window-zoom-percent': { percent: string };
  /** The zoom must be from { $least }% to { $most }%. */
  'window-zoom-range': { least: string; most: string };
  /** Smaller */
  'window-zoom-smaller': undefined;
  /** Press { $larger } or { $smaller } to change it, and { $reset } to go back to 100%. */
  'window-zoom-text': { larger: string; reset: string; smaller: string };
}
