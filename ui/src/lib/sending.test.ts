import { expect, test } from 'vitest';
import { Sending } from './sending.svelte';

const upload = (file: number, sent: number) =>
  ({ type: 'upload', file, name: 'scan.jpg', sent, total: 100 }) as const;

test('two files of one name are two', () => {
  const sending = new Sending();
  expect([sending.text, sending.value]).toEqual(['Connecting', undefined]);
  sending.hear({ type: 'step', text: { id: 'sending-step-apply', arguments: {} } });
  expect(sending.text).toBe('Submitting the application');
  sending.hear(upload(0, 80));
  expect([sending.text, sending.value]).toEqual(['Sending \u2068scan.jpg\u2069', 0.8]);
  sending.hear(upload(1, 0));
  expect([sending.text, sending.value]).toEqual(['Sending \u20682\u2069 files', 0.4]);
  sending.hear(upload(0, 100));
  expect([sending.text, sending.value]).toEqual(['Sending \u2068scan.jpg\u2069', 0]);
  sending.hear(upload(1, 100));
  expect([sending.text, sending.value]).toEqual(['Submitting the application', undefined]);
  sending.reset();
  expect(sending.text).toBe('Connecting');
});
