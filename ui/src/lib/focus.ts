import { tick } from 'svelte';

const fields = 'input:not([type="hidden"], [type="radio"], [type="checkbox"]), select, textarea';

/**
 * Keeps the focus inside from one step to the next. What had it goes away with its step, or is
 * disabled for a while; the focus would be left to nobody, and the keyboard with it. It goes to what
 * the new step begins with: the field that wants it, the first one, or else the heading.
 *
 * `active` says whether the keyboard belongs here, and not to something in front.
 */
export function keepFocus(
  within: HTMLElement,
  heading: HTMLElement,
  active: () => boolean = () => true,
): () => void {
  let last: Element | undefined;
  const hear = (event: FocusEvent) => {
    if (event.target instanceof Element) last = event.target;
  };
  const look = () => {
    const now = document.activeElement;
    if (!within.isConnected || !active() || (now !== null && now !== document.body && can(now))) {
      return;
    }
    if (last instanceof HTMLElement && last.isConnected && !hidden(last)) {
      // Back to it as soon as it can be used again.
      if (can(last)) last.focus();
      return;
    }
    begin(within, heading);
  };
  const observer = new MutationObserver(() => void tick().then(look));
  within.addEventListener('focusin', hear);
  observer.observe(within, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden'],
  });
  return () => {
    observer.disconnect();
    within.removeEventListener('focusin', hear);
  };
}

function begin(within: HTMLElement, heading: HTMLElement) {
  const usable = (selector: string) =>
    [...within.querySelectorAll<HTMLElement>(selector)].find((one) => can(one) && !hidden(one));
  (usable('[data-autofocus]') ?? usable(fields) ?? heading).focus();
}

const can = (element: Element) => !element.matches(':disabled');
const hidden = (element: Element) => element.closest('[hidden]') !== null;
