import english from './en';

/** Marks around every message: a text without them does not come from the catalogue. */
export const MARKS = ['⟦', '⟧'] as const;

const ACCENTED: Record<string, string> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ó',
  u: 'ú',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ö',
  U: 'Û',
};

/**
 * English with accents, a third longer, and between marks, so that a text that is outside the catalogue or is cut off stands
 * out. Not a language: developers choose it.
 */
export default Object.fromEntries(
  Object.entries(english).map(([path, text]) => [path, pseudo(text)]),
);

/** The same file in the pseudo-language. */
export function pseudo(file: string): string {
  return file
    .split('\n')
    .map((line) => (line.startsWith('#') ? line : inLine(line)))
    .join('\n');
}

function inLine(line: string): string {
  const message = /^(-?[a-z][\w-]*\s*=\s*|\s+(?:\*?\[[^\]]+\]\s*)?)(.*)$/.exec(line);
  const [, begin = '', text = ''] = message ?? [];
  // A line that says nothing, such as `{ $count ->` or `}`.
  if (/^\s*\}?\s*$|->\s*$/.test(text)) return line;
  const accented = text
    .split(/(\{[^}]*\})/)
    .map((part) => (part.startsWith('{') ? part : accent(part)))
    .join('');
  return `${begin}${MARKS[0]}${accented}${'~'.repeat(Math.ceil(text.length / 3))}${MARKS[1]}`;
}

function accent(text: string): string {
  return [...text].map((letter) => ACCENTED[letter] ?? letter).join('');
}
