import type { AttributeView } from '../lib/bindings';
import { attributes } from './fixtures';

/** As many values, no two alike. */
export function manyAttributes(count: number): AttributeView[] {
  return Array.from({ length: count }, (_, at) => {
    const like = attributes[at % attributes.length] as AttributeView;
    const id = at.toString(16).padStart(32, '0');
    return { ...like, id, label: `label ${String(at)}`, isDefault: false };
  });
}
