import type { SiteView } from './bindings';

/** What can be done at a site from its page. */
export type SiteAction = 'answer' | 'logIn' | 'signUp' | 'apply';

/** What can be done at a site, and which of it the user most likely wants. */
export interface SiteActions {
  primary: SiteAction | undefined;
  all: SiteAction[];
}

/**
 * In the order in which the buttons stand, which never changes, so that none moves away from under the pointer. A site that waits
 * for an answer comes first; then logging in, where the user has an account; then signing up; then applying.
 */
export function siteActions(
  { connected, offers }: Pick<SiteView, 'connected' | 'offers'>,
  waits: boolean,
): SiteActions {
  const offered = (['logIn', 'signUp', 'apply'] as const).filter((one) => offers.includes(one));
  const all: SiteAction[] = waits ? ['answer', ...offered] : offered;
  const byLikelihood: SiteAction[] = connected
    ? ['answer', 'logIn', 'apply', 'signUp']
    : ['answer', 'signUp', 'apply', 'logIn'];
  return { primary: byLikelihood.find((one) => all.includes(one)), all };
}
