/** What to say about a password while it is typed. */
export interface PasswordHint {
  /** 0 for nothing typed, to 4. */
  level: 0 | 1 | 2 | 3 | 4;
  text: string;
  acceptable: boolean;
}

const shortest = 8;

/** Length is what counts most, and all that can honestly be said without a dictionary. */
export function passwordHint(password: string): PasswordHint {
  const length = [...password].length;
  const monotonous = new Set(password).size < 5;
  if (length === 0) {
    return { level: 0, text: 'Four or five unrelated words make a good one.', acceptable: false };
  }
  if (length < shortest) {
    return { level: 1, text: `At least ${shortest} characters, please.`, acceptable: false };
  }
  if (length < 12 || monotonous) {
    return { level: 2, text: 'Short. A few more words would make it strong.', acceptable: true };
  }
  if (length < 16) return { level: 3, text: 'Good.', acceptable: true };
  return { level: 4, text: 'Strong.', acceptable: true };
}
