// Speaks the pseudo-language for a moment, in which every message of the catalogue stands between ⟦ and ⟧, and looks for texts
// without those marks and for texts that are cut off. Keeps what it finds with the errors of the page.
const [place, known, done] = arguments;
const said = [];

const speak = async (language) => {
  if (language === 'en') localStorage.removeItem('idw.language');
  else localStorage.setItem('idw.language', language);
  window.dispatchEvent(new StorageEvent('storage', { key: 'idw.language' }));
  const soon = () => new Promise((over) => setTimeout(over, 20));
  // What is drawn follows a moment after the language itself.
  const isDrawn = () => document.body.innerText.includes('⟦') === (language === 'pseudo');
  for (let tries = 0; document.documentElement.dataset.language !== language || !isDrawn(); tries++) {
    if (tries > 500) throw new Error(`the page does not speak ${language}`);
    await soon();
  }
  await soon();
};

const isShown = (element) => {
  if (element.closest('[hidden], svg svg, svg *, script, style')) return false;
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
};

// What is left of a text without the messages in it; one can stand within another.
const outside = (text) => {
  let left = text;
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  for (const one of known) left = left.replaceAll(new RegExp(one, 'gu'), ' ');
  return /\p{L}{2}/u.test(left) ? left.trim().replace(/\s+/g, ' ') : '';
};

const look = () => {
  for (const element of document.body.querySelectorAll('*')) {
    if (!isShown(element)) continue;
    const mark = element.closest('[data-testid]')?.dataset.testid ?? 'no mark';
    const say = (what, text) => said.push(`<${element.tagName.toLowerCase()}> in ${mark} ${what}: “${text.slice(0, 100)}”`);
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map(({ data }) => data);
    // What is drawn in pieces is one text.
    const texts = [own.join(''), ...['placeholder', 'title', 'aria-label', 'alt'].map((name) => element.getAttribute(name) ?? '')];
    for (const text of texts) {
      const left = outside(text);
      if (left !== '') say('says what is not in the catalogue', left);
    }
    const style = getComputedStyle(element);
    const { width, height, left, right } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1 || element.closest('.visually-hidden')) continue;
    const tooWide = element.scrollWidth - element.clientWidth > 1;
    const tooHigh = element.scrollHeight - element.clientHeight > 1;
    const clips = (overflow) => overflow === 'hidden' || overflow === 'clip';
    // A name of the user's may end in an ellipsis. A message may not.
    const shortens = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    const isMessage = /^\s*⟦[^⟦⟧\u2068]*⟧\s*$/u.test(element.textContent);
    if (element.clientWidth > 0 && !element.matches('input, textarea, select') && (!shortens || isMessage)) {
      if (tooWide && clips(style.overflowX)) say('is wider than its place', element.textContent);
      if (tooHigh && clips(style.overflowY) && element.innerText?.trim()) say('is higher than its place', element.textContent);
    }
    if (own.join('').trim() !== '' && (left < -1 || right > innerWidth + 1)) say('is outside the window', own.join(''));
  }
  const page = document.scrollingElement;
  if (page && page.scrollWidth > innerWidth + 1) said.push('The page scrolls sideways.');
};

speak('pseudo')
  .then(look)
  .catch((error) => said.push(`looking failed: ${error}`))
  .then(() => speak('en'))
  .catch((error) => said.push(`it did not speak English again: ${error}`))
  .then(() => {
    for (const one of said) window.idwErrors.push(`${place}, pseudo-language: ${one}`);
    done(null);
  });
