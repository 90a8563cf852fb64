// What is wrong with what the window shows: text that is cut off, a page that scrolls sideways, and things that react to a
// pointer alone. Keeps what it finds with the errors of the page.
const [place, done] = arguments;
const said = [];
const say = (element, what) => {
  const text = (element.innerText ?? element.value ?? '').trim().replace(/\s+/g, ' ').slice(0, 60);
  const mark = element.closest('[data-testid]')?.dataset.testid ?? 'no mark';
  const classes = typeof element.className === 'string' ? element.className : '';
  said.push(`<${element.tagName.toLowerCase()} class="${classes}"> in ${mark} ${what}: “${text}”`);
};

const isShown = (element) => {
  if (element.closest('.visually-hidden, [hidden], svg svg, svg *')) return false;
  const { width, height } = element.getBoundingClientRect();
  // What is for screen readers, or comes with the focus, is a pixel wide.
  return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
};
const hasText = (element) =>
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
const isControl = (element) => element.matches('button, a[href], input, select, textarea, summary');
// A name that ends in an ellipsis says that there is more.
const isShortened = (style) => style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';

for (const element of document.body.querySelectorAll('*')) {
  if (!isShown(element)) continue;
  const style = getComputedStyle(element);
  const tooWide = element.scrollWidth - element.clientWidth > 1;
  const tooHigh = element.scrollHeight - element.clientHeight > 1;
  const clips = (overflow) => overflow === 'hidden' || overflow === 'clip';
  const isField = element.matches('input, textarea, select');
  if (!isField && element.clientWidth > 0) {
    if (tooWide && clips(style.overflowX) && !isShortened(style)) say(element, 'is wider than its place');
    if (tooWide && ['auto', 'scroll'].includes(style.overflowX) && !element.matches('pre, [data-wide]')) {
      say(element, 'scrolls sideways');
    }
    if (tooHigh && clips(style.overflowY) && !isShortened(style) && element.innerText?.trim()) {
      say(element, 'is higher than its place');
    }
  }
  if (hasText(element) || isControl(element)) {
    const { left, right } = element.getBoundingClientRect();
    if (left < -1 || right > innerWidth + 1) say(element, 'is outside the window');
  }
  if (
    style.cursor === 'pointer' &&
    getComputedStyle(element.parentElement).cursor !== 'pointer' &&
    !element.closest('button, a[href], label, input, select, textarea, summary, [role="option"], [tabindex]')
  ) {
    say(element, 'reacts to a pointer alone');
  }
}
const page = document.scrollingElement;
if (page && page.scrollWidth > innerWidth + 1) said.push('The page scrolls sideways.');

// Colours that fade into each other are no colours to judge.
const ends = (animation) => animation.effect.getComputedTiming().endTime !== Infinity;
for (const animation of document.getAnimations().filter(ends)) animation.finish();
window.axe
  .run(document, { resultTypes: ['violations'] })
  .then(({ violations }) => {
    for (const { id, nodes } of violations) {
      for (const node of nodes) said.push(`axe, ${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`);
    }
  })
  .catch((error) => said.push(`axe failed: ${error}`))
  .then(() => {
    for (const one of said) window.idwErrors.push(`${place}: ${one}`);
    done(null);
  });
