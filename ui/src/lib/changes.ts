import type { ApplicationChangeView, ChangeView, Earlier, Elsewhere } from './bindings';
import { seenThings } from './called';
import { formatDay } from './format';
import { say, tell } from './words';

/** What is different about a site, or has to be asked before anything leaves, in words. */
export function changeText(change: ChangeView): string {
  switch (change.type) {
    case 'newlyAsked':
      return say('change-newly-asked', {
        title: change.title,
        need: change.required ? 'required' : 'optional',
        than: earlier[change.than],
      });
    case 'calledOtherwise':
      return calledText(change.title, change.was, change.is, earlier[change.than]);
    case 'requiredNow':
      return say('change-required-now', { title: change.title, than: earlier[change.than] });
    case 'optionalNow':
      return say('change-optional-now', { title: change.title, than: earlier[change.than] });
    case 'noLongerAsked':
      return say('change-no-longer-asked', { title: change.title });
    case 'siteRenamed':
      return say('change-site-renamed', { was: change.was, is: change.is });
    case 'addressMoved':
      return say('change-address-moved', { was: change.was, is: change.is });
    case 'termsMoved':
      return say('change-terms-moved', { was: address(change.was), is: address(change.is) });
    case 'policyMoved':
      return say('change-policy-moved', { was: address(change.was), is: address(change.is) });
    case 'placeGetsMore':
      return say('change-place-gets-more', {
        place: change.place.host,
        sees: list(seenThings(change.place)),
        used: change.used.join(', '),
      });
    case 'placeGone':
      return say('change-place-gone', { place: change.place });
    case 'otherSiteThere': {
      const { given, found, known } = change;
      return say('change-other-site-there', { given, found, known });
    }
    case 'keyOfEarlierRule':
      return say('change-key-of-earlier-rule', {
        recipients: recipients(change.root, change.others),
      });
    case 'fromMergedBackup':
      return say('change-from-merged-backup', {
        day: formatDay(change.day),
        recipients: recipients(change.root, change.others),
      });
    case 'accountFromBackup':
      return say('change-account-from-backup', { account: change.account });
    case 'otherAccount':
      return say('change-other-account', { was: change.was, is: change.is });
    case 'otherTemplate':
      return say('change-other-template', { template: change.template });
    case 'templateRenamed':
      return say('change-template-renamed', { was: change.was, is: change.is });
    case 'appliedBefore':
      return say('change-applied-before', {
        day: formatDay(change.day),
        standing: tell(change.standing),
      });
    case 'notSentBefore':
      return say('change-not-sent-before', { title: change.title });
    case 'sentAsOther':
      return say('change-sent-as-other', { was: change.was, is: change.is });
  }
}

/** What is different about an application, in words. */
export function applicationChangeText(change: ApplicationChangeView): string {
  switch (change.type) {
    case 'otherAccount':
      return say('application-change-other-account', {
        was: change.was,
        was_did: change.wasDid,
        is: change.is,
        is_did: change.isDid,
      });
    case 'fromMergedBackup':
      return say('application-change-from-merged-backup');
    case 'rootMoved':
      return say('application-change-root-moved', { was: change.was, is: change.is });
    case 'placeNotAgreedTo':
      return say('application-change-place-not-agreed-to', {
        place: change.place.host,
        sees: list(seenThings(change.place)),
      });
    case 'noRecordOfConsent':
      return say('application-change-no-record-of-consent');
    case 'otherSite':
      return say('application-change-other-site', { root: change.root });
    case 'newHost':
      return say('application-change-new-host', { host: change.host });
  }
}

/** The names by which the catalogue chooses a sentence. */
const earlier: Record<Earlier, string> = { lastTime: 'last-time', before: 'before' };

/** The site's own words for something, before and now. Without any there is no change. */
function calledText(title: string, was: string | null, is: string | null, than: string): string {
  if (was === null) return say('change-called-first', { title, is: is ?? '', than });
  if (is === null) return say('change-called-no-longer', { title, was, than });
  return say('change-called-otherwise', { title, was, is, than });
}

function address(url: string | null): string {
  return url ?? say('change-no-address');
}

/** Who gets something, the root first; a sentence each. */
function recipients(root: string, others: Elsewhere[]): string {
  const sentences = others.map((other) =>
    say('change-place-gets', { place: other.host, sees: list(seenThings(other)) }),
  );
  return [say('change-root-gets-all', { root }), ...sentences].join(' ');
}

/** Several things as one phrase. */
function list(things: string[]): string {
  const last = things.at(-1) ?? '';
  if (things.length < 2) return last;
  return say('list-and', { others: things.slice(0, -1).join(', '), last });
}
