import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { literals } from './literals';

test('what people read stands in the catalogue', () => {
  const components = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.svelte'),
  );
  expect(components.length).toBeGreaterThan(100);
  const found = components.flatMap((name) =>
    literals(readFileSync(`src/${name}`, 'utf8')).map(
      ({ line, text }) => `${name}:${String(line)}: ${text}`,
    ),
  );
  expect(found).toEqual([]);
});

describe('a text outside of the catalogue', () => {
  const texts = (source: string) => literals(source).map(({ text }) => text);

  test.each([
    ['in the markup', '<p>Add a site</p>', ['Add a site']],
    ['in an attribute', '<input placeholder="Your name" class="wide row" />', ['Your name']],
    ['in a property', '<Card title="Vault" testid="vault card" />', ['Vault']],
    ['in a template', '<Card title={`Remove ${name}`} />', ['Remove']],
    ['in a choice', "<p>{open ? 'Shown' : 'Hidden'}</p>", ['Shown', 'Hidden']],
    ['in a choice of attributes', "<Card title={open ? 'Shown' : hidden} />", ['Shown']],
    ['after a test', "{#if kind === 'a kind'}<p>{name || 'Unnamed'}</p>{/if}", ['Unnamed']],
    ['given to a snippet', "{@render picture('Before', url)}", ['Before']],
    ['in a list in the markup', "<Choice options={[{ value: 'one', title: 'One' }]} />", ['One']],
    [
      'in a list in the script',
      "<script>const one = { id: 'x y', title: 'One' };</script>",
      ['One'],
    ],
  ])('is found %s', (_, source, expected) => {
    expect(texts(source)).toEqual(expected);
  });

  test('is named with its line', () => {
    expect(literals('<div>\n  <p>\n    Two words\n  </p>\n</div>')[0]).toMatchObject({
      text: 'Two words',
    });
    expect(literals('\n\n<p title="Here"></p>')).toEqual([{ line: 3, text: 'Here' }]);
  });

  test.each([
    ['a message', "<p title={say('site-add')}>{say('site-row', { name: 'Some name' })}</p>"],
    ['the id of a message', "<script>const one = { title: 'site-add' };</script>"],
    ['a measure', '<p style:width="{width}px" style="height: 2px">{width} × {height}</p>'],
    ['a name that is compared', "<p>{kind === 'some kind' ? name : ''}</p>"],
    ['what a list is made of', "{#each ['a one', 'a two'] as one (one)}{one}{/each}"],
    ['what a button does', "<button onclick={() => open('the list')}>{title}</button>"],
    ['a comment', '<!-- Some words. --><p>{title}</p>'],
    ['the code of a script', "<script>const selector = 'input, textarea';</script>"],
  ])('is not %s', (_, source) => {
    expect(texts(source)).toEqual([]);
  });
});
