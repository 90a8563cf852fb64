import { parse } from 'svelte/compiler';

/** Attributes and properties of components that people read. */
const READ = new Set([
  'action',
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'description',
  'hint',
  'label',
  'loading',
  'message',
  'placeholder',
  'subtitle',
  'text',
  'title',
]);

interface Node {
  type: string;
  name?: string;
  start: number;
  [key: string]: unknown;
}

/** A text that stands in a component in place of the catalogue. */
export interface Literal {
  line: number;
  text: string;
}

/** The texts of a component that people read and that the catalogue does not have. */
export function literals(source: string): Literal[] {
  const found: Literal[] = [];
  const add = (start: number, text: string) => {
    const read = text.replaceAll(/\s+/g, ' ').trim();
    if (/\p{L}{2,}/u.test(read)) {
      found.push({ line: source.slice(0, start).split('\n').length, text: read });
    }
  };
  const root = parse(source, { modern: true }) as unknown as Record<string, unknown>;
  walk(root.fragment, undefined, (node, attribute) => {
    const isRead = attribute === undefined || READ.has(attribute);
    if (!isRead) return;
    if (node.type === 'Text') add(node.start, String(node.data));
    else if (node.type === 'Literal' && typeof node.value === 'string' && attribute !== undefined) {
      add(node.start, node.value);
    } else if (node.type === 'TemplateElement') {
      add(node.start, String((node.value as { cooked?: string }).cooked));
    }
  });
  return found;
}

/** Calls `see` for every node, with the attribute that it is the value of. */
function walk(
  value: unknown,
  attribute: string | undefined,
  see: (node: Node, attribute: string | undefined) => void,
): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, attribute, see);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  // The arguments of a call are ids and options; what they are for is decided where they arrive.
  if (node.type === 'CallExpression') return;
  if (node.type === 'BinaryExpression' || node.type === 'Comment') return;
  let inside = attribute;
  if (node.type === 'Attribute') inside = node.name ?? '';
  else if (node.type === 'Fragment') inside = undefined;
  else if (typeof node.type === 'string') see(node, attribute);
  for (const [key, child] of Object.entries(node)) {
    if (key === 'test' || key === 'metadata' || key === 'loc' || key === 'name_loc') continue;
    // Expressions in the markup are code, but for the texts among which they choose.
    walk(child, inside, see);
  }
}
