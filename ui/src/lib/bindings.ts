// Generated from the Rust types and commands; do not edit. To renew it:
// IDW_WRITE_BINDINGS=1 cargo test -p idw-desktop bindings
// The only place that calls `invoke`.
import { Channel, invoke } from '@tauri-apps/api/core';

export type AboutView = { version: string,
/**
 * The vault's folder.
 */
folder: string, };

export type AccountKind = "named" | "imported" | "site";

export type AccountRemoval = {
/**
 * Whether the key goes with it: it was imported, and the recovery phrase does not bring it back.
 */
keyIsLost: boolean,
/**
 * Whether its key was ever exported.
 */
exported: boolean,
/**
 * The sites that know the user by it. Each is then acted at with its own key, as which it does not know the user.
 */
sites: Array<string>, };

export type AccountView = {
/**
 * The name the user calls it by: `main`, or the site's name for a site's own key.
 */
name: string,
/**
 * Whether it is a named account of the phrase, an imported one, or the key of one site.
 */
kind: AccountKind,
/**
 * The Ethereum address with its EIP-55 checksum.
 */
address: string,
/**
 * `did:eth:0x…`, what relying parties know the account by.
 */
did: string,
/**
 * The uncompressed public key without its leading `04`: `0x` and 128 hex digits.
 */
publicKey: string,
/**
 * Where the key comes from: a BIP-32 path, or how it was imported.
 */
path: string,
/**
 * The site this key belongs to, if it is a site's own.
 */
site: string | null, };

export type ActivityCheck = {
/**
 * How many entries there are.
 */
entries: number,
/**
 * Whether each follows from the one before and none is missing.
 */
intact: boolean,
/**
 * What is wrong, each a whole sentence.
 */
faults: Array<MessageData>, };

export type ActivityExported = {
/**
 * How many entries.
 */
entries: number, };

export type ActivityFilterInput = {
/**
 * Words that all have to be in an entry, and the language that the user reads it in (its tag).
 */
text: string, language: string, kind: ActivityKindInput, site: SiteInLogInput | null,
/**
 * The first moment, and the first after it: the window knows where the user's days begin.
 */
from: string | null, before: string | null, };

export type ActivityKindInput = "all" | "sent" | "logIns" | "signUps" | "applications" | "failed" | "sites" | "wallet";

export type ActivityListView = {
/**
 * Names the state of the log that this shows. Parts with another revision are of another list.
 */
revision: string,
/**
 * How many entries were found.
 */
total: number,
/**
 * How many entries there are.
 */
held: number,
/**
 * The rows of this part.
 */
rows: Array<ActivityView>, };

export type ActivityView = {
/**
 * Its place in the log, from 1.
 */
number: number,
/**
 * When.
 */
at: string,
/**
 * What happened.
 */
text: MessageData,
/**
 * The kind of entry, e.g. `sent`, `loggedIn`, `siteAdded`.
 */
kind: string,
/**
 * The site, where one was involved, by the name that it had then.
 */
site: string | null,
/**
 * The root URL of its endpoints, where the log tells it: by this it is the same site, whatever it is called.
 */
root: string | null,
/**
 * The account, where one was used.
 */
account: string | null,
/**
 * What was sent, if anything was.
 */
sent: Array<SentView>,
/**
 * Whether the entry tells of something that failed.
 */
failed: boolean,
/**
 * What it was for, where it is about a disclosure.
 */
purpose: Purpose | null, };

export type AnsweredBy = { "type": "active" } | { "type": "other", profile: AnsweringProfile, } | { "type": "oneOf", profiles: Array<AnsweringProfile>, };

export type AnsweringProfile = { id: string, name: string, };

export type ApplicationChangeView = { "type": "otherAccount",
/**
 * The name of the account that applied.
 */
was: string,
/**
 * Its DID.
 */
wasDid: string,
/**
 * The name of the account that would act now.
 */
is: string,
/**
 * Its DID.
 */
isDid: string, } | { "type": "fromMergedBackup" } | { "type": "rootMoved",
/**
 * The root that was agreed to.
 */
was: string,
/**
 * The root now.
 */
is: string, } | { "type": "placeNotAgreedTo",
/**
 * The place, and what it would get.
 */
place: Elsewhere, } | { "type": "noRecordOfConsent" } | { "type": "otherSite",
/**
 * The root.
 */
root: string, } | { "type": "newHost",
/**
 * The host.
 */
host: string, };

export type ApplicationFileView = {
/**
 * The name it goes under.
 */
name: string,
/**
 * Its size in bytes, where it is known.
 */
size: number | null,
/**
 * Whether the site has it.
 */
arrived: boolean,
/**
 * Its place among the files that are sent, by which its progress is told; nothing once none is sent any more.
 */
place: number | null, };

export type ApplicationItemState = "toSend" | "mayHaveArrived" | "sent" | "notAccepted" | "missing" | "notSent";

export type ApplicationItemView = {
/**
 * The site's own id for it, where it has one: with the schema, what it is told apart by.
 */
id: string | null,
/**
 * The attribute's short name, or its schema URL.
 */
name: string,
/**
 * The wallet's own title for it.
 */
title: string,
/**
 * The site's words for it, where they say something else.
 */
label: string | null,
/**
 * How it stands.
 */
state: ApplicationItemState,
/**
 * What the site says about it.
 */
reason: string | null,
/**
 * Its files.
 */
files: Array<ApplicationFileView>, };

export type ApplicationStep = "draft" | "unknown" | "submitted" | "refused" | "cancelled";

export type ApplicationView = {
/**
 * The wallet's own id for it, hex.
 */
id: string,
/**
 * The id of the site in this wallet.
 */
siteId: string,
/**
 * The site's name.
 */
site: string,
/**
 * The account it is made with.
 */
account: string,
/**
 * The DID the site knows the user by.
 */
did: string,
/**
 * The site's id of the template.
 */
template: string,
/**
 * The template's name.
 */
templateName: string | null,
/**
 * How far it has come on this side.
 */
step: ApplicationStep,
/**
 * The same, or what the site says once it has it: a label.
 */
text: MessageData,
/**
 * The site's id for it.
 */
applicationId: string | null,
/**
 * Where the site shows it.
 */
applicationUrl: string | null,
/**
 * The site's status number when it was last asked.
 */
status: number | null,
/**
 * Whether nothing more will happen.
 */
ended: boolean,
/**
 * What the site wants in addition to, or in place of, what it has.
 */
wanted: Array<WantedView>,
/**
 * Whether the site waits for the user: it wants something, or its status says so.
 */
needsAnswer: boolean,
/**
 * Everything that was asked for and how it stands, each once.
 */
items: Array<ApplicationItemView>,
/**
 * What was agreed to be sent.
 */
sent: Array<SentView>,
/**
 * How many files belong to it that have not arrived yet.
 */
filesLeft: number,
/**
 * What the site said.
 */
message: string | null,
/**
 * When the user agreed to it.
 */
created: string,
/**
 * When it was submitted.
 */
submitted: string | null,
/**
 * When the site was last asked about it.
 */
checked: string | null, };

export type Argument = { "text": string } | { "number": number } | { "message": MessageData } | { "amount": number } | { "size": number } | { "day": string } | { "moment": string } | { "country": string } | { "list": Array<Argument> };

export type Arrival = "arrived" | "mayHave";

export type AskedDocumentView = {
/**
 * What it is.
 */
title: string,
/**
 * As printed.
 */
number: string | null,
/**
 * Who gave it, ISO 3166-1 alpha-2.
 */
country: string | null,
/**
 * The last day on which it is valid, ISO 8601.
 */
expires: string | null, };

export type AskedView = {
/**
 * What the user calls the asker, or the service that it is registered at.
 */
name: string,
/**
 * Since when the asker is known here (RFC 3339), or at the service.
 */
since: string,
/**
 * The host of the service that the asker is registered at; none where the user registered it.
 */
service: string | null,
/**
 * The asker's picture, as the user gave it: PNG in base64.
 */
logo: string | null,
/**
 * What it is about: one line, in the asker's words.
 */
title: string,
/**
 * What is to be signed, in the asker's words; empty unless something is.
 */
description: string,
/**
 * By which email the asker knows the user, as it spelt that.
 */
email: string,
/**
 * When it ends (RFC 3339).
 */
ends: string,
/**
 * Whether the asker will hear that the user is verified.
 */
verified: VerifiedView,
/**
 * Three numbers, of which the asker's page shows one that the user has to find; none where it shows none.
 */
numbers: [number, number, number] | null,
/**
 * The document whose data goes along, where it does.
 */
document: AskedDocumentView | null,
/**
 * What is made for the asker and goes along: the names of the files.
 */
files: Array<string>, };

export type AttributeEvent = { "type": "entered" } | { "type": "imported",
/**
 * The file's name; of a backup, when it was made, as it says.
 */
from: string,
/**
 * What it was read from.
 */
source: SourceView, } | { "type": "verified",
/**
 * What the provider was called then.
 */
by: string, } | { "type": "unconfirmed",
/**
 * By whom.
 */
by: string, } | { "type": "changed" } | { "type": "sent",
/**
 * The site's present name, or its last one.
 */
site: string,
/**
 * What for.
 */
purpose: Purpose,
/**
 * Whether it is known to have arrived.
 */
arrival: Arrival,
/**
 * Whether what was sent is what the wallet holds now.
 */
current: boolean,
/**
 * What the site called it, where that says something else than the attribute's title.
 */
askedAs: string | null,
/**
 * The number of the entry of the activity log that tells of it.
 */
entry: number, };

export type AttributeEventView = {
/**
 * When.
 */
at: string,
/**
 * What.
 */
what: AttributeEvent, };

export type AttributeFilterInput = { "type": "all" } | { "type": "without", ids: Array<string>, } | { "type": "named", name: string, } | { "type": "expiring" } | { "type": "verified" };

export type AttributeGroupView = {
/**
 * The group's name in the catalogue; none for attributes that are not in it.
 */
name: string | null,
/**
 * Its title.
 */
title: string | null,
/**
 * How many rows follow.
 */
count: number, };

export type AttributeInput = {
/**
 * The attribute's short name or schema URL.
 */
name: string,
/**
 * The whole value as text.
 */
text: string | null,
/**
 * The whole value, or what single fields are put into.
 */
json: unknown, fields: Array<FieldInput>, files: Array<FileChoice>,
/**
 * Leaves location and camera data in new pictures.
 */
keepMetadata: boolean, label: string | null,
/**
 * The id of the value to change.
 */
id: string | null,
/**
 * Whether a verified value may become one that the user entered: the user was asked.
 */
changeVerified: boolean, };

export type AttributeListView = {
/**
 * Names the state of the wallet that this shows. Parts with another revision are of another list.
 */
revision: string,
/**
 * How many were found.
 */
total: number,
/**
 * How many the wallet holds.
 */
held: number,
/**
 * The headings of the whole list, where it stands in the catalogue's order.
 */
groups: Array<AttributeGroupView>,
/**
 * The rows of this part.
 */
rows: Array<AttributeRowView>, };

export type AttributeRowView = {
/**
 * Identifies the value in the wallet; 32 hex digits.
 */
id: string,
/**
 * The attribute's short name, or its schema URL if it has none.
 */
name: string,
/**
 * The attribute's title.
 */
title: string,
/**
 * What the user calls this value.
 */
label: string | null,
/**
 * One line that says what the value is; cut off where it is very long.
 */
summary: string,
/**
 * Where the value comes from, for programs.
 */
origin: OriginView,
/**
 * Where the value comes from, for people.
 */
provenance: string,
/**
 * The titles of the fields that it still lacks.
 */
lacks: Array<string>,
/**
 * The day it expires, for documents that do.
 */
expires: string | null,
/**
 * How near that day is.
 */
expiry: ExpiryState,
/**
 * Days until that day; negative where it has passed.
 */
daysLeft: number | null,
/**
 * How many documents it refers to.
 */
documents: number,
/**
 * How many sites were sent it as it was before.
 */
outdatedAt: number,
/**
 * Whether this is the value sent when nothing else is chosen.
 */
isDefault: boolean,
/**
 * Whether the wallet holds other values of the same attribute.
 */
isOneOfSeveral: boolean, };

export type AttributeTypeView = {
/**
 * Short name, e.g. `passport`.
 */
name: string,
/**
 * Title for people.
 */
title: string,
/**
 * What it is and what to provide.
 */
description: string,
/**
 * The URL of its JSON Schema.
 */
schema: string,
/**
 * Whom it describes: `person`, `company` or `both`.
 */
subject: string,
/**
 * Its fields in display order.
 */
fields: Array<FieldView>, };

export type AttributeView = {
/**
 * Identifies this value in the wallet; 32 hex digits.
 */
id: string,
/**
 * The attribute's short name, e.g. `first-name`, or its schema URL if it has none.
 */
name: string,
/**
 * The attribute's title, e.g. "First name".
 */
title: string,
/**
 * The URL of its JSON Schema.
 */
schema: string,
/**
 * What the user calls this value, where there are several.
 */
label: string | null,
/**
 * One line for lists.
 */
summary: string,
/**
 * The value; a file's `content` is the id of a document in the wallet.
 */
value: unknown,
/**
 * The documents that the value refers to.
 */
documents: Array<DocumentView>,
/**
 * Where the value comes from, for people.
 */
provenance: string,
/**
 * Where the value comes from, for programs.
 */
origin: OriginView,
/**
 * The titles of the fields that it still lacks: an identity check brought it without them, and no site takes it so.
 */
lacks: Array<string>,
/**
 * When it was entered.
 */
created: string,
/**
 * When it was last changed.
 */
changed: string,
/**
 * The day it expires, for documents that do.
 */
expires: string | null,
/**
 * Whether that day has passed.
 */
expired: boolean,
/**
 * How near that day is.
 */
expiry: ExpiryState,
/**
 * Days until that day; negative where it has passed.
 */
daysLeft: number | null,
/**
 * The sites that were sent this value, each with the last time; the newest first.
 */
lastSent: Array<LastSent>,
/**
 * The size of its documents, in bytes.
 */
size: number,
/**
 * Whether this is the value sent when nothing else is chosen.
 */
isDefault: boolean, };

export type AutoLockView = {
/**
 * Minutes without a touch; none for never.
 */
minutes: number | null,
/**
 * Which minutes can be chosen.
 */
choices: Array<number>, };

export type BackupProgressView = { step: BackupStepView,
/**
 * Bytes that passed.
 */
done: number,
/**
 * Bytes in all, 0 where that is not known yet.
 */
total: number, };

export type BackupRemark = {
/**
 * What it is.
 */
kind: MergedKind,
/**
 * What it is called.
 */
name: MessageData,
/**
 * What became of it.
 */
outcome: RemarkOutcome,
/**
 * What was wrong with it: whole sentences.
 */
reason: MessageData, };

export type BackupReport = {
/**
 * When it was made (RFC 3339), by the clock of the computer that made it.
 */
created: string,
/**
 * The program that made it, e.g. "idw 0.1.0".
 */
program: string,
/**
 * The length of its file in bytes.
 */
bytes: number,
/**
 * The names of the profiles.
 */
profiles: Array<string>,
/**
 * Named accounts.
 */
accounts: number,
/**
 * Values of attributes.
 */
attributes: number,
/**
 * Documents.
 */
documents: number,
/**
 * The bytes of all documents.
 */
documentBytes: number,
/**
 * Sites.
 */
sites: number,
/**
 * KYC applications, drafts included.
 */
applications: number,
/**
 * Entries of the activity log.
 */
activity: number,
/**
 * Whether each entry of that log follows from the one before.
 */
activityIntact: boolean,
/**
 * Names of documents that the vault had lost when the backup was made: they are in none. Only a backup that was
 * just made tells.
 */
leftOut: Array<string>,
/**
 * What else was not as it should be, and what became of it: told when a backup was just made or restored.
 */
remarks: Array<BackupRemark>, };

export type BackupStanding = {
/**
 * When the last backup was made (RFC 3339); none where there never was one, or where that is not known.
 */
last: string | null,
/**
 * What the clock said when the last backup was made (RFC 3339), where that is still to come: it was wrong then or is
 * wrong now, and when the backup was made is not known.
 */
ahead?: string,
/**
 * Whether it is time for one: the wallet holds something, and the last backup is over 90 days old, never was, or is of
 * an unknown time.
 */
due: boolean, };

export type BackupStepView = "opening" | "writing" | "reading" | "saving";

export type ChangeView = { "type": "newlyAsked",
/**
 * What it is.
 */
title: string,
/**
 * Whether the site insists on it.
 */
required: boolean,
/**
 * What this is compared with.
 */
than: Earlier, } | { "type": "calledOtherwise",
/**
 * What the wallet calls it.
 */
title: string,
/**
 * The site's words before; none where it had none.
 */
was: string | null,
/**
 * The site's words now; none where it has none.
 */
is: string | null,
/**
 * What this is compared with.
 */
than: Earlier, } | { "type": "requiredNow",
/**
 * What it is.
 */
title: string,
/**
 * What this is compared with.
 */
than: Earlier, } | { "type": "optionalNow",
/**
 * What it is.
 */
title: string,
/**
 * What this is compared with.
 */
than: Earlier, } | { "type": "noLongerAsked",
/**
 * What it is.
 */
title: string, } | { "type": "siteRenamed",
/**
 * The name before.
 */
was: string,
/**
 * The name now.
 */
is: string, } | { "type": "addressMoved",
/**
 * The address before.
 */
was: string,
/**
 * The address now.
 */
is: string, } | { "type": "termsMoved",
/**
 * The address before, if there was one.
 */
was: string | null,
/**
 * The address now, if there is one.
 */
is: string | null, } | { "type": "policyMoved",
/**
 * The address before, if there was one.
 */
was: string | null,
/**
 * The address now, if there is one.
 */
is: string | null, } | { "type": "placeGetsMore",
/**
 * The place, and what it gets in addition.
 */
place: Elsewhere,
/**
 * The places that the site used before, its root first.
 */
used: Array<string>, } | { "type": "placeGone",
/**
 * The place.
 */
place: string, } | { "type": "otherSiteThere",
/**
 * The address that was asked.
 */
given: string,
/**
 * The root of the site that is described there now.
 */
found: string,
/**
 * The root of the site that the wallet knows.
 */
known: string, } | { "type": "keyOfEarlierRule",
/**
 * The site's root, which gets everything that is sent.
 */
root: string,
/**
 * The places outside the root that get something.
 */
others: Array<Elsewhere>, } | { "type": "fromMergedBackup",
/**
 * The day of the backup.
 */
day: string,
/**
 * The site's root, which gets everything that is sent.
 */
root: string,
/**
 * The places outside the root that get something.
 */
others: Array<Elsewhere>, } | { "type": "accountFromBackup",
/**
 * Its name.
 */
account: string, } | { "type": "otherAccount",
/**
 * The DID of the last time.
 */
was: string,
/**
 * The DID now.
 */
is: string, } | { "type": "otherTemplate",
/**
 * What would be applied for.
 */
template: string, } | { "type": "templateRenamed",
/**
 * The name before.
 */
was: string,
/**
 * The name now.
 */
is: string, } | { "type": "appliedBefore",
/**
 * The day it was sent.
 */
day: string,
/**
 * How far it was when the site last told.
 */
standing: MessageData, } | { "type": "notSentBefore",
/**
 * What it is.
 */
title: string, } | { "type": "sentAsOther",
/**
 * What it was called when it was sent.
 */
was: string,
/**
 * What it is called now.
 */
is: string, };

export type CheckChoiceInput = {
/**
 * The id of the value, as the preview has it.
 */
item: string, choice: CheckChoiceKind, };

export type CheckChoiceKind = "leave" | "take" | "beside";

export type CheckDocumentKind = "passport" | "national-id" | "drivers-license";

export type CheckDocumentView = {
/**
 * What it is; none where neither the provider nor the user said so.
 */
kind: CheckDocumentKind | null,
/**
 * The provider's own word for it, if the wallet does not know that word.
 */
said: string | null,
/**
 * The last characters of its number.
 */
numberEnd: string | null, };

export type CheckField = {
/**
 * Its title.
 */
title: string,
/**
 * What it says; of a picture its kind and size.
 */
text: MessageData, };

export type CheckItem = {
/**
 * What the user's choice names: it tells this from everything else that came, and means nothing elsewhere.
 */
id: string,
/**
 * The attribute's short name.
 */
name: string,
/**
 * Its title.
 */
title: string,
/**
 * The value in one line.
 */
summary: string,
/**
 * The value's fields in words: title and text.
 */
fields: Array<CheckField>,
/**
 * What the wallet holds in its place, if it does.
 */
held: AttributeView | null,
/**
 * How the two stand to each other.
 */
standing: CheckStanding,
/**
 * The titles of the fields that the value lacks still: no site takes it so.
 */
lacks: Array<string>,
/**
 * Things to know.
 */
notes: Array<CheckNote>, };

export type CheckKept = {
/**
 * The provider's name.
 */
provider: string,
/**
 * Whether it is a test provider.
 */
test: boolean,
/**
 * What became of each value.
 */
items: Array<CheckKeptItem>,
/**
 * What came and was not kept.
 */
leftOut: Array<CheckLeftOut>, };

export type CheckKeptItem = {
/**
 * The attribute's short name.
 */
name: string,
/**
 * Its title.
 */
title: string,
/**
 * The outcome.
 */
outcome: CheckOutcome,
/**
 * The value as it is in the wallet now; none where it was left.
 */
attribute: AttributeView | null, };

export type CheckLeftOut = {
/**
 * The provider's name for it, e.g. `dateOfExpiry`.
 */
what: string,
/**
 * What it says, cleaned and cut; none for pictures.
 */
text: string | null,
/**
 * Why it is not kept.
 */
why: CheckLeftOutBecause, };

export type CheckLeftOutBecause = { "type": "noPlace" } | { "type": "notRead" } | { "type": "oddText" } | { "type": "noCountry" } | { "type": "noDate" } | { "type": "impossibleBirth" } | { "type": "endsBeforeItBegins" } | { "type": "unknownDocument" } | { "type": "ofAnother" } | { "type": "badPicture",
/**
 * Why: whole sentences.
 */
reason: MessageData, } | { "type": "doesNotFit",
/**
 * Why: whole sentences.
 */
reason: MessageData, };

export type CheckNote = { "type": "expired",
/**
 * Its last day of validity, `YYYY-MM-DD`.
 */
on: string, } | { "type": "selfieHeld" } | { "type": "selfieGiven" } | { "type": "metadataRemoved",
/**
 * What, in words.
 */
what: string, };

export type CheckOptionsInput = {
/**
 * What the documents are of which the provider does not say it.
 */
document: CheckDocumentKind | null,
/**
 * How many of the given names make the first name.
 */
firstNames: number | null, selfie: FileSource | null, };

export type CheckOutcome = "added" | "confirmed" | "replaced" | "addedBeside" | "left";

export type CheckPreview = {
/**
 * The provider's name.
 */
provider: string,
/**
 * Whether it runs on this computer: a test provider.
 */
test: boolean,
/**
 * Whether its checks count as verified for others.
 */
trusted: boolean,
/**
 * When the check was made.
 */
at: string,
/**
 * Whether the wallet can mark what it keeps as verified; without a recovery phrase it cannot.
 */
sealed: boolean,
/**
 * The documents that were checked.
 */
documents: Array<CheckDocumentView>,
/**
 * The given names, one by one, where the user can say which of them are middle names.
 */
givenNames: Array<string>,
/**
 * How many of them make the first name.
 */
firstNames: number,
/**
 * What can be kept, in the catalogue's order.
 */
items: Array<CheckItem>,
/**
 * What came and is not kept, with the reason.
 */
leftOut: Array<CheckLeftOut>, };

export type CheckStanding = "new" | "same" | "differs";

export type CheckStepView = { "type": "browser",
/**
 * Where the user goes.
 */
address: string,
/**
 * Why no browser could be started, a sentence.
 */
unopened: MessageData | null, } | { "type": "fetching" } | { "type": "opening" };

export type CheckedView = {
/**
 * What the provider was called then.
 */
by: string,
/**
 * When the check was made.
 */
at: string,
/**
 * The provider's id in this wallet; it may be gone.
 */
provider: string,
/**
 * What the check is told apart by.
 */
check: string,
/**
 * The document that was checked: `passport`, `national-id`, `drivers-license`, or the provider's own word.
 */
documentType: string | null,
/**
 * The last characters of the document's number.
 */
numberEnd: string | null,
/**
 * Whether the provider ran on this computer: a test provider.
 */
test: boolean,
/**
 * Whether the user lets the provider's checks count as verified for others.
 */
trusted: boolean,
/**
 * The members of the value that the user added afterwards.
 */
added: Array<string>, };

export type ChoiceInput = {
/**
 * The id of what is asked for, as the consent has it.
 */
want: string, included: boolean,
/**
 * The id of the value to send; nothing for the first.
 */
value: string | null,
/**
 * Whether it is sent also where the site has this very value and finds it no good.
 */
again: boolean, };

export type ChoiceView = {
/**
 * What is stored.
 */
value: string,
/**
 * What is shown.
 */
title: string, };

export type ChosenFileView = {
/**
 * What to call it in the next command.
 */
token: string,
/**
 * Its name, without folders.
 */
name: string,
/**
 * Size in bytes.
 */
size: number, };

export type ClaimView = {
/**
 * By whom.
 */
by: string,
/**
 * When, where the file says it.
 */
at: string | null, };

export type ConflictInput = "skip" | "replace" | "keepBoth";

export type Connection = "tls" | "loopback";

export type ConsentItem = {
/**
 * What the user's choice names: it tells this from everything else that is asked for here, and means nothing elsewhere.
 */
id: string,
/**
 * What is asked for.
 */
requirement: RequirementView,
/**
 * The values that fit, the default first.
 */
choices: Array<AttributeView>,
/**
 * Why there is none.
 */
missing: MissingView | null,
/**
 * Things to know before sending, e.g. that the document has expired. They are about the first of the choices.
 */
notes: Array<ConsentNoteView>,
/**
 * The files of values that do not fit because the site takes no file so large.
 */
tooLarge: Array<TooLargeFile>,
/**
 * Whether it is sent unless the user says otherwise: required ones are, optional ones are not.
 */
included: boolean,
/**
 * Whether the site asked before, but not for this.
 */
newRequest: boolean,
/**
 * The day on which the site was sent the first of the choices as it is now, `YYYY-MM-DD` in UTC, if it was.
 */
alreadySent: string | null,
/**
 * The site has one of these very values already, and finds it no good: to send that again takes a yes of its own.
 */
refused: RefusedValues | null, };

export type ConsentNoteView = { "type": "expired",
/**
 * Its last day of validity, `YYYY-MM-DD`.
 */
on: string, } | { "type": "expiresSoon",
/**
 * Its last day of validity, `YYYY-MM-DD`.
 */
on: string,
/**
 * Days from today to it; 0 where it is today.
 */
days: number, } | { "type": "issuedInFuture",
/**
 * That day, `YYYY-MM-DD`.
 */
on: string, } | { "type": "notAskedBefore" } | { "type": "hasAnother",
/**
 * The day of that, `YYYY-MM-DD` in UTC.
 */
sent: string, };

export type ConsentView = {
/**
 * What for.
 */
purpose: Purpose,
/**
 * Who asks: the site's name.
 */
site: string,
/**
 * Who asks: the site's URL.
 */
url: string,
/**
 * How the connection is protected.
 */
connection: Connection,
/**
 * As whom the user acts.
 */
account: AccountView,
/**
 * The KYC template applied with.
 */
template: TemplateView | null,
/**
 * What is asked for, in the site's order.
 */
items: Array<ConsentItem>,
/**
 * What differs from the last time: the site's name, hosts, endpoints and requirements as they were and as they
 * are.
 */
changes: Array<ChangeView>,
/**
 * Whether one of the changes lets the site, or others, get more or elsewhere than the user agreed to last time:
 * a consent given in advance does not cover it.
 */
changed: boolean,
/**
 * The places outside the site's root that get something.
 */
elsewhere: Array<Elsewhere>,
/**
 * The site's terms.
 */
termsUrl: string | null,
/**
 * The site's privacy policy.
 */
policyUrl: string | null,
/**
 * Whether everything required is there.
 */
ready: boolean,
/**
 * What is said beside the values, where the asker says something.
 */
asked: AskedView | null, };

export type DataExported = {
/**
 * How many values.
 */
attributes: number,
/**
 * How many documents.
 */
documents: number, };

export type DocumentAdded = {
/**
 * The document.
 */
document: DocumentView,
/**
 * True where the same bytes were in the wallet already; nothing was stored twice.
 */
alreadyThere: boolean,
/**
 * True where the wallet had the same bytes and could not read them any more: these took their place.
 */
repaired: boolean,
/**
 * What else is to be known about it, a sentence each.
 */
notes: Array<string>,
/**
 * Whether it is a PDF that tells or holds what a copy of it would not.
 */
canBeCleaned: boolean, };

export type DocumentCleaned = {
/**
 * The copy.
 */
document: DocumentView,
/**
 * The new value with it, where one was asked for.
 */
attribute: AttributeView | null, };

export type DocumentListView = {
/**
 * Names the state of the wallet that this shows. Parts with another revision are of another list.
 */
revision: string,
/**
 * How many were found.
 */
total: number,
/**
 * How many the wallet holds.
 */
held: number,
/**
 * The size of all that it holds, in bytes.
 */
heldBytes: number,
/**
 * The rows of this part.
 */
rows: Array<DocumentView>, };

export type DocumentShrunk = {
/**
 * The smaller copy.
 */
document: DocumentView,
/**
 * The new value with it, where one was asked for.
 */
attribute: AttributeView | null, };

export type DocumentView = {
/**
 * Identifies it in the wallet; 32 hex digits.
 */
id: string,
/**
 * The file name it came with.
 */
name: string,
/**
 * The media type found in its bytes.
 */
mimeType: string,
/**
 * Size in bytes.
 */
size: number,
/**
 * SHA-256 of its bytes, in hex.
 */
sha256: string,
/**
 * When it was added.
 */
added: string,
/**
 * What was taken out of it before it was stored, e.g. "location, camera model and time of taking".
 */
removed: string | null,
/**
 * What it still gives away besides its content, e.g. "name of the author and software used".
 */
kept: string | null,
/**
 * How many pages it has, where it is a PDF.
 */
pages: number | null,
/**
 * The id of the document that this is a smaller copy of.
 */
shrunkFrom: string | null,
/**
 * The attributes that refer to it, by title.
 */
usedBy: Array<string>, };

export type Earlier = "lastTime" | "before";

export type EidDeviceView = {
/**
 * What the service calls it.
 */
id: string,
/**
 * What its user called it.
 */
name: string,
/**
 * When it was connected (RFC 3339).
 */
added: string,
/**
 * Whether it is this one.
 */
isThis: boolean,
/**
 * Whether it was connected after this one, and the user has not said yet that they know of it.
 */
isNew: boolean, };

export type EidDisconnectedView = { service: EidServiceView,
/**
 * Why the service does not know of it; nothing where it does.
 */
untold: MessageData | null, };

export type EidForm = "raw" | "x509";

export type EidLinkView = { "state": "connecting" } | { "state": "connected" } | { "state": "notReachable",
/**
 * Since when (RFC 3339).
 */
since: string,
/**
 * Why: whole sentences.
 */
why: MessageData, } | { "state": "waitsForUnlock" } | { "state": "ended" };

export type EidPartyInput = { name: string, form: EidForm,
/**
 * Whether the user has to find the number that its page shows.
 */
matching: boolean,
/**
 * The most requests that are open at a time; nothing for the usual limit.
 */
openLimit: number | null,
/**
 * A file that was chosen: the picture that prompts show.
 */
logo: string | null, };

export type EidPartyKeyView = { party: EidPartyView, key: string, };

export type EidPartyServiceView = {
/**
 * The id of the service, 44 characters.
 */
id: string,
/**
 * Its host, for people.
 */
host: string, };

export type EidPartyView = {
/**
 * Identifies it in this wallet; 32 hex digits.
 */
id: string,
/**
 * What the user calls it, or the service that it asks through.
 */
name: string,
/**
 * The service that it asks through; none for one that the user registered.
 */
service: EidPartyServiceView | null,
/**
 * How its signatures are made.
 */
form: EidForm,
/**
 * Whether the user has to find the number that its page shows.
 */
matching: boolean,
/**
 * The most requests of it that are open at a time.
 */
openLimit: number,
/**
 * The picture that prompts show, PNG in base64.
 */
logo: string | null,
/**
 * Since when its requests are not shown.
 */
blocked: string | null,
/**
 * When it was added.
 */
created: string, };

export type EidServiceStatus = "pending" | "connected" | "ended";

export type EidServiceView = {
/**
 * Identifies the connection in this wallet; 32 hex digits.
 */
id: string,
/**
 * Where the service is.
 */
url: string,
/**
 * Its host, for people.
 */
host: string,
/**
 * The service's id, 44 characters; nothing until it has answered.
 */
service: string | null,
/**
 * Its root certificate, PEM; nothing until it has answered.
 */
root: string | null,
/**
 * The email that it asks for; nothing until it has answered.
 */
email: string | null,
/**
 * The name of the profile that answers.
 */
profile: string,
/**
 * What other devices of the same email are shown of this one.
 */
deviceName: string,
/**
 * How the connection stands.
 */
status: EidServiceStatus,
/**
 * Why it ended, where it has.
 */
why: MessageData | null,
/**
 * When it ended, where it has (RFC 3339).
 */
ended: string | null,
/**
 * When it was begun (RFC 3339).
 */
added: string,
/**
 * The devices of the same email, as the service listed them last.
 */
devices: Array<EidDeviceView>,
/**
 * Whether the service is reached at the moment; nothing where no process waits for it.
 */
link: EidLinkView | null, };

export type Elsewhere = {
/**
 * The host, with its port where it is not the usual one, and the path where that is not all of it.
 */
host: string,
/**
 * What it gets to see. Nothing where it only hears questions that say nothing of the user.
 */
sees: Array<SightView>, };

export type ExpiryState = "none" | "ok" | "soon90" | "soon30" | "soon7" | "expired";

export type Failure = { code: FailureCode, message: MessageData, };

export type FailureCode = "usage" | "notFound" | "exists" | "wrongPassword" | "inUse" | "damaged" | "missing" | "refused" | "noAccount" | "unreachable" | "protocol" | "declined" | "verified" | "stopped" | "locked" | "other";

export type FieldInput = { path: string, value: string, };

export type FieldKindView = { "type": "text" } | { "type": "multiline" } | { "type": "email" } | { "type": "date" } | { "type": "integer" } | { "type": "number" } | { "type": "flag" } | { "type": "choice",
/**
 * What can be chosen.
 */
options: Array<ChoiceView>,
/**
 * Whether other text is accepted too.
 */
open: boolean, } | { "type": "file",
/**
 * The media types accepted.
 */
types: Array<string>,
/**
 * The largest size accepted, in bytes.
 */
maxBytes: number, } | { "type": "json" };

export type FieldView = {
/**
 * Where the field sits in the value, e.g. `selfie.image`; empty for the value itself. A `*` in it stands for
 * the position in a list of groups, e.g. `members.*.equity`.
 */
path: string,
/**
 * Title for people.
 */
title: string,
/**
 * Help for people; may be empty.
 */
description: string,
/**
 * How to enter it.
 */
kind: FieldKindView,
/**
 * Whether a value without it is refused.
 */
required: boolean,
/**
 * Whether it can be given several times.
 */
repeated: boolean, };

export type FileChoice = { path: string, source: FileSource, };

export type FileSource = { "type": "staged", token: string, } | { "type": "document", id: string, };

export type ImportOutcome = "added" | "alreadyThere" | "skipped" | "replaced" | "addedBeside" | "refused";

export type ImportReport = {
/**
 * Whether nothing was changed.
 */
dryRun: boolean,
/**
 * Every value of the file.
 */
attributes: Array<ImportedAttribute>,
/**
 * Every document of the file.
 */
documents: Array<ImportedDocument>, };

export type ImportedAttribute = {
/**
 * The attribute's short name, or its schema URL if it has none.
 */
name: string,
/**
 * The attribute's title.
 */
title: string,
/**
 * The URL of its JSON Schema.
 */
schema: string,
/**
 * The label it has in the wallet, or would have.
 */
label: string | null,
/**
 * One line for lists; empty where the value was refused.
 */
summary: string,
/**
 * What became of it.
 */
outcome: ImportOutcome,
/**
 * Why it was not taken: whole sentences.
 */
reason: MessageData | null, };

export type ImportedDocument = {
/**
 * The file name it came with.
 */
name: string,
/**
 * The media type found in its bytes; empty where the wallet does not take it.
 */
mimeType: string,
/**
 * Size in bytes, as it is stored.
 */
size: number,
/**
 * What was taken out of a picture, in words.
 */
removed: string | null,
/**
 * What became of it.
 */
outcome: ImportOutcome,
/**
 * Why it was not taken: whole sentences.
 */
reason: MessageData | null, };

export type IntentInput = { purpose: Purpose, site: string,
/**
 * The account to use; nothing for the site's own.
 */
account: string | null,
/**
 * The KYC template to apply with.
 */
template: string | null, };

export type KeyInput = { "type": "keyFile", token: string, password: string, } | { "type": "privateKey", text: string, } | { "type": "phrase", words: string, index: number, };

export type KeyringView = {
/**
 * Whether the keyring may unlock this wallet.
 */
enabled: boolean,
/**
 * What people know the keyring as: "Secret Service".
 */
backend: string,
/**
 * Whether the keyring answered.
 */
available: boolean,
/**
 * What is in the way and what to do about it.
 */
problem: MessageData | null, };

export type KnownAccount = {
/**
 * What the wallet called it when it was last used there.
 */
name: string,
/**
 * The DID that the site knows.
 */
did: string,
/**
 * When it was first used there.
 */
first: string,
/**
 * When it was last used there.
 */
last: string,
/**
 * Whether anything done with it there went well.
 */
arrival: Arrival, };

export type KnownAttribute = {
/**
 * The attribute's short name or schema URL.
 */
name: string,
/**
 * The id of the value, where the wallet still holds it.
 */
attribute: string | null,
/**
 * What the user calls the value now.
 */
label: string | null,
/**
 * How what the site has last compares with what the wallet holds now.
 */
standing: Standing,
/**
 * Whether any version is known to have arrived.
 */
arrival: Arrival,
/**
 * Each different content that was sent, the last sent first.
 */
versions: Array<KnownVersion>,
/**
 * The wallet's title. Where the attribute is not in the wallet's catalogue, the short name of its schema.
 */
title: string,
/**
 * What whoever asks calls it, where that says something else: on one line, without quotation marks, and at most 120
 * characters.
 */
askedAs: string | null,
/**
 * Whether the attribute is not in the wallet's catalogue: whoever asks has defined it.
 */
fromSite: boolean,
/**
 * What tells it from another one of the same list with the same names: the asker's id for it, or its place among
 * them. None where the names are enough.
 */
which: string | null, };

export type KnownDocument = {
/**
 * The name it went under.
 */
name: string,
/**
 * The title of the attribute it belongs to.
 */
title: string,
/**
 * Its id, where the wallet still holds it.
 */
document: string | null,
/**
 * Its media type, where the log says it.
 */
mimeType: string | null,
/**
 * Its size in bytes, where the log says it.
 */
size: number | null,
/**
 * SHA-256 of its bytes in hex, where the log says it.
 */
sha256: string | null,
/**
 * When it was last sent.
 */
last: string,
/**
 * Whether it is known to have arrived.
 */
arrival: Arrival, };

export type KnownVersion = {
/**
 * Its place among those sent there, from 1 for the first.
 */
version: number,
/**
 * A keyed digest of the value as the wallet kept it: the same value, the same digest. Empty where there is no key yet.
 */
digest: string,
/**
 * Whether it is what the wallet holds now.
 */
current: boolean,
/**
 * Whether it is known to have arrived.
 */
arrival: Arrival,
/**
 * How many times it was sent.
 */
times: number,
/**
 * The first time.
 */
first: string,
/**
 * The last time.
 */
last: string,
/**
 * What it was sent for, the last first, each once.
 */
purposes: Array<Purpose>,
/**
 * The account that it was last sent as.
 */
account: string,
/**
 * The names of the files that went with it.
 */
files: Array<string>,
/**
 * The number of the last entry of the activity log that tells of it.
 */
entry: number, };

export type LastSent = {
/**
 * The site's name.
 */
site: string,
/**
 * The last time.
 */
at: string,
/**
 * Whether what was sent then is what the wallet holds now.
 */
current: boolean,
/**
 * True where sending failed or was cut short after it had begun: the site may have it all the same.
 */
mayHave: boolean, };

export type LockReason = { "why": "unused", minutes: number, } | { "why": "sleep" } | { "why": "screenLocked" };

export type LogFormat = "json" | "csv";

export type LoggedSite = {
/**
 * The name that it had last.
 */
name: string,
/**
 * The root URL of its endpoints, by which it is told from others; none where only old entries are about it, which have
 * no more than a name.
 */
root: string | null, };

export type MadeFileView = { name: string,
/**
 * Its first page, PNG in base64; nothing where that cannot be shown.
 */
picture: string | null, };

export type MergeOutcome = "added" | "alreadyThere" | "addedBeside" | "kept" | "leftOut";

export type MergeReport = {
/**
 * Whether nothing was changed.
 */
dryRun: boolean,
/**
 * What the backup holds.
 */
backup: BackupReport,
/**
 * Everything in it, and what became of it.
 */
items: Array<MergedItem>, };

export type MergedItem = {
/**
 * What it is.
 */
kind: MergedKind,
/**
 * What it is called here, or would be.
 */
name: MessageData,
/**
 * The name of the profile that it belongs to; none for what belongs to the wallet as a whole.
 */
profile: string | null,
/**
 * What became of it.
 */
outcome: MergeOutcome,
/**
 * Why, in whole sentences, where that needs any.
 */
reason: MessageData | null, };

export type MergedKind = "recoveryPhrase" | "profile" | "account" | "document" | "attribute" | "schema" | "site" | "application" | "provider" | "eidParty" | "activityLog";

export type MessageData = { id: string, arguments: Record<string, Argument>, };

export type MissingView = { "type": "notHeld" } | { "type": "notAccepted",
/**
 * What is wrong with it, where that is known: a whole sentence.
 */
because: MessageData | null, } | { "type": "notKnown",
/**
 * Why the wallet cannot learn what it is: whole sentences.
 */
because: MessageData | null, } | { "type": "aboutCompany" } | { "type": "aboutPerson" } | { "type": "tooLarge",
/**
 * The file.
 */
file: TooLargeFile, };

export type MrzAction = "enter" | "update" | "propose" | "held" | "needsMore";

export type MrzProposal = {
/**
 * The attribute's short name.
 */
name: string,
/**
 * The attribute's title.
 */
title: string,
/**
 * The value, or the parts of it that a zone can know.
 */
value: unknown,
/**
 * The value on one line.
 */
summary: string,
/**
 * What the wallet holds, on one line.
 */
held: string | null,
/**
 * What applying the zone does with it.
 */
action: MrzAction,
/**
 * What to look at before it is kept, a sentence.
 */
note: string | null,
/**
 * The day, where the zone leaves two of them possible: only the person knows which one is right.
 */
choice: string | null, };

export type MrzView = {
/**
 * Whether it is a passport's; otherwise a card's.
 */
passport: boolean,
/**
 * The document's number.
 */
number: string,
/**
 * Its last day of validity, unless it leaves that open or the century is a question.
 */
expires: string | null,
/**
 * Whether that day has passed.
 */
expired: boolean,
/**
 * The values it suggests.
 */
proposals: Array<MrzProposal>,
/**
 * Sentences on what it says that no attribute can hold.
 */
notes: Array<string>, };

export type NoticeView = { "type": "readOnly" } | { "type": "repaired",
/**
 * What was wrong.
 */
cause: RepairCause, } | { "type": "recordsRecovered",
/**
 * The number.
 */
count: number, } | { "type": "recordsFromSnapshot",
/**
 * How many.
 */
count: number, } | { "type": "nothingMissing" } | { "type": "changesMissing",
/**
 * How many changes.
 */
count: number, } | { "type": "changesAfterSnapshotMissing" } | { "type": "recordsLost",
/**
 * How many.
 */
count: number, } | { "type": "recordsOutdated",
/**
 * How many.
 */
count: number, } | { "type": "recordsMaybeDeleted",
/**
 * How many.
 */
count: number, } | { "type": "documentsMissing",
/**
 * How many.
 */
count: number, } | { "type": "restComplete" } | { "type": "damagedKept",
/**
 * The folder that it is kept in, to be shown.
 */
folder: string, } | { "type": "fileMissing",
/**
 * Its name.
 */
file: string, } | { "type": "fileDamaged",
/**
 * Its name.
 */
file: string, } | { "type": "fileUnreadable",
/**
 * Its name.
 */
file: string,
/**
 * What the operating system answered.
 */
error: string, } | { "type": "fileRewritten",
/**
 * Its name.
 */
file: string, } | { "type": "fileNotRewritten",
/**
 * Its name.
 */
file: string, } | { "type": "oddEntry",
/**
 * Where it is, to be shown.
 */
path: string,
/**
 * What it is.
 */
kind: OddKindView, } | { "type": "folderUnreadable",
/**
 * Why, in whole sentences.
 */
reason: MessageData, };

export type OddKindView = "symbolicLink" | "hardLink" | "notAFile" | "notAFolder";

export type OrderInput = "catalogue" | "name" | "changed" | "expiry" | "size";

export type OriginView = { "type": "entered" } | { "type": "imported",
/**
 * The file's name; of a backup, when it was made, as it says.
 */
from: string,
/**
 * When.
 */
at: string,
/**
 * What it was read from.
 */
source: SourceView,
/**
 * Who verified it, as the file says: anybody can write that into one.
 */
claims: ClaimView | null, } | { "type": "verified" } & CheckedView | { "type": "unconfirmed",
/**
 * By whom.
 */
by: string,
/**
 * When.
 */
at: string, };

export type Outcome = {
/**
 * What it was for.
 */
purpose: Purpose,
/**
 * The site's name.
 */
site: string,
/**
 * The account used.
 */
account: string,
/**
 * The DID the site knows the user by.
 */
did: string,
/**
 * Where the browser goes to be logged in; absolute.
 */
redirectUrl: string | null,
/**
 * True where that URL is on another site than the one the user knows.
 */
redirectLeavesSite: boolean,
/**
 * The site's id of the KYC application.
 */
applicationId: string | null,
/**
 * Where the site shows the application.
 */
applicationUrl: string | null,
/**
 * What the site said.
 */
message: string | null,
/**
 * What was sent, by title.
 */
sent: Array<SentView>,
/**
 * Something that went less well than asked for, such as signed up but not logged in.
 */
warning: MessageData | null,
/**
 * How this computer's clock differs from the site's, where it differs so much that tokens suffer.
 */
clock: MessageData | null, };

export type OverviewView = {
/**
 * How many values of attributes.
 */
attributes: number,
/**
 * How many documents.
 */
documents: number,
/**
 * The user's first and last name, as far as the wallet holds them.
 */
fullName: string | null, };

export type PageEvent = { "type": "dragging", x: number, y: number, } | { "type": "draggedAway" } | { "type": "dropped", x: number, y: number, files: Array<ChosenFileView>, refused: Array<Failure>, } | { "type": "requestsChanged" } | { "type": "linkRefused",
/**
 * Why.
 */
failure: Failure, } | { "type": "eidLinksChanged" } | { "type": "typePath", question: PathQuestion, } | { "type": "closeRequested" } | { "type": "locked",
/**
 * Why.
 */
reason: LockReason, };

export type PartInput = { offset: number, limit: number, };

export type PathQuestion = {
/**
 * What to answer by.
 */
id: string,
/**
 * What the file is for.
 */
title: MessageData,
/**
 * The file's name unless the user says otherwise; none where one is to be opened.
 */
saveAs: string | null, };

export type PictureView = {
/**
 * Size in bytes.
 */
size: number,
/**
 * Width in pixels, turned upright.
 */
width: number,
/**
 * Height in pixels, turned upright.
 */
height: number, };

export type ProfileKind = "person" | "company";

export type ProfileView = {
/**
 * Identifies the profile. It stays the same when the profile is renamed.
 */
id: string,
/**
 * What the user calls it.
 */
name: string,
/**
 * Whether it is a person or a company.
 */
kind: ProfileKind,
/**
 * When it was made.
 */
created: string,
/**
 * Whether it is the one that this handle on the wallet works in.
 */
selected: boolean,
/**
 * How many values it holds.
 */
attributes: number,
/**
 * How many documents it holds.
 */
documents: number,
/**
 * How many named accounts it has; its main one is one of them.
 */
accounts: number,
/**
 * How many sites it knows.
 */
sites: number, };

export type ProgressView = { "type": "step", text: MessageData, } | { "type": "upload",
/**
 * Its place among the files: several can have one name.
 */
file: number, name: string, sent: number, total: number, };

export type ProposalView = { id: string, consent: ConsentView, };

export type ProviderDialect = "web-kyc" | "web-idv";

export type ProviderInput = { name: string, dialect: ProviderDialect, clientId: string, authorize: string, api: string, redirect: string, listen: string,
/**
 * Whether its checks count as verified for others.
 */
trusted: boolean,
/**
 * Empty where the user gives it at each check.
 */
secret: string, };

export type ProviderView = {
/**
 * Identifies it in this wallet; 32 hex digits.
 */
id: string,
/**
 * What the user calls it.
 */
name: string,
/**
 * What it speaks.
 */
dialect: ProviderDialect,
/**
 * How it calls this client.
 */
clientId: string,
/**
 * Where the user goes; none where the provider says so each time.
 */
authorize: string | null,
/**
 * Where the wallet asks.
 */
api: string,
/**
 * Where the browser comes back to, as the provider has it.
 */
redirect: string,
/**
 * Where the wallet waits for the browser.
 */
listen: string,
/**
 * The file that has the client secret, where the system keyring could not keep it.
 */
secretFile: string | null,
/**
 * Whether its checks count as verified for others.
 */
trusted: boolean,
/**
 * Whether it runs on this computer: a test provider.
 */
test: boolean,
/**
 * When it was added.
 */
created: string, };

export type Purpose = "logIn" | "signUp" | "apply" | "sign" | "identify";

export type QuarantinedView = {
/**
 * Its name in the vault's folder.
 */
name: string,
/**
 * When the repair was (RFC 3339), by the clock of that time; none where the name does not say.
 */
since: string | null,
/**
 * Bytes of all files in it.
 */
bytes: number, };

export type RecordKind = "profile" | "account" | "attribute" | "document" | "schema" | "site" | "application" | "activity" | "other";

export type RecoveryView = { words: Array<string>, };

export type RefusedValues = {
/**
 * Their ids, among the choices.
 */
values: Array<string>,
/**
 * Why, in the site's words: on one line, and without quotation marks.
 */
reason: string | null, };

export type RemarkOutcome = "leftOut" | "corrected" | "kept";

export type ReminderView = {
/**
 * The id of the value.
 */
attribute: string,
/**
 * The attribute's short name or schema URL.
 */
name: string,
/**
 * The attribute's title.
 */
title: string,
/**
 * What the user calls the value.
 */
label: string | null,
/**
 * The last day of validity of the value held now.
 */
expires: string,
/**
 * How near that is.
 */
expiry: ExpiryState,
/**
 * Days until that day; negative where it has passed.
 */
daysLeft: number,
/**
 * The sites to tell: where the value is expiring or past, those that hold it; where it was renewed, those that
 * still hold the one before.
 */
sites: Array<LastSent>, };

export type RepairCause = "headerMissing" | "headerUnreadable" | "headerChanged" | "headerOld" | "databaseMissing" | "databaseUnreadable" | "listMissing" | "listChanged" | "recordsChanged" | "recordsOld" | "other";

export type RequestStatus = "waiting" | "approved" | "declined" | "withdrawn" | "answering" | "answered" | "failed" | "unknown" | "ended";

export type RequestView = {
/**
 * What it is told apart by.
 */
id: string,
/**
 * How it came, e.g. `link`.
 */
protocol: string,
/**
 * Who asks, as far as that is known.
 */
party: string,
/**
 * What for.
 */
type: Purpose,
/**
 * What it is about, one line: the asker's own words, or the wallet's.
 */
title: MessageData,
/**
 * When it came (RFC 3339).
 */
received: string,
/**
 * When it ends by itself (RFC 3339).
 */
ends: string,
/**
 * What has become of it.
 */
status: RequestStatus,
/**
 * Why, where the answer did not arrive or may not have.
 */
reason: MessageData | null, };

export type RequirementView = {
/**
 * The attribute's short name or schema URL.
 */
name: string,
/**
 * The site's own id for it: with the schema, what it is told apart by.
 */
id: string | null,
/**
 * The site's words for it as they came, by which the user may name it. Shells show `askedAs`.
 */
label: string | null,
/**
 * The URL of its JSON Schema as the site spells it.
 */
schema: string,
/**
 * Whether the wallet knows what it is, so that it can be entered.
 */
known: boolean,
/**
 * Whether the site insists on it.
 */
required: boolean,
/**
 * The wallet's title. Where the attribute is not in the wallet's catalogue, the short name of its schema.
 */
title: string,
/**
 * What whoever asks calls it, where that says something else: on one line, without quotation marks, and at most 120
 * characters.
 */
askedAs: string | null,
/**
 * Whether the attribute is not in the wallet's catalogue: whoever asks has defined it.
 */
fromSite: boolean,
/**
 * What tells it from another one of the same list with the same names: the asker's id for it, or its place among
 * them. None where the names are enough.
 */
which: string | null, };

export type ResumeInput = "sendAgain" | "assumeSent";

export type RevealedView = { text: string,
/**
 * What to call it when it is on the screen: it counts as exported from then on.
 */
token: string, };

export type SecretInput = "privateKey" | "phrase";

export type SecretState = { "state": "kept" } | { "state": "missing" } | { "state": "unavailable",
/**
 * Why.
 */
reason: MessageData, };

export type SelfkeyContents = {
/**
 * Whom it describes.
 */
identities: Array<SelfkeyIdentity>,
/**
 * The id of the one that is imported where none is named; nothing where it is not clear which.
 */
chosen: string | null,
/**
 * The files of its keys that are there, from the database's folder on. They are not read.
 */
keyFiles: Array<string>, };

export type SelfkeyIdentity = {
/**
 * By what an import names it.
 */
id: string,
/**
 * What it is called; may be empty.
 */
name: string,
/**
 * What it is.
 */
kind: ProfileKind,
/**
 * Whether it is a member of a company that the wallet describes.
 */
isMember: boolean,
/**
 * How many values it has.
 */
attributes: number,
/**
 * How many documents its values have.
 */
documents: number,
/**
 * Whether it is what the selected profile describes.
 */
fits: boolean, };

export type SentView = {
/**
 * The attribute's short name or schema URL.
 */
name: string,
/**
 * Whether the site insisted on it; none where the log does not say.
 */
required: boolean | null,
/**
 * A keyed digest of the value as the wallet keeps it: tells later whether the site has the present one.
 */
digest: string,
/**
 * The names of the files that went with it.
 */
files: Array<string>,
/**
 * The wallet's title. Where the attribute is not in the wallet's catalogue, the short name of its schema.
 */
title: string,
/**
 * What whoever asks calls it, where that says something else: on one line, without quotation marks, and at most 120
 * characters.
 */
askedAs: string | null,
/**
 * Whether the attribute is not in the wallet's catalogue: whoever asks has defined it.
 */
fromSite: boolean,
/**
 * What tells it from another one of the same list with the same names: the asker's id for it, or its place among
 * them. None where the names are enough.
 */
which: string | null, };

export type ShrinkOfferView = { token: string, offer: ShrinkView, };

export type ShrinkView = {
/**
 * The original.
 */
document: DocumentView,
/**
 * The size that was asked for, in bytes.
 */
maxBytes: number,
/**
 * The original's measures.
 */
before: PictureView,
/**
 * Those of the smaller copy.
 */
after: PictureView,
/**
 * The type of the smaller copy, whatever the original's.
 */
mimeType: string,
/**
 * The original is in printing colours (CMYK) and does not say what they look like: those of the copy are guessed.
 */
guessedColours: boolean, };

export type SightView = "signature" | "token" | "values" | "files";

export type SiteAdded = {
/**
 * The site as it is known now.
 */
site: SiteView,
/**
 * Whether it was known before, and its description renewed.
 */
renewed: boolean,
/**
 * What differs from the description known before.
 */
changes: Array<ChangeView>,
/**
 * What it asks for and the wallet does not know, and why.
 */
notes: Array<MessageData>, };

export type SiteInLogInput = { root: string | null, name: string | null, };

export type SiteKnowledge = {
/**
 * What the wallet calls the site; what it called it last, where the site was removed.
 */
site: string,
/**
 * The root URL of its LWS endpoints: what tells it from others, whatever it is called. Empty where the log does
 * not say (a site that was removed before the log said it).
 */
root: string,
/**
 * What the wallet called it before.
 */
formerNames: Array<string>,
/**
 * Whether it still is among the wallet's sites.
 */
inWallet: boolean,
/**
 * The accounts it knows the user by, the last used first.
 */
accounts: Array<KnownAccount>,
/**
 * The values it was sent, by title.
 */
attributes: Array<KnownAttribute>,
/**
 * The files it was sent, by name.
 */
documents: Array<KnownDocument>,
/**
 * How many of the attributes are not what the wallet holds now: out of date, or removed here.
 */
outOfDate: number,
/**
 * How many of the attributes are only known to have been sent, not to have arrived.
 */
mayHave: number,
/**
 * The first time that the user agreed to anything there.
 */
first: string | null,
/**
 * The last time.
 */
last: string | null, };

export type SiteKnowledgeSummary = {
/**
 * What the wallet calls the site, or called it last.
 */
site: string,
/**
 * The root URL of its LWS endpoints.
 */
root: string,
/**
 * Whether it still is among the wallet's sites.
 */
inWallet: boolean,
/**
 * How many values it was sent, or may have been.
 */
attributes: number,
/**
 * How many files.
 */
documents: number,
/**
 * How many of the values are not what the wallet holds now.
 */
outOfDate: number,
/**
 * How many of the values are not known to have arrived.
 */
mayHave: number,
/**
 * The last time that the user agreed to anything there.
 */
last: string | null, };

export type SiteView = {
/**
 * What it is told apart by, hex: names change, and can be given to other sites.
 */
id: string,
/**
 * What the wallet calls it.
 */
name: string,
/**
 * Its website, or where its description came from.
 */
url: string,
/**
 * The root of its LWS endpoints.
 */
root: string,
/**
 * How the connection is protected.
 */
connection: Connection,
/**
 * `classic` or `did`; nothing until it was named or found out.
 */
dialect: string | null,
/**
 * The account used there, if one was chosen or used.
 */
account: AccountView,
/**
 * Whether the user has signed up or logged in there.
 */
connected: boolean,
/**
 * What its description says can be done there.
 */
offers: Array<Purpose>,
/**
 * All hosts its endpoints are on, its own first.
 */
hosts: Array<string>,
/**
 * The places outside the root, and what each gets to see.
 */
recipients: Array<Elsewhere>,
/**
 * By which rule its own key was made: 2, or 1 for one that an earlier version made.
 */
keyRule: number,
/**
 * Whether the rule of earlier versions makes another key than it has.
 */
otherKey: boolean,
/**
 * What it asks for at sign-up.
 */
requirements: Array<RequirementView>,
/**
 * Its terms.
 */
termsUrl: string | null,
/**
 * Its privacy policy.
 */
policyUrl: string | null,
/**
 * When it was added.
 */
added: string,
/**
 * The last successful login or sign-up.
 */
lastUsed: string | null, };

export type SourceView = "file" | "backup" | "check";

export type Standing = "current" | "outOfDate" | "removed";

export type Strength = {
/**
 * 0 (guessed at once) to 4 (strong).
 */
score: number,
/**
 * Whether it can be taken without asking again.
 */
enough: boolean,
/**
 * The estimated number of guesses, as a power of ten.
 */
guessesLog10: number,
/**
 * What makes it weak, if it is.
 */
warning: MessageData | null,
/**
 * What would make it stronger.
 */
suggestions: Array<MessageData>, };

export type TargetView = {
/**
 * What to call it in the next command.
 */
token: string,
/**
 * The file's name, without folders.
 */
name: string, };

export type TemplateView = {
/**
 * The site's id for it.
 */
id: string,
/**
 * Its name.
 */
name: string | null,
/**
 * What it is for.
 */
description: string | null, };

export type TooLargeFile = {
/**
 * The id of the value it belongs to.
 */
attribute: string,
/**
 * The id of the document.
 */
document: string,
/**
 * The file's name.
 */
name: string,
/**
 * Its size in bytes.
 */
size: number,
/**
 * The most that the site takes, in bytes.
 */
limit: number, };

export type UnreadableView = {
/**
 * By what it can be removed; 32 hex digits.
 */
id: string,
/**
 * In which list it would stand.
 */
kind: RecordKind,
/**
 * What it is, a label such as "Attribute".
 */
what: MessageData, };

export type VaultCheck = {
/**
 * How many records were read, those of documents among them.
 */
records: number,
/**
 * How many documents were read to the end.
 */
documents: number,
/**
 * Their bytes.
 */
documentBytes: number,
/**
 * How many snapshots were read to the end.
 */
snapshots: number,
/**
 * Whether all of it is as it was written, and this version can read it.
 */
intact: boolean,
/**
 * What is wrong, each in whole sentences.
 */
faults: Array<MessageData>,
/**
 * What is as it was written, and this version cannot read.
 */
unreadable: Array<UnreadableView>, };

export type VaultCompacted = {
/**
 * Bytes that the database took.
 */
before: number,
/**
 * Bytes that it takes now.
 */
after: number, };

export type VaultState = { "state": "none", folder: string, } | { "state": "locked", folder: string, keyring: boolean, } | { "state": "open", folder: string, } | { "state": "served", folder: string, } | { "state": "unusable", folder: string, failure: Failure, };

export type VaultStatus = {
/**
 * Its folder.
 */
dir: string,
/**
 * How many records there are, those of documents among them.
 */
records: number,
/**
 * Their bytes, without what protects them.
 */
recordBytes: number,
/**
 * Bytes of the database, with all that is dead in it.
 */
databaseBytes: number,
/**
 * How many snapshots there are to repair the vault from.
 */
snapshots: number,
/**
 * Their bytes.
 */
snapshotBytes: number,
/**
 * Bytes of the documents' files.
 */
documentBytes: number,
/**
 * Folders in which repairs have kept what was damaged.
 */
keptAside: Array<string>,
/**
 * Their bytes.
 */
keptAsideBytes: number, };

export type VerifiedView = "told" | "notVerified" | "refused";

export type WantedView = {
/**
 * The attribute's short name, or its schema URL.
 */
name: string,
/**
 * Why, in the site's words.
 */
reason: string | null,
/**
 * True where the site has a value and finds it no good.
 */
invalid: boolean,
/**
 * The wallet's title. Where the attribute is not in the wallet's catalogue, the short name of its schema.
 */
title: string,
/**
 * What whoever asks calls it, where that says something else: on one line, without quotation marks, and at most 120
 * characters.
 */
askedAs: string | null,
/**
 * Whether the attribute is not in the wallet's catalogue: whoever asks has defined it.
 */
fromSite: boolean,
/**
 * What tells it from another one of the same list with the same names: the asker's id for it, or its place among
 * them. None where the names are enough.
 */
which: string | null, };

export const listAccounts = (): Promise<Array<AccountView>> => invoke('list_accounts');
export const newAccount = (name: string | null): Promise<AccountView> => invoke('new_account', { name });
export const renameAccount = (name: string, to: string): Promise<AccountView> => invoke('rename_account', { name, to });
export const accountRemoval = (name: string): Promise<AccountRemoval> => invoke('account_removal', { name });
export const removeAccount = (name: string): Promise<AccountView> => invoke('remove_account', { name });
export const pickKeyFile = (): Promise<ChosenFileView | null> => invoke('pick_key_file');
export const importAccount = (name: string | null, key: KeyInput): Promise<AccountView> => invoke('import_account', { name, key });
export const chooseKeyFileTarget = (name: string): Promise<TargetView | null> => invoke('choose_key_file_target', { name });
export const exportKeyFile = (token: string, name: string, password: string, filePassword: string, nfkc: boolean): Promise<null> => invoke('export_key_file', { token, name, password, filePassword, nfkc });
export const revealSecret = (name: string, password: string, secret: SecretInput): Promise<RevealedView> => invoke('reveal_secret', { name, password, secret });
export const secretShown = (token: string): Promise<null> => invoke('secret_shown', { token });
export const queryActivity = (filter: ActivityFilterInput, part: PartInput): Promise<ActivityListView> => invoke('query_activity', { filter, part });
export const loggedSites = (): Promise<Array<LoggedSite>> => invoke('logged_sites');
export const verifyActivity = (): Promise<ActivityCheck> => invoke('verify_activity');
export const exportActivity = (format: LogFormat, language: string): Promise<ActivityExported | null> => invoke('export_activity', { format, language });
export const siteKnowledge = (site: string): Promise<SiteKnowledge> => invoke('site_knowledge', { site });
export const sitesThatKnow = (): Promise<Array<SiteKnowledgeSummary>> => invoke('sites_that_know');
export const saveLetter = (text: string): Promise<string | null> => invoke('save_letter', { text });
export const listApplications = (): Promise<Array<ApplicationView>> => invoke('list_applications');
export const refreshApplication = (wait: string, id: string): Promise<ApplicationView> => invoke('refresh_application', { wait, id });
export const applicationChanges = (id: string): Promise<Array<ApplicationChangeView>> => invoke('application_changes', { id });
export const agreeToApplication = (id: string, seen: Array<ApplicationChangeView>): Promise<null> => invoke('agree_to_application', { id, seen });
export const resumeApplication = (id: string, choice: ResumeInput | null, onProgress: (message: ProgressView) => void): Promise<Outcome> => {
  const onProgressChannel = new Channel<ProgressView>();
  onProgressChannel.onmessage = onProgress;
  return invoke('resume_application', { id, choice, onProgress: onProgressChannel });
};
export const proposeUpdate = (wait: string, id: string): Promise<ProposalView> => invoke('propose_update', { wait, id });
export const cancelApplication = (wait: string, id: string): Promise<ApplicationView> => invoke('cancel_application', { wait, id });
export const listAttributeTypes = (): Promise<Array<AttributeTypeView>> => invoke('list_attribute_types');
export const listAttributes = (): Promise<Array<AttributeView>> => invoke('list_attributes');
export const queryAttributes = (query: string, order: OrderInput, filter: AttributeFilterInput, part: PartInput): Promise<AttributeListView> => invoke('query_attributes', { query, order, filter, part });
export const getAttribute = (id: string): Promise<AttributeView> => invoke('get_attribute', { id });
export const overview = (): Promise<OverviewView> => invoke('overview');
export const listReminders = (): Promise<Array<ReminderView>> => invoke('list_reminders');
export const attributeHistory = (id: string): Promise<Array<AttributeEventView>> => invoke('attribute_history', { id });
export const setAttribute = (input: AttributeInput): Promise<AttributeView> => invoke('set_attribute', { input });
export const setDefaultAttribute = (id: string): Promise<AttributeView> => invoke('set_default_attribute', { id });
export const relabelAttribute = (id: string, label: string | null): Promise<AttributeView> => invoke('relabel_attribute', { id, label });
export const removeAttribute = (name: string, label: string | null): Promise<Array<AttributeView>> => invoke('remove_attribute', { name, label });
export const backupStanding = (): Promise<BackupStanding> => invoke('backup_standing');
export const makePassphrase = (): Promise<string> => invoke('make_passphrase');
export const confirmPassword = (password: string): Promise<null> => invoke('confirm_password', { password });
export const chooseBackupTarget = (): Promise<TargetView | null> => invoke('choose_backup_target');
export const createBackup = (token: string, passphrase: string, onProgress: (message: BackupProgressView) => void): Promise<BackupReport> => {
  const onProgressChannel = new Channel<BackupProgressView>();
  onProgressChannel.onmessage = onProgress;
  return invoke('create_backup', { token, passphrase, onProgress: onProgressChannel });
};
export const chooseBackup = (): Promise<ChosenFileView | null> => invoke('choose_backup');
export const forgetBackup = (): Promise<null> => invoke('forget_backup');
export const testBackup = (token: string, passphrase: string, onProgress: (message: BackupProgressView) => void): Promise<BackupReport> => {
  const onProgressChannel = new Channel<BackupProgressView>();
  onProgressChannel.onmessage = onProgress;
  return invoke('test_backup', { token, passphrase, onProgress: onProgressChannel });
};
export const tryMerge = (token: string, passphrase: string, onProgress: (message: BackupProgressView) => void): Promise<MergeReport> => {
  const onProgressChannel = new Channel<BackupProgressView>();
  onProgressChannel.onmessage = onProgress;
  return invoke('try_merge', { token, passphrase, onProgress: onProgressChannel });
};
export const mergeBackup = (token: string, onProgress: (message: BackupProgressView) => void): Promise<MergeReport> => {
  const onProgressChannel = new Channel<BackupProgressView>();
  onProgressChannel.onmessage = onProgress;
  return invoke('merge_backup', { token, onProgress: onProgressChannel });
};
export const restoreBackup = (token: string, passphrase: string, password: string, onProgress: (message: BackupProgressView) => void): Promise<BackupReport> => {
  const onProgressChannel = new Channel<BackupProgressView>();
  onProgressChannel.onmessage = onProgress;
  return invoke('restore_backup', { token, passphrase, password, onProgress: onProgressChannel });
};
export const cancelBackup = (): Promise<null> => invoke('cancel_backup');
export const runCheck = (provider: string, secret: string | null, onStep: (message: CheckStepView) => void): Promise<CheckPreview> => {
  const onStepChannel = new Channel<CheckStepView>();
  onStepChannel.onmessage = onStep;
  return invoke('run_check', { provider, secret, onStep: onStepChannel });
};
export const cancelCheck = (): Promise<null> => invoke('cancel_check');
export const checkPreview = (): Promise<CheckPreview> => invoke('check_preview');
export const reviewCheckAgain = (options: CheckOptionsInput): Promise<CheckPreview> => invoke('review_check_again', { options });
export const keepCheck = (choices: Array<CheckChoiceInput>): Promise<CheckKept> => invoke('keep_check', { choices });
export const exportData = (): Promise<DataExported | null> => invoke('export_data');
export const pickImport = (): Promise<ChosenFileView | null> => invoke('pick_import');
export const selfkeyContents = (token: string): Promise<SelfkeyContents | null> => invoke('selfkey_contents', { token });
export const importData = (token: string, dryRun: boolean, onConflict: ConflictInput, identity: string | null): Promise<ImportReport> => invoke('import_data', { token, dryRun, onConflict, identity });
export const propose = (wait: string, intent: IntentInput): Promise<ProposalView> => invoke('propose', { wait, intent });
export const approve = (id: string, choices: Array<ChoiceInput>, number: number | null, onProgress: (message: ProgressView) => void): Promise<Outcome> => {
  const onProgressChannel = new Channel<ProgressView>();
  onProgressChannel.onmessage = onProgress;
  return invoke('approve', { id, choices, number, onProgress: onProgressChannel });
};
export const lookAtFiles = (id: string, choices: Array<ChoiceInput>): Promise<Array<MadeFileView>> => invoke('look_at_files', { id, choices });
export const stopSending = (id: string): Promise<null> => invoke('stop_sending', { id });
export const decline = (id: string): Promise<null> => invoke('decline', { id });
export const listDocuments = (): Promise<Array<DocumentView>> => invoke('list_documents');
export const queryDocuments = (query: string, order: OrderInput, without: Array<string>, part: PartInput): Promise<DocumentListView> => invoke('query_documents', { query, order, without, part });
export const getDocument = (id: string): Promise<DocumentView> => invoke('get_document', { id });
export const pickFile = (types: Array<string>): Promise<ChosenFileView | null> => invoke('pick_file', { types });
export const pasteFile = (bytes: Uint8Array): Promise<ChosenFileView> => invoke('paste_file', bytes);
export const discardFile = (token: string): Promise<null> => invoke('discard_file', { token });
export const addDocument = (token: string, keepMetadata: boolean): Promise<DocumentAdded> => invoke('add_document', { token, keepMetadata });
export const cleanDocument = (id: string, value: string | null): Promise<DocumentCleaned> => invoke('clean_document', { id, value });
export const exportDocument = (id: string): Promise<boolean> => invoke('export_document', { id });
export const removeDocument = (id: string): Promise<DocumentView> => invoke('remove_document', { id });
export const eidServiceUrl = (): Promise<string | null> => invoke('eid_service_url');
export const startEidService = (port: number): Promise<string> => invoke('start_eid_service', { port });
export const stopEidService = (): Promise<null> => invoke('stop_eid_service');
export const listEidParties = (): Promise<Array<EidPartyView>> => invoke('list_eid_parties');
export const addEidParty = (input: EidPartyInput): Promise<EidPartyKeyView> => invoke('add_eid_party', { input });
export const eidLogoPreview = (token: string): Promise<ArrayBuffer> => invoke('eid_logo_preview', { token });
export const rotateEidKey = (id: string): Promise<EidPartyKeyView> => invoke('rotate_eid_key', { id });
export const blockEidParty = (id: string): Promise<EidPartyView> => invoke('block_eid_party', { id });
export const unblockEidParty = (id: string): Promise<EidPartyView> => invoke('unblock_eid_party', { id });
export const removeEidParty = (id: string): Promise<EidPartyView> => invoke('remove_eid_party', { id });
export const saveEidRoot = (): Promise<string | null> => invoke('save_eid_root');
export const eidServices = (): Promise<Array<EidServiceView>> => invoke('eid_services');
export const connectEidService = (url: string, code: string, name: string | null): Promise<EidServiceView> => invoke('connect_eid_service', { url, code, name });
export const cancelEidConnect = (): Promise<null> => invoke('cancel_eid_connect');
export const knowEidDevices = (id: string, devices: Array<string>): Promise<EidServiceView> => invoke('know_eid_devices', { id, devices });
export const disconnectEidService = (id: string): Promise<EidDisconnectedView> => invoke('disconnect_eid_service', { id });
export const keyringStatus = (): Promise<KeyringView> => invoke('keyring_status');
export const enableKeyring = (password: string): Promise<KeyringView> => invoke('enable_keyring', { password });
export const disableKeyring = (): Promise<KeyringView> => invoke('disable_keyring');
export const unlockWithKeyring = (): Promise<null> => invoke('unlock_with_keyring');
export const readMrz = (text: string): Promise<MrzView> => invoke('read_mrz', { text });
export const applyMrz = (text: string, names: Array<string>): Promise<Array<AttributeView>> => invoke('apply_mrz', { text, names });
export const thumbnail = (id: string): Promise<ArrayBuffer> => invoke('thumbnail', { id });
export const offerShrink = (id: string, maxBytes: number): Promise<ShrinkOfferView> => invoke('offer_shrink', { id, maxBytes });
export const shrinkPreview = (token: string, after: boolean): Promise<ArrayBuffer> => invoke('shrink_preview', { token, after });
export const keepShrunk = (token: string, value: string | null): Promise<DocumentShrunk> => invoke('keep_shrunk', { token, value });
export const discardShrink = (token: string): Promise<null> => invoke('discard_shrink', { token });
export const listProfiles = (): Promise<Array<ProfileView>> => invoke('list_profiles');
export const addProfile = (name: string, kind: ProfileKind): Promise<ProfileView> => invoke('add_profile', { name, kind });
export const renameProfile = (id: string, to: string): Promise<ProfileView> => invoke('rename_profile', { id, to });
export const selectProfile = (id: string): Promise<ProfileView> => invoke('select_profile', { id });
export const removeProfile = (id: string, withContent: boolean): Promise<ProfileView> => invoke('remove_profile', { id, withContent });
export const listProviders = (): Promise<Array<ProviderView>> => invoke('list_providers');
export const providerSecretState = (id: string): Promise<SecretState> => invoke('provider_secret_state', { id });
export const addProvider = (input: ProviderInput): Promise<ProviderView> => invoke('add_provider', { input });
export const setProviderSecret = (id: string, secret: string): Promise<ProviderView> => invoke('set_provider_secret', { id, secret });
export const removeProvider = (id: string): Promise<MessageData | null> => invoke('remove_provider', { id });
export const listRequests = (): Promise<Array<RequestView>> => invoke('list_requests');
export const requestWaits = (): Promise<string | null> => invoke('request_waits');
export const whoAnswers = (id: string): Promise<AnsweredBy> => invoke('who_answers', { id });
export const openRequest = (wait: string, id: string, profile: string | null): Promise<ProposalView> => invoke('open_request', { wait, id, profile });
export const declineRequest = (id: string): Promise<RequestView> => invoke('decline_request', { id });
export const declineAndBlock = (id: string): Promise<RequestView> => invoke('decline_and_block', { id });
export const about = (): Promise<AboutView> => invoke('about');
export const autoLock = (): Promise<AutoLockView> => invoke('auto_lock');
export const setAutoLock = (minutes: number | null): Promise<AutoLockView> => invoke('set_auto_lock', { minutes });
export const speak = (language: string): Promise<null> => invoke('speak', { language });
export const inUse = (): Promise<null> => invoke('in_use');
export const rememberCanvas = (red: number, green: number, blue: number): Promise<null> => invoke('remember_canvas', { red, green, blue });
export const keepUnsaved = (content: string | null): Promise<null> => invoke('keep_unsaved', { content });
export const unsaved = (): Promise<string | null> => invoke('unsaved');
export const answerPath = (id: string, path: string | null, replace: boolean): Promise<null> => invoke('answer_path', { id, path, replace });
export const watch = (onEvent: (message: PageEvent) => void): Promise<null> => {
  const onEventChannel = new Channel<PageEvent>();
  onEventChannel.onmessage = onEvent;
  return invoke('watch', { onEvent: onEventChannel });
};
export const cancelWait = (id: string): Promise<null> => invoke('cancel_wait', { id });
export const copySecret = (text: string): Promise<number> => invoke('copy_secret', { text });
export const openInBrowser = (url: string): Promise<null> => invoke('open_in_browser', { url });
export const listSites = (): Promise<Array<SiteView>> => invoke('list_sites');
export const addSite = (wait: string, url: string, name: string | null): Promise<SiteAdded> => invoke('add_site', { wait, url, name });
export const pickSiteFile = (): Promise<ChosenFileView | null> => invoke('pick_site_file');
export const addSiteFromFile = (token: string, name: string | null): Promise<SiteAdded> => invoke('add_site_from_file', { token, name });
export const addSiteFromText = (text: string, name: string | null): Promise<SiteAdded> => invoke('add_site_from_text', { text, name });
export const siteRequests = (site: string): Promise<Array<string>> => invoke('site_requests', { site });
export const useEarlierKey = (site: string): Promise<SiteView> => invoke('use_earlier_key', { site });
export const removeSite = (site: string): Promise<SiteView> => invoke('remove_site', { site });
export const listTemplates = (wait: string, site: string): Promise<Array<TemplateView>> => invoke('list_templates', { wait, site });
export const listNotices = (): Promise<Array<NoticeView>> => invoke('list_notices');
export const vaultUsage = (): Promise<VaultStatus> => invoke('vault_usage');
export const verifyVault = (onProgress: (message: ProgressView) => void): Promise<VaultCheck> => {
  const onProgressChannel = new Channel<ProgressView>();
  onProgressChannel.onmessage = onProgress;
  return invoke('verify_vault', { onProgress: onProgressChannel });
};
export const compactVault = (): Promise<VaultCompacted> => invoke('compact_vault');
export const listQuarantined = (): Promise<Array<QuarantinedView>> => invoke('list_quarantined');
export const removeQuarantined = (name: string): Promise<QuarantinedView> => invoke('remove_quarantined', { name });
export const vaultStatus = (): Promise<VaultState> => invoke('vault_status');
export const createVault = (password: string): Promise<RecoveryView> => invoke('create_vault', { password });
export const ratePassword = (password: string): Promise<Strength> => invoke('rate_password', { password });
export const unlockVault = (password: string): Promise<null> => invoke('unlock_vault', { password });
export const takeOverVault = (password: string): Promise<null> => invoke('take_over_vault', { password });
export const lockVault = (): Promise<null> => invoke('lock_vault');
export const changePassword = (current: string, replacement: string): Promise<null> => invoke('change_password', { current, replacement });
export const holdWindow = (held: boolean): Promise<null> => invoke('hold_window', { held });
export const closeWindow = (): Promise<null> => invoke('close_window');
export const zoomWindow = (percent: number): Promise<null> => invoke('zoom_window', { percent });
