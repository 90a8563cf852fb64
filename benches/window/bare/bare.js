// The least that a page can be that shows the list of the benchmark's vault: `?few` keeps the rows that are seen, `?all` makes
// every row at once.
'use strict';

const ROW = 60;
const few = location.search === '?few';
const named = (name) => document.querySelector(`[data-testid="${name}"]`);
const [list, places, locked] = ['list', 'places', 'locked'].map((id) => document.getElementById(id));
const rows = list.querySelector('ul');
let found = [];

function painted(name, detail) {
  requestAnimationFrame(() =>
    setTimeout(() => {
      performance.clearMarks(name);
      performance.mark(name, { detail });
    }),
  );
}

// What `wallet-unlock make` puts into a vault.
function attribute(n) {
  const [title, text] = [
    ['First name', `Élodie ${n}`],
    ['Last name', `Example ${n}`],
    ['Email', `ada${n}@mail.example`],
    ['Nationality', 'New Zealand'],
    ...Array(3).fill(['Address', `${n} High Street, Exampleton`]),
    ...Array(3).fill(['Tax ID number', `T-${n}`]),
  ][n % 10];
  return { title: `${title}, label ${n}`, text };
}

function element({ title, text }) {
  const row = document.createElement('li');
  row.append(document.createElement('b'), document.createElement('small'));
  row.firstChild.textContent = title;
  row.lastChild.textContent = text;
  return row;
}

function draw() {
  if (!few) {
    rows.replaceChildren(...found.map(element));
    return;
  }
  const first = Math.max(0, Math.floor((list.scrollTop - 400) / ROW));
  const seen = found.slice(first, first + Math.ceil((list.clientHeight + 800) / ROW)).map(element);
  seen.forEach((row, at) => (row.style.top = `${(first + at) * ROW}px`));
  rows.style.height = `${found.length * ROW}px`;
  rows.replaceChildren(...seen);
}

let all = [];

function search(query) {
  const words = query.toLowerCase().split(/\s+/);
  found = all.filter(({ title, text }) => words.every((word) => `${title}\n${text}`.toLowerCase().includes(word)));
  draw();
  painted('idw:attributes-painted', query);
}

rows.classList.toggle('few', few);
locked.addEventListener('submit', (event) => {
  event.preventDefault();
  all = Array.from({ length: 10_000 }, (_, n) => attribute(n));
  locked.hidden = true;
  places.hidden = false;
});
named('nav-attributes').addEventListener('click', () => {
  list.hidden = false;
  search('');
});
named('attribute-search').addEventListener('input', ({ target }) => search(target.value));
if (few) list.addEventListener('scroll', draw);
painted('idw:locked-painted');
