import axe from 'axe-core';

/**
 * What axe finds wrong. Colours need a real renderer and are looked at elsewhere; a part of a page
 * has no landmarks of its own.
 */
export async function problems(): Promise<string[]> {
  const off = ['color-contrast', 'region', 'landmark-no-duplicate-banner', 'landmark-unique'];
  const { violations } = await axe.run(document.body, {
    rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
