import type { Elsewhere, MissingView, RefusedValues, RequirementView, SightView } from './bindings';
import { formatSize } from './format';
import { plainLine } from './plain';
import { say, tell, type PlainId } from './words';

/** What names something that is asked for or was sent; all views of such things have it. */
export type CalledView = Pick<RequirementView, 'title' | 'askedAs' | 'fromSite' | 'which'>;

/** What something is called, in one phrase: the wallet's own title, and beside it the words of whoever asks. */
export function calledText(called: CalledView): string {
  const title = titleText(called);
  const own = called.fromSite ? say('consent-called-by-site', { title }) : title;
  return called.askedAs === null
    ? own
    : say('consent-called-as', { title: own, label: plainLine(called.askedAs) });
}

/** The wallet's own title, with what tells it from another of the same name. */
export function titleText({ title, which }: CalledView): string {
  const own = plainLine(title);
  return which === null ? own : say('consent-called-which', { title: own, which });
}

/** Why there is nothing to send. */
export function missingText(missing: MissingView): string {
  switch (missing.type) {
    case 'notHeld':
      return say('consent-missing-not-held');
    case 'notAccepted':
      return missing.because === null
        ? say('consent-missing-not-accepted')
        : say('consent-missing-not-accepted-because', { because: tell(missing.because) });
    case 'notKnown':
      return missing.because === null
        ? say('consent-missing-not-known')
        : say('consent-missing-not-known-because', { because: tell(missing.because) });
    case 'aboutCompany':
      return say('consent-missing-about-company');
    case 'aboutPerson':
      return say('consent-missing-about-person');
    case 'tooLarge': {
      const { name, size, limit } = missing.file;
      return say('consent-missing-too-large', {
        file: name,
        size: formatSize(size),
        limit: formatSize(limit),
      });
    }
  }
}

/** What to know before a value is sent again that the site has and did not accept. */
export function refusedText({ reason }: RefusedValues): string {
  return reason === null ? say('consent-refused') : say('consent-refused-because', { reason });
}

const sights = {
  signature: 'consent-sees-signature',
  token: 'consent-sees-token',
  values: 'consent-sees-values',
  files: 'consent-sees-files',
} as const satisfies Record<SightView, PlainId>;

/** What a place gets to see, one by one. */
export function seenThings({ sees }: Elsewhere): string[] {
  return sees.length === 0
    ? [say('consent-sees-questions')]
    : sees.map((sight) => say(sights[sight]));
}
