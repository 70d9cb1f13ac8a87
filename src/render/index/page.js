// Search and filters over the map. Without it everything is there to be read and opened.
(function () {
  'use strict';
  const root = document.documentElement, lang = root.lang;
  const by = (id) => document.getElementById(id);
  const tools = by('tools'), find = by('find'), duty = by('duty'), only = by('only'), found = by('found');
  const map = document.querySelector('.map');
  if (!tools || !map) return;
  root.classList.add('js');

  // No diacritics, small letters, no punctuation but that of codes.
  const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/\u0111/g, 'd').replace(/[\s,;:!?()\u00ab\u00bb\"'\u2018-\u201d]+/g, ' ').trim();
  const number = (value) => value.toLocaleString(lang === 'vi' ? 'de-DE' : 'en-US');
  const text = (template, value) => template.replace('{n}', number(value));

  // The tree of what can be shown: tiles and groups with what stands in them, and seats.
  const nodeOf = (element) => {
    const node = { element: element, below: [], tile: element.matches('.tile'), seat: element.matches('li') };
    const name = node.seat ? element : element.querySelector(':scope > summary > strong, :scope > strong, :scope > h3');
    node.name = (name ? name.firstChild && !node.seat ? name.firstChild.textContent : name.textContent : '') + ' ' + (element.dataset.c || '');
    if (node.tile) { node.n = element.querySelector('.n'); node.face = Array.from(node.n.childNodes); node.look = element.className; node.nlook = node.n.className; }
    const inside = (parent) => {
      for (const child of parent.children) {
        if (child.matches('.tile, .seats > li, section.group')) node.below.push(nodeOf(child)); else inside(child);
      }
    };
    if (!node.seat) inside(element);
    return node;
  };
  let tree = null;
  const whole = () => { if (!tree) { tree = nodeOf(map); prepare(tree); } return tree; };
  const prepare = (node) => { node.key = fold(node.name); node.below.forEach(prepare); };

  const classes = ['full', 'told', 'open', 'none'];
  const sums = (tile, at) => {
    const sum = [0, 0, 0];
    tile.dataset.n.split(' ').forEach((own, place) => { if (at === null || at === place) own.split('/').forEach((value, part) => { sum[part] += Number(value); }); });
    return { filled: sum[0], seats: sum[1], gaps: sum[1] - sum[0], accepted: sum[2] };
  };
  const state = (own) => own.seats === 0 ? 'none' : own.gaps === 0 ? 'full' : own.gaps === own.accepted ? 'told' : 'open';

  // What a tile says of one duty, or again of all.
  const face = (node, at) => {
    const element = node.element;
    if (at === null) { node.n.replaceChildren(...node.face); node.n.className = node.nlook; classes.forEach((name) => element.classList.toggle(name, node.look.split(' ').includes(name))); return; }
    const own = sums(element, at), as = state(own);
    const sign = { full: '\u2713 ', told: '\u25cb ', open: '! ', none: '\u2013 ' }[as];
    const spoken = document.createElement('span');
    spoken.className = 'vh';
    spoken.textContent = ' ' + tools.dataset.held;
    node.n.replaceChildren(sign + number(own.filled) + '/' + number(own.seats), spoken, own.gaps ? ', ' + text(tools.dataset.empty, own.gaps) : '');
    node.n.className = 'n ' + as;
    classes.forEach((name) => element.classList.toggle(name, name === as));
  };

  // Shows what is asked for; gives how many matches are shown in it.
  const show = (node, ask, above, taken) => {
    const key = above + ' ' + node.key;
    const has = (text, word) => (' ' + text).includes(' ' + word);
    const is = ask.words.length > 0 && ask.words.every((word) => has(key, word)) && ask.words.some((word) => has(node.key, word));
    node.element.classList.toggle('hit', is && (node.tile || node.seat));
    const goes = !ask.words.length || taken || is;
    if (node.seat) {
      const fits = (ask.duty === null || Number(node.element.dataset.d) === ask.duty) && (!ask.only || node.element.matches('.open, .told'));
      node.element.hidden = !(fits && goes);
      return { shown: fits && goes, count: fits && is ? 1 : 0, inner: fits && is };
    }
    let shown = false, count = 0, inner = false;
    for (const child of node.below) {
      const got = show(child, ask, key, goes && ask.words.length > 0);
      shown = got.shown || shown; count += got.count; inner = got.inner || inner;
    }
    if (node.tile) {
      const own = sums(node.element, ask.duty);
      const fits = own.seats > 0 && (!ask.only || own.gaps > 0);
      face(node, ask.duty);
      // A tile with a page of its own tells no seats here.
      shown = fits && (goes || shown);
      if (fits && is) count += 1;
      if (node.element.matches('details') && ask.words.length) node.element.open = inner;
      inner = inner || (fits && is);
    }
    if (node.element !== map) node.element.hidden = !shown;
    return { shown: shown, count: count, inner: inner };
  };

  const search = () => {
    const typed = fold(find.value);
    const ask = { words: typed.length > 1 ? typed.split(' ') : [], duty: duty.value === '' ? null : Number(duty.value), only: only.checked };
    const got = show(whole(), ask, '', false);
    // So many are not read one by one: the tiles that hold them are enough.
    if (got.count > 1000) tiles().forEach((tile) => { tile.open = false; });
    if (ask.words.length) found.textContent = got.count ? text(tools.dataset.found, got.count) : tools.dataset.none;
    else found.textContent = got.shown || !(ask.only || ask.duty !== null) ? '' : tools.dataset.none;
  };
  let waiting = 0;
  const later = () => { clearTimeout(waiting); waiting = setTimeout(search, 120); };
  const tiles = () => Array.from(map.querySelectorAll('details.tile')).filter((tile) => !tile.closest('[hidden]'));
  const clear = () => { find.value = ''; search(); tiles().forEach((tile) => { tile.open = false; }); };

  find.addEventListener('input', () => { if (find.value === '') clear(); else later(); });
  find.addEventListener('keydown', (event) => { if (event.key === 'Escape') { event.preventDefault(); clear(); } });
  duty.addEventListener('change', search);
  only.addEventListener('change', search);
  by('open').addEventListener('click', () => tiles().forEach((tile) => { tile.open = true; }));
  by('close').addEventListener('click', () => tiles().forEach((tile) => { tile.open = false; }));
  tools.hidden = false;
}());
