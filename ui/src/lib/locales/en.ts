/** The files that the command line reads too. */
export default import.meta.glob<string>('../../../../assets/locales/en/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
