/** How many words of the phrase are asked for. */
const ASKED = 3;

/** The places of the words to ask for, from 0, in order and at random. */
export function placesToAsk(words: number): number[] {
  const places = Array.from({ length: words }, (_, place) => place);
  const asked = Array.from({ length: Math.min(ASKED, words) }, () => {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
    return places.splice(random % places.length, 1)[0] ?? 0;
  });
  return asked.sort((a, b) => a - b);
}

/** Whether somebody typed this word: however they spelt its case, and with whatever spaces around it. */
export function isWord(typed: string, word: string): boolean {
  return typed.trim().toLowerCase() === word.toLowerCase();
}
