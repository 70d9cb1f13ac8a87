// Clicks through the page as a leader would, and writes what came of it into the page, for the test to read.
(async function () {
  'use strict';
  const told = {}, by = (id) => document.getElementById(id);
  const wait = () => new Promise((done) => setTimeout(done, 400));
  const all = (query) => Array.from(document.querySelectorAll('.map ' + query));
  const seen = (query) => all(query).filter((element) => element.checkVisibility());
  const tops = () => seen('.group > .tiles > .tile');
  const type = async (text) => { by('find').value = text; by('find').dispatchEvent(new Event('input')); await wait(); };
  const choose = async (value) => { by('duty').value = value; by('duty').dispatchEvent(new Event('change')); await wait(); };
  const named = (name) => all('.tile').find((tile) => tile.querySelector('strong').textContent === name);

  told.tops = tops().length;
  told.notFull = all('.group > .tiles > .tile:not(.full)').length;

  const first = all('details.tile')[0], summary = first.querySelector('summary');
  summary.focus();
  told.focus = document.activeElement === summary;
  summary.click();
  told.opened = first.open && first.querySelector('.tile').checkVisibility();
  summary.click();
  told.closed = !first.open && !first.querySelector('.tile').checkVisibility();

  await type('pham van dung');
  told.plain = by('found').textContent;
  told.plainRows = seen('li').map((row) => row.textContent);
  await type('PHẠM VĂN DŨNG');
  told.accented = by('found').textContent;
  await type('ấp 4, tân thạch, tổ ndtq số 8');
  told.pathRows = seen('li.hit').map((row) => row.textContent);
  await type('28804');
  told.codeTiles = tops().map((tile) => tile.querySelector('strong').textContent);
  await type('zzzz');
  told.none = by('found').textContent;
  told.noneTiles = tops().length;
  by('find').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
  await wait();
  told.cleared = by('find').value === '' && by('found').textContent === '' && tops().length;
  told.clearedOpen = all('details[open]').length;

  await choose('1');
  told.clusterHead = [seen('section.group').length, tops().length];
  await choose('3');
  told.hamlets = named('Xã Tân Thạch').querySelector('.n').textContent;
  await choose('');
  told.again = named('Xã Tân Thạch').querySelector('.n').textContent;

  by('only').click();
  await wait();
  told.onlyTiles = tops().length;
  by('open').click();
  told.onlyRows = seen('li').length;
  told.onlyFilled = seen('li').filter((row) => !row.matches('.open, .told')).length;
  by('only').click();
  await wait();
  by('open').click();
  told.allOpen = seen('details.tile').every((tile) => tile.open) && seen('li').length;
  by('close').click();
  told.allClosed = all('details[open]').length;

  // Nothing is wider than the window; every text stands out from what is behind it.
  told.wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  by('open').click();
  const parse = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const light = (colour) => {
    const parts = colour.slice(0, 3).map((part) => { const share = part / 255; return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4); });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const grey = document.createElement('p');
  grey.className = 'grey';
  grey.textContent = 'grey';
  grey.style.color = '#999';
  document.querySelector('main').append(grey);
  const pale = new Set();
  for (const element of document.querySelectorAll('body *:not(script)')) {
    const own = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.checkVisibility()) continue;
    const levels = [light(parse(getComputedStyle(element).color)), light(behind(element))].sort((one, other) => other - one);
    if ((levels[0] + 0.05) / (levels[1] + 0.05) < 4.5) pale.add(element.tagName + '.' + element.className);
  }
  told.pale = Array.from(pale);

  const out = document.createElement('pre');
  out.id = 'told';
  out.textContent = JSON.stringify(told);
  document.body.append(out);
}());
