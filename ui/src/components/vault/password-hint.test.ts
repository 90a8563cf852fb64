import { expect, test } from 'vitest';
import { passwordHint } from './password-hint';

test.each([
  ['', 0, false],
  ['short', 1, false],
  ['eightchr', 2, true],
  ['aaaaaaaaaaaaaaaaaaaa', 2, true],
  ['twelve chars', 3, true],
  ['four unrelated words', 4, true],
])('%s', (password, level, acceptable) => {
  expect(passwordHint(password)).toMatchObject({ level, acceptable });
});
