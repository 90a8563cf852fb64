// Keeps what goes wrong in the page until the journey ends.
if (!window.idwErrors) {
  window.idwErrors = [];
  const keep = (what) => window.idwErrors.push(String(what).slice(0, 500));
  const { error } = console;
  console.error = (...said) => {
    keep(`console: ${said.map(String).join(' ')}`);
    error.apply(console, said);
  };
  addEventListener('error', (event) => keep(`error: ${event.message} ${event.filename}:${event.lineno}`));
  addEventListener('unhandledrejection', (event) => {
    const { reason } = event;
    keep(`unhandled rejection: ${reason?.stack ?? reason?.message ?? JSON.stringify(reason)}`);
  });
  addEventListener('securitypolicyviolation', (event) =>
    keep(`the policy forbids ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
  );
}
