/** What controls something, or changes how the text around it is shown. The joiners that Persian and Hindi are spelt with stay. */
const unseen = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const unseenButLines = /(?!\u200c|\u200d|\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from elsewhere on one line, in the order in which it is read. */
export function plainLine(text: string): string {
  return text.replace(/\s*\r?\n\s*/g, ' ').replace(unseen, '');
}

/** The same with its lines kept. */
export function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unseenButLines, '');
}

/** At most so many characters, the last of them an ellipsis where something was left out. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
