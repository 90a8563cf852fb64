import { expect, test } from 'vitest';
import type { Purpose } from './bindings';
import { siteActions } from './site-actions';

const everything: Purpose[] = ['logIn', 'signUp', 'apply'];

test.each([
  ['never signed up', false, everything, false, 'signUp'],
  ['an account there', true, everything, false, 'logIn'],
  ['only applications offered', false, ['apply'], false, 'apply'],
  ['only applications offered, and used', true, ['apply'], false, 'apply'],
  ['nobody signs up by themselves', false, ['logIn'], false, 'logIn'],
  ['a waiting answer', true, everything, true, 'answer'],
  ['a waiting answer before an account', false, everything, true, 'answer'],
  ['nothing offered', false, [], false, undefined],
] as [string, boolean, Purpose[], boolean, string | undefined][])(
  'the primary button of a site: %s',
  (_, connected, offers, waits, expected) => {
    const { primary, all } = siteActions({ connected, offers }, waits);
    expect(primary).toBe(expected);
    expect(all).toEqual([...(waits ? ['answer'] : []), ...offers]);
  },
);
