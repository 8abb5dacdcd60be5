// The preview keeps up with the project: news come from /events, the list itself is written by the server.
const token = document.querySelector('meta[name=token]').content;
const page = Array.from(crypto.getRandomValues(new Uint32Array(2)), number => number.toString(36)).join('');
const main = document.getElementById('sheets');
const count = document.getElementById('count');
const report = document.getElementById('report');
const view = document.getElementById('view');
const paper = document.getElementById('paper');
const large = document.getElementById('large');
const larger = document.getElementById('larger');
const form = document.querySelector('.filters');
const title = document.title;
const state = new URLSearchParams(location.search);
const sheets = () => Array.from(main.querySelectorAll('li[data-key]'));
const sheet = key => document.getElementById('sheet-' + key);
const pagesOf = item => item.dataset.pages ? item.dataset.pages.split(' ') : [];
const address = (item, number) => `/picture/${item.dataset.key}/${number}.svg?v=${pagesOf(item)[number - 1]}`;

function remember(values) {
  for (const [name, value] of Object.entries(values)) value ? state.set(name, value) : state.delete(name);
  history.replaceState(null, '', state.size ? '?' + state : location.pathname);
}

// ── filters ──
function filter() {
  const wanted = Object.fromEntries(new FormData(form));
  remember(wanted);
  document.querySelector('.head').dataset.venue = wanted.venue;
  for (const item of sheets()) {
    const venue = item.closest('.venue').dataset.venue, medium = item.closest('.medium').dataset.medium;
    item.hidden = (wanted.venue && wanted.venue !== venue) || (wanted.medium && wanted.medium !== medium)
      || (wanted.lang && !item.dataset.langs.split(' ').includes(wanted.lang));
  }
  for (const group of main.querySelectorAll('.medium, .venue')) group.hidden = !group.querySelector('li:not([hidden])');
  tellCount();
}

function tellCount() {
  const shown = sheets().filter(item => !item.hidden).length;
  const text = shown ? count.dataset.text.replace('{count}', shown) : count.dataset.none;
  if (count.textContent !== text) count.textContent = text;
}

form.addEventListener('change', filter);
form.addEventListener('submit', event => { event.preventDefault(); filter(); });

// ── which sheets are on the screen: the server draws them first ──
const seen = new Set();
let told = '', timer = 0;
const observer = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) isIntersecting ? seen.add(target) : seen.delete(target);
  clearTimeout(timer);
  timer = setTimeout(tellSeen, 80);
});

function tellSeen(again = false) {
  const keys = Array.from(seen, item => item.dataset.key);
  if (view.open && state.get('sheet')) keys.unshift(state.get('sheet'));
  const body = JSON.stringify({ page, sheets: keys });
  if (body === told && !again) return;
  told = body;
  fetch('/look', { method: 'POST', headers: { 'x-pancarte': token }, body }).catch(() => { told = ''; });
}

const watch = () => { observer.disconnect(); seen.clear(); for (const item of sheets()) observer.observe(item); };

// ── news ──
function update(item, pages, good) {
  const before = item.dataset.pages;
  item.dataset.pages = pages.join(' ');
  item.dataset.state = good;
  item.querySelector('.state').textContent = good === 'stale' ? main.dataset.stale : '';
  if (pages.length && item.dataset.pages !== before) draw(item);
  if (view.open && state.get('sheet') === item.dataset.key) show(item, Number(state.get('page') || 1));
}

function draw(item) {
  const old = item.querySelector('.picture');
  if (old.localName === 'img') {
    if (old.getAttribute('src') !== address(item, 1)) old.src = address(item, 1);
    return;
  }
  const picture = Object.assign(new Image(), { className: 'picture', alt: '', loading: 'lazy', decoding: 'async' });
  for (const side of ['width', 'height']) picture.setAttribute(side, old.getAttribute(side));
  picture.src = address(item, 1);
  old.replaceWith(picture);
}

function tellReport({ text, count }) {
  report.replaceChildren();
  document.title = count ? `(${count}) ${title}` : title;
  if (!count) return;
  const section = document.createElement('section'), heading = document.createElement('h2');
  const excerpt = document.createElement('pre');
  section.setAttribute('aria-labelledby', 'report-title');
  Object.assign(heading, { id: 'report-title', textContent: report.dataset.text.replace('{count}', count) });
  Object.assign(excerpt, { tabIndex: 0, textContent: text });
  excerpt.setAttribute('role', 'region');
  excerpt.setAttribute('aria-label', report.dataset.excerpt);
  section.append(heading, excerpt);
  report.append(section);
}

// Sheets came, went or are called otherwise. Places that are still there stay the same elements, so that nothing jumps.
async function list() {
  const answer = await fetch('/' + (state.size ? '?' + state : ''));
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  reconcile(main, fresh.getElementById('sheets'));
  for (const select of form.querySelectorAll('select')) {
    const chosen = select.value;
    select.replaceChildren(...fresh.querySelector(`select[name=${select.name}]`).childNodes);
    select.value = Array.from(select.options).some(option => option.value === chosen) ? chosen : '';
  }
  const colours = document.getElementById('colours'), now = fresh.getElementById('colours').getAttribute('href');
  if (colours.getAttribute('href') !== now) colours.href = now;
  const text = fresh.getElementById('report');
  if (text.textContent !== report.textContent) report.replaceChildren(...text.childNodes);
  filter();
  watch();
  if (view.open && !sheet(state.get('sheet'))) view.close();
}

function reconcile(old, fresh) {
  for (const child of Array.from(old.children)) {
    if (child.id && !Array.from(fresh.children).some(other => other.id === child.id)) child.remove();
  }
  for (const [at, child] of Array.from(fresh.children).entries()) {
    const same = child.id && Array.from(old.children).find(other => other.id === child.id);
    if (!same) old.insertBefore(child, old.children[at] || null);
    else {
      if (old.children[at] !== same) old.insertBefore(same, old.children[at]);
      refresh(same, child);
    }
  }
}

function refresh(old, fresh) {
  if (old.localName === 'li') {
    for (const name of ['.name', '.detail']) {
      const [one, other] = [old.querySelector(name), fresh.querySelector(name)];
      if (one.outerHTML !== other.outerHTML) one.replaceWith(other);
    }
    update(old, pagesOf(fresh), fresh.dataset.state);
    return;
  }
  old.className = fresh.className;
  const head = old.firstElementChild, now = fresh.firstElementChild;
  if (head.outerHTML !== now.outerHTML) head.replaceWith(now);
  old.localName === 'section' ? reconcileFrom(old, fresh) : reconcile(old.querySelector('ul'), fresh.querySelector('ul'));
}

function reconcileFrom(old, fresh) {
  const [head, other] = [old.firstElementChild, fresh.firstElementChild];
  head.remove();
  other.remove();
  reconcile(old, fresh);
  old.prepend(head);
}

const news = new EventSource('/events?page=' + page);
let lost = false;
news.onopen = () => { list().then(() => tellSeen(true)); lost = false; };
news.onerror = () => { if (!lost) count.textContent = count.dataset.silent; lost = true; };
news.onmessage = ({ data }) => {
  const told = JSON.parse(data);
  if (told.news === 'list') list();
  if (told.news === 'report') tellReport(told);
  const item = told.news === 'sheet' && sheet(told.key);
  if (item) update(item, told.pages, told.state);
};

// ── one sheet, large ──
function show(item, wanted) {
  const pages = pagesOf(item), number = Math.min(Math.max(wanted, 1), Math.max(pages.length, 1));
  const [name, heading] = [item.querySelector('.name'), document.getElementById('view-title')];
  Object.assign(heading, { textContent: name.textContent, lang: name.lang, dir: name.dir });
  const detail = [item.querySelector('.detail'), item.querySelector('.state')].map(part => part.textContent);
  document.getElementById('view-detail').textContent = detail.filter(Boolean).join(' – ');
  view.dataset.venue = item.closest('.venue').dataset.venue;
  view.dataset.state = item.dataset.state;
  const several = pages.length > 1, status = document.getElementById('page');
  for (const id of ['previous', 'next', 'page']) document.getElementById(id).hidden = !several;
  document.getElementById('previous').disabled = number === 1;
  document.getElementById('next').disabled = number === pages.length;
  const text = status.dataset.text.replace('{page}', number).replace('{pages}', pages.length);
  if (status.textContent !== text) status.textContent = text;
  remember({ sheet: item.dataset.key, page: several ? String(number) : '' });
  large.hidden = document.getElementById('alone').hidden = !pages.length;
  if (pages.length) {
    const source = address(item, number);
    document.getElementById('alone').href = `/picture/${item.dataset.key}/${number}.svg`;
    large.alt = several ? `${name.textContent}, ${text}` : name.textContent;
    if (large.getAttribute('src') !== source) large.src = source;
  }
  if (!view.open) view.showModal();
  tellSeen();
}

const turn = by => { const item = sheet(state.get('sheet')); if (item) show(item, Number(state.get('page') || 1) + by); };

function enlarge(large) {
  view.classList.toggle('wide', large);
  larger.setAttribute('aria-pressed', String(large));
}

main.addEventListener('click', event => {
  const item = event.target.closest('button')?.closest('li');
  if (item) show(item, 1);
});
document.getElementById('previous').onclick = () => turn(-1);
document.getElementById('next').onclick = () => turn(1);
document.getElementById('close').onclick = () => view.close();
larger.onclick = () => enlarge(!view.classList.contains('wide'));
large.onclick = () => enlarge(!view.classList.contains('wide'));
view.addEventListener('keydown', ({ key, target }) => {
  const scrolls = target === paper && view.classList.contains('wide');
  if (key === 'PageDown' || (key === 'ArrowRight' && !scrolls)) turn(1);
  if (key === 'PageUp' || (key === 'ArrowLeft' && !scrolls)) turn(-1);
});
view.addEventListener('close', () => {
  const item = sheet(state.get('sheet'));
  remember({ sheet: '', page: '' });
  large.removeAttribute('src');
  enlarge(false);
  item?.querySelector('button').focus();
  tellSeen();
});

watch();
if (state.get('sheet') && sheet(state.get('sheet'))) show(sheet(state.get('sheet')), Number(state.get('page') || 1));
