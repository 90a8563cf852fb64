import { expect, test } from 'vitest';
import { typedHost } from './site-address';

test.each([
  ['shop.example', 'shop.example'],
  [' https://shop.example/lws?x=1 ', 'shop.example'],
  ['127.0.0.1:8741/lws', '127.0.0.1:8741'],
  ['localhost:8741', 'localhost:8741'],
])('the host in %s', (typed, expected) => {
  expect(typedHost(typed)).toBe(expected);
});
