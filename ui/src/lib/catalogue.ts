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
  /** What was sent */
  'activity-sent': undefined;
  /** optional */
  'activity-sent-optional': undefined;
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
  /** With the site */
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
  /** Something has changed since you agreed */
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
  /** Number there */
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
  /** It is there */
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
  /** { $done } of { $all } with the site */
  'application-items-count': { all: string; done: string };
  /** What it needs */
  'application-items-title': undefined;
  /** { $count } files have not arrived yet. Files that the site has are not sent again. */
  'application-left': { count: number };
  /** Needs your answer */
  'application-list-answer': undefined;
  /** Clear the search */
  'application-list-clear': undefined;
  /** Ended */
  'application-list-ended': undefined;
  /** Reading applications */
  'application-list-loading': undefined;
  /** No applications yet */
  'application-list-none': undefined;
  /** Go to sites */
  'application-list-none-sites': undefined;
  /** Open a site and apply for KYC there. You can then follow here what you sent, what the site says and what it still needs. */
  'application-list-none-text': undefined;
  /** No application matches “{ $query }” */
  'application-list-not-found': { query: string };
  /** Search by the site or by what you applied for. */
  'application-list-not-found-text': undefined;
  /** Search applications */
  'application-list-search': undefined;
  /** What you applied for, and how far it is */
  'application-list-subtitle': undefined;
  /** Applications */
  'application-list-title': undefined;
  /** Under way */
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
  /** The site opened it again */
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
  /** The site has it */
  'application-status-submitted': undefined;
  /** Sent, but it may not have arrived */
  'application-status-unknown': undefined;
  /** You withdrew it */
  'application-status-withdrawn': undefined;
  /** Stop */
  'application-stop': undefined;
  /** Check at { $site } whether it has the application. If it has, say so here. Sending it again would make a second one. */
  'application-undecided-text': { site: string };
  /** You decide */
  'application-undecided-title': undefined;
  /** { $sites } could not be asked { $when }. The wallet tries again by itself. */
  'application-unreached': { sites: string; when: string };
  /** Look at what it asks for, then choose what to send. */
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
  /** { $site } is told to cancel it. It keeps what it has received. */
  'application-withdraw-sent': { site: string };
  /** Withdraw this application? */
  'application-withdraw-title': undefined;
  /** Nothing more of it is sent. { $site } keeps what it has received. */
  'application-withdraw-unsent': { site: string };
  /** Telling the site */
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
  /** Last backup: { $when } */
  'backup-last': { when: string };
  /** Last backup: unknown. Its date, { $day }, has not come yet: a clock was wrong */
  'backup-last-ahead': { day: string };
  /** No backup yet */
  'backup-none': undefined;
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
  /** Where else */
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
  /** Your answers are saved in this wallet, so you enter them only once. Nothing is sent until you agree. */
  'consent-fill-text': undefined;
  /** Fill in what is missing */
  'consent-fill-title': undefined;
  /** What for */
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
  /** Send it again all the same? */
  'consent-item-again': undefined;
  /** Send this { $title } again */
  'consent-item-again-switch': { title: string };
  /** The site has this already, sent on { $day }. */
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
  /** { $file } is too large for this site: { $size }. It takes at most { $limit }. */
  'consent-item-too-large': { file: string; limit: string; size: string };
  /** Preparing what would be sent */
  'consent-loading': undefined;
  /** It describes a company, and this profile is a person’s. */
  'consent-missing-about-company': undefined;
  /** It describes a person, and this profile is a company’s. */
  'consent-missing-about-person': undefined;
  /** Missing: { $titles } */
  'consent-missing-list': { titles: string };
  /** The value in the wallet is not accepted. */
  'consent-missing-not-accepted': undefined;
  /** The value in the wallet is not accepted: { $because }. */
  'consent-missing-not-accepted-because': { because: string };
  /** It is not in the wallet yet. */
  'consent-missing-not-held': undefined;
  /** The site asks for its own kind of data, which this wallet does not know. */
  'consent-missing-not-known': undefined;
  /** The site asks for its own kind of data, which this wallet does not know: { $because }. */
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
  /** The site asks for no attribute in this application. */
  'consent-nothing-asked': undefined;
  /** { $place } receives { $sees } */
  'consent-place-gets': { place: string; sees: string };
  /** Privacy policy */
  'consent-policy': undefined;
  /** Nothing about you is sent: only proof that you hold the key the site knows you by. */
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
  /** This address is on another site */
  'consent-result-elsewhere-title': undefined;
  /** Open in browser */
  'consent-result-open': undefined;
  /** See it at */
  'consent-result-see': undefined;
  /** Sent */
  'consent-result-sent': undefined;
  /** Try again */
  'consent-retry': undefined;
  /** Scroll to see everything first */
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
  /** Sites that you use this account at can tell that it is you. */
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
  /** Restore from a backup */
  'create-restore': undefined;
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
  /** Dismiss */
  'dialog-dismiss': undefined;
  /** Lock the wallet (Ctrl+L) */
  'dialog-lock': undefined;
  /** Clock */
  'doctor-clock': undefined;
  /** It is { $now } UTC, and nothing keeps the clock right. */
  'doctor-clock-adrift': { now: string };
  /** Set the clock, and let the network keep it right: `timedatectl set-ntp true`. */
  'doctor-clock-advice': undefined;
  /** The clock says { $now } UTC, but there are files from { $newest }. Sites and their certificates look invalid with a wrong clock. */
  'doctor-clock-behind': { newest: string; now: string };
  /** It is { $now } UTC. */
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
  /** { $kinds } up to { $size } */
  'file-kinds': { kinds: string; size: string };
  /** Remove { $file } */
  'file-remove': { file: string };
  /** { $file } is too large ({ $size }). Choose a file of at most { $limit }. */
  'file-too-large': { file: string; limit: string; size: string };
  /** Cancel */
  'files-cancel': undefined;
  /** This computer cannot show file dialogs. Install xdg-desktop-portal with a backend for your desktop (such as xdg-desktop-portal-gtk), or zenity. Until then, type the path here. */
  'files-no-dialog': undefined;
  /** Use this file */
  'files-open': undefined;
  /** Path */
  'files-path': undefined;
  /** For example ~/Documents/passport.jpg */
  'files-path-hint': undefined;
  /** Replace it */
  'files-replace': undefined;
  /** Save here */
  'files-save': undefined;
  /** Last changed. The wallet does not keep the value from before. */
  'history-changed': undefined;
  /** You entered it */
  'history-entered': undefined;
  /** Came with the backup of { $from } */
  'history-imported-backup': { from: string };
  /** Came from a check by “{ $from }” */
  'history-imported-check': { from: string };
  /** Imported from the file “{ $from }” */
  'history-imported-file': { from: string };
  /** Reading its history */
  'history-loading': undefined;
  /** It was never sent to anyone. */
  'history-never-sent': undefined;
  /** You changed this since. Sign up or apply there again to send what you have now. */
  'history-outdated-text': undefined;
  /** Sent to { $site } */
  'history-sent': { purpose: string; site: string };
  /** May have reached { $site } */
  'history-sent-may-have': { site: string };
  /** History */
  'history-title': undefined;
  /** Said to be verified by “{ $by }”, which this wallet cannot confirm */
  'history-unconfirmed': { by: string };
  /** Verified by “{ $by }” */
  'history-verified': { by: string };
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
  /** { $last }: this computer has the only copy */
  'home-backup-only-copy': { last: string };
  /** Documents */
  'home-documents': undefined;
  /** Identity */
  'home-identity': undefined;
  /** Your identity */
  'home-identity-unnamed': undefined;
  /** Reading the wallet */
  'home-loading': undefined;
  /** Log in to { $site } */
  'home-log-in-to': { site: string };
  /** Sign up at { $site } */
  'home-sign-up': { site: string };
  /** You added this site and have no account there yet. */
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
  /** You see exactly what leaves the wallet, and you decide. */
  'home-step-sign-up-text': undefined;
  /** Add a site */
  'home-step-site': undefined;
  /** Add a site */
  'home-step-site-add': undefined;
  /** Enter its address. Nothing about you is sent yet. */
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
  /** Reading the log */
  'knows-loading': undefined;
  /** { $count } may have arrived */
  'knows-may-count': { count: string };
  /** May have it */
  'knows-may-have': undefined;
  /** Each site that you send something is listed here, with what it has and whether that is still true. */
  'knows-none-text': undefined;
  /** No site knows anything yet */
  'knows-none-title': undefined;
  /** { $count } values there are not what this wallet holds now. */
  'knows-not-current': { count: number };
  /** Nothing was sent to this site yet. */
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
  /** Locked with the screen. */
  'lock-screen': undefined;
  /** Locked because the computer went to sleep. */
  'lock-sleep': undefined;
  /** Locked after { $minutes } minutes without activity. */
  'lock-unused': { minutes: number };
  /** The log was tampered with or damaged */
  'log-broken-title': undefined;
  /** Clear filters */
  'log-clear': undefined;
  /** Enter a day as YYYY-MM-DD. */
  'log-date-wrong': undefined;
  /** The first day is after the last. */
  'log-dates-wrong': undefined;
  /** CSV */
  'log-export-csv': undefined;
  /** For spreadsheets */
  'log-export-csv-title': undefined;
  /** JSON */
  'log-export-json': undefined;
  /** For programs */
  'log-export-json-title': undefined;
  /** { $entries } entries were written. The file says to whom you sent what, without the values. */
  'log-exported': { entries: number };
  /** Filters */
  'log-filters': undefined;
  /** { $count } entries */
  'log-found': { count: number };
  /** From */
  'log-from': undefined;
  /** It has { $entries } entries. Each follows from the one before, and none is missing. */
  'log-intact': { entries: number };
  /** The log is intact */
  'log-intact-title': undefined;
  /** Kind */
  'log-kind': undefined;
  /** All kinds */
  'log-kind-all': undefined;
  /** Applications */
  'log-kind-applications': undefined;
  /** What failed */
  'log-kind-failed': undefined;
  /** Logins */
  'log-kind-logins': undefined;
  /** What was sent */
  'log-kind-sent': undefined;
  /** Sign-ups */
  'log-kind-sign-ups': undefined;
  /** Sites added and removed */
  'log-kind-sites': undefined;
  /** Changes to this wallet */
  'log-kind-wallet': undefined;
  /** Activity, newest first */
  'log-list': undefined;
  /** Reading the log */
  'log-loading': undefined;
  /** Nothing has happened yet */
  'log-none': undefined;
  /** Log in, sign up or apply at a site: each time is listed here, with exactly what was sent. */
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
  /** What to show */
  'log-what': undefined;
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
  /** Current password */
  'password-current': undefined;
  /** The passwords don’t match. */
  'password-differs': undefined;
  /** { $reason } You can still use your password. */
  'password-still-works': { reason: string };
  /** Type these three words from your paper. */
  'phrase-check-subtitle': undefined;
  /** Check what you wrote */
  'phrase-check-title': undefined;
  /** Lock the wallet */
  'phrase-lock': undefined;
  /** Open my wallet */
  'phrase-open': undefined;
  /** Anyone with these words has your keys. The wallet asks for them only when you restore it, and no site may. You can see them again in the settings, with your password. */
  'phrase-secret-text': undefined;
  /** Keep it to yourself */
  'phrase-secret-title': undefined;
  /** Show the words again */
  'phrase-show-again': undefined;
  /** Write these words on paper, in order. They restore your keys if this computer is lost. */
  'phrase-subtitle': undefined;
  /** Your recovery phrase */
  'phrase-title': undefined;
  /** Word { $number } */
  'phrase-word': { number: string };
  /** This is not word { $number }. Look at your paper again. */
  'phrase-word-wrong': { number: string };
  /** I have written them down */
  'phrase-written': undefined;
  /** used last */
  'profile-choose-last': undefined;
  /** Profiles */
  'profile-choose-list': undefined;
  /** Each profile has its own attributes, documents, accounts and sites. */
  'profile-choose-text': undefined;
  /** Choose a profile */
  'profile-choose-title': undefined;
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
  /** Ends { $when } */
  'request-ends-when': { when: string };
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
  /** No request is waiting. */
  'requests-none-open': undefined;
  /** When a page or a program asks you to log in, to sign a text or to say who you are, its request appears here and waits for your answer. Nothing is sent before that. */
  'requests-none-text': undefined;
  /** Needs your answer */
  'requests-open': undefined;
  /** { $count } wait */
  'requests-open-count': { count: number };
  /** Earlier requests */
  'requests-over': undefined;
  /** What pages and programs have asked of this wallet */
  'requests-subtitle': undefined;
  /** Requests */
  'requests-title': undefined;
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
  /** Connecting */
  'sending-connecting': undefined;
  /** Sending { $file } */
  'sending-file': { file: string };
  /** Sending { $count } files */
  'sending-files': { count: number };
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
  /** All of it */
  'site-activity-all': undefined;
  /** Nothing was sent to this site yet. */
  'site-activity-none': undefined;
  /** What happened here */
  'site-activity-title': undefined;
  /** Add site */
  'site-add-accept': undefined;
  /** Address of the site */
  'site-add-address': undefined;
  /** The site tells the wallet what it asks for. Nothing about you is sent. */
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
  /** The JSON file that the site gave you. Nobody is contacted. */
  'site-add-file-hint': undefined;
  /** Choose another… */
  'site-add-file-other': undefined;
  /** How to add it */
  'site-add-how': undefined;
  /** Name */
  'site-add-name': undefined;
  /** Leave it empty to use the site's own name. */
  'site-add-name-hint': undefined;
  /** You cancelled it. Nothing was added. */
  'site-add-stopped': undefined;
  /** Configuration */
  'site-add-text': undefined;
  /** Paste the JSON text that the site gave you. Nobody is contacted. */
  'site-add-text-hint': undefined;
  /** Add a site */
  'site-add-title': undefined;
  /** What has changed */
  'site-added-changes': undefined;
  /** What this wallet does not know */
  'site-added-notes': undefined;
  /** Open the site */
  'site-added-open': undefined;
  /** You know { $site } already; its description was renewed */
  'site-added-renewed': { site: string };
  /** { $site } was added */
  'site-added-title': { site: string };
  /** Answer */
  'site-answer': undefined;
  /** Applications */
  'site-applications-title': undefined;
  /** Apply for KYC */
  'site-apply': undefined;
  /** It asks for nothing at sign-up. */
  'site-asks-nothing': undefined;
  /** Optional */
  'site-asks-optional': undefined;
  /** What it asks for */
  'site-asks-title': undefined;
  /** Not known to this wallet */
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
  /** gets { $what } */
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
  /** This site is not in the wallet any more. */
  'site-gone': undefined;
  /** Use the earlier key */
  'site-key-accept': undefined;
  /** { $root } gets everything that is sent. */
  'site-key-all': { root: string };
  /** { $host } gets { $what }. */
  'site-key-some': { host: string; what: string };
  /** An earlier version of this wallet made another key for this site. Use it only if you had an account here with that version: other sites can share such a key. */
  'site-key-text': undefined;
  /** Use the earlier key at { $site }? */
  'site-key-title': { site: string };
  /** Who gets what it signs: */
  'site-key-who': undefined;
  /** Ask to delete my data… */
  'site-knows-delete': undefined;
  /** Reading the log */
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
  /** Reading sites */
  'site-list-loading': undefined;
  /** No sites yet */
  'site-list-none': undefined;
  /** Add a site */
  'site-list-none-add': undefined;
  /** Add a site by its address. The wallet asks it what it requires and shows you before anything is sent. */
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
  /** Reading the site */
  'site-loading': undefined;
  /** Log in */
  'site-log-in': undefined;
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
  /** This site offers no KYC application. */
  'site-templates-none-text': undefined;
  /** Apply for KYC at { $site } */
  'site-templates-title': { site: string };
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
  /** Continue */
  'unsaved-continue': undefined;
  /** Discard */
  'unsaved-discard': undefined;
  /** It was kept. Passwords and files were not. */
  'unsaved-text': undefined;
  /** You were entering something when the wallet locked */
  'unsaved-title': undefined;
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
  /** Identity Wallet */
  'window-app': undefined;
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
  /** Opening the wallet */
  'window-opening': undefined;
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
