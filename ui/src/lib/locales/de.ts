/** A separate script, which loads only when the window speaks this language. */
export default import.meta.glob<string>('../../../../assets/locales/de/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
