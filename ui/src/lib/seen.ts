import type { Attachment } from 'svelte/attachments';

/**
 * Tells once that an element was on the screen: what stands at the end of something long shows that all of it could be
 * seen. What is scrolled out of its container counts as not seen.
 */
export function whenSeen(onseen: () => void): Attachment {
  return (element) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      onseen();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  };
}
