// The sheets beside the form follow the project: news come from /events, as for the preview of all sheets.
const token = document.querySelector('meta[name=token]').content;
const page = Array.from(crypto.getRandomValues(new Uint32Array(2)), number => number.toString(36)).join('');
const live = () => document.getElementById('live');
const sheets = () => Array.from(live()?.querySelectorAll('li[data-key]') ?? []);

// The server draws first what somebody looks at: the sheets of this venue, in their order.
function look() {
  const body = JSON.stringify({ page, sheets: sheets().map(item => item.dataset.key) });
  fetch('/look', { method: 'POST', headers: { 'x-pancarte': token }, body }).catch(() => {});
}

function update(item, version, state) {
  item.dataset.state = state;
  item.querySelector('.state').textContent = state === 'stale' ? live().dataset.stale : '';
  if (!version) return;
  const address = `/picture/${item.dataset.key}/1.svg?v=${version}`;
  const link = item.querySelector('a'), old = link.querySelector('.picture');
  link.href = address;
  if (old.localName === 'img') {
    if (old.getAttribute('src') !== address) old.src = address;
    return;
  }
  const picture = Object.assign(new Image(), { className: 'picture', alt: '' });
  for (const side of ['width', 'height']) picture.setAttribute(side, old.getAttribute(side));
  picture.src = address;
  old.replaceWith(picture);
}

// Sheets came or went: only they are taken from the page as it is now, the answers stay.
async function list() {
  const answer = await fetch(document.body.dataset.page);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.live');
  const keys = list => Array.from(list.querySelectorAll('li[data-key]'), item => item.dataset.key).join();
  const old = document.querySelector('.live');
  if (keys(fresh) !== keys(old)) old.replaceWith(fresh);
  // news that came while nobody listened
  else for (const item of fresh.querySelectorAll('li[data-key]')) {
    const known = sheets().find(({ dataset }) => dataset.key === item.dataset.key);
    update(known, item.querySelector('img.picture')?.src.split('?v=')[1], item.dataset.state);
  }
  look();
}

const news = new EventSource('/events?page=' + page);
news.onopen = list;
news.onmessage = ({ data }) => {
  const told = JSON.parse(data);
  if (told.news === 'list') list();
  const item = told.news === 'sheet' && sheets().find(item => item.dataset.key === told.key);
  if (item) update(item, told.pages[0], told.state);
};
