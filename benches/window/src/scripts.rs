//! What is done in the pages. Both have the same marks and the same names for their parts, so the scripts are the same.

/// Gives the moment at which the unlock screen was painted, in milliseconds since 1970.
pub(crate) const LOCKED: &str = r"
    const done = arguments[0];
    const look = () => {
        const [mark] = performance.getEntriesByName('idw:locked-painted');
        if (mark) done(performance.timeOrigin + mark.startTime); else setTimeout(look, 5);
    };
    look();
";

/// Types the password and unlocks; done when the navigation is there.
pub(crate) const UNLOCK: &str = r#"
    const [password, done] = arguments;
    const named = (name) => document.querySelector(`[data-testid="${name}"]`);
    const field = named('unlock-password');
    field.value = password;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const look = () => { if (named('nav-attributes')) done(true); else setTimeout(look, 20); };
    setTimeout(() => { named('unlock-submit').click(); look(); }, 50);
"#;

/// Opens the list of attributes; gives the milliseconds until its rows were painted.
pub(crate) const OPEN_LIST: &str = r#"
    const done = arguments[0];
    performance.clearMarks('idw:attributes-painted');
    const begin = performance.now();
    document.querySelector('[data-testid="nav-attributes"]').click();
    const look = () => {
        const [mark] = performance.getEntriesByName('idw:attributes-painted');
        if (mark) done(mark.startTime - begin); else setTimeout(look, 5);
    };
    setTimeout(look, 5);
"#;

/// Searches; gives the milliseconds until what was found was painted.
pub(crate) const SEARCH: &str = r#"
    const [query, done] = arguments;
    const field = document.querySelector('[data-testid="attribute-search"]');
    const begin = performance.now();
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const look = () => {
        const mark = performance.getEntriesByName('idw:attributes-painted').at(-1);
        if (mark?.detail === query) done(mark.startTime - begin); else setTimeout(look, 5);
    };
    setTimeout(look, 5);
"#;

/// Scrolls down for some milliseconds, as far in each frame as a quick turn of the wheel; gives the frames in a second,
/// and in how many of a hundred frames no row was in the middle of the list.
pub(crate) const SCROLL: &str = r"
    const [time, done] = arguments;
    const scroller = document.querySelector('main');
    const { left, top, width, height } = scroller.getBoundingClientRect();
    const isEmpty = () => !document.elementFromPoint(left + width / 2, top + height / 2)?.closest('li');
    scroller.scrollTop = 400;
    let frames = 0, empty = 0, begin;
    const step = (now) => {
        begin ??= now;
        if (now - begin >= time) {
            done({ rate: frames / ((now - begin) / 1000), empty: (empty / frames) * 100 });
            return;
        }
        frames += 1;
        if (isEmpty()) empty += 1;
        scroller.scrollTop += 60;
        requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
";
