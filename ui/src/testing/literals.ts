import { parse } from 'svelte/compiler';

/** Attributes, and properties of components and of objects, that people read. */
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

/** What a text can be asked about without being shown. */
const ASKED = new Set(['BinaryExpression', 'MemberExpression']);

/** What a message of the catalogue is asked for by. */
const ID = /^[a-z]+(-[a-z0-9]+)+$/;

/** How things look and behave: no words. */
const STYLE = new Set(['StyleDirective', 'ClassDirective', 'AttachTag', 'AnimateDirective']);

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
    if (/\p{L}{2,}/u.test(read) && !ID.test(read)) {
      found.push({ line: source.slice(0, start).split('\n').length, text: read });
    }
  };
  const see = (node: Node) => {
    if (node.type === 'Text') add(node.start, String(node.data));
    else if (node.type === 'Literal' && typeof node.value === 'string') add(node.start, node.value);
    else if (node.type === 'TemplateElement') {
      add(node.start, String((node.value as { cooked?: string }).cooked));
    }
  };
  const root = parse(source, { modern: true }) as unknown as Record<string, unknown>;
  walk(root.fragment, true, see);
  // In a script only what its name tells is read by people: titles of choices, for instance.
  for (const script of [root.module, root.instance]) {
    walk((script as Node | null)?.content, false, see);
  }
  return found;
}

/** Calls `see` for every node that is shown, `read` where it stands among what people read. */
function walk(value: unknown, read: boolean, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, read, see);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  if (node.type === 'Comment' || STYLE.has(node.type)) return;
  if (node.type === 'RenderTag') {
    // What a snippet is given is shown by it.
    walk(givenTo(node), true, see);
    return;
  }
  const isRead = reads(node, read);
  if (typeof node.type === 'string' && isRead) see(node);
  for (const [key, child] of Object.entries(node)) {
    if (key === 'test' || key === 'metadata' || key === 'loc' || key === 'name_loc') continue;
    // What a block goes through or asks about, and the key of a property.
    const isCode = (key === 'expression' && node.type.endsWith('Block')) || key === 'key';
    walk(child, isRead && !isCode, see);
  }
}

/** Whether people read what stands in the node, which itself stands among what they read, or does not. */
function reads(node: Node, read: boolean): boolean {
  switch (node.type) {
    case 'Fragment':
      return true;
    case 'Attribute':
      return READ.has(node.name ?? '');
    case 'Property':
      return READ.has(nameOf(node.key));
    // What functions take are ids and options; what they do is code.
    case 'CallExpression':
    case 'NewExpression':
    case 'ArrowFunctionExpression':
      return false;
    default:
      return read && !ASKED.has(node.type) && !node.type?.startsWith('TS');
  }
}

function givenTo(tag: Node): unknown {
  const call = tag.expression as Node;
  return (call.type === 'ChainExpression' ? (call.expression as Node) : call).arguments;
}

function nameOf(key: unknown): string {
  const { type, name, value } = key as { type: string; name?: string; value?: unknown };
  return (type === 'Identifier' ? name : typeof value === 'string' ? value : undefined) ?? '';
}
