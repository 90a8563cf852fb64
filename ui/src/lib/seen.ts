import type { Attachment } from 'svelte/attachments';

/**
 * Tells whether an element is on the screen, until it is: what stands at the end of something long shows that all of it
 * could be seen. What is scrolled out of its container counts as not seen.
 */
export function whenSeen(ontold: (seen: boolean) => void): Attachment {
  return (element) => {
    const observer = new IntersectionObserver((entries) => {
      const seen = entries.some(({ isIntersecting }) => isIntersecting);
      if (seen) observer.disconnect();
      ontold(seen);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  };
}
