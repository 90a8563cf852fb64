/** In a script of its own: it is read only where somebody wants it. */
export default import.meta.glob<string>('../../../../assets/locales/de/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
