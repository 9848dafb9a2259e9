// SPDX-License-Identifier: Apache-2.0
'use strict';

const CLASSES = ['two-wheeler', 'light', 'heavy', 'other'];
const KEPT = `wayside-proof ${PROOF.title} ${fingerprintOf(PROOF)}`;

const marks = new Marks(PROOF);
const view = { language: navigator.language.startsWith('vi') ? 'vi' : 'en', chosen: null, intervalS: 60 };

const word = (name) => WORDS[view.language][name] ?? name;
const className = (name) => (name === 'other' ? word('otherClass') : word(name));
const byId = (id) => document.getElementById(id);

/** An element with members and content; text is never read as markup. */
function element(tag, members = {}, ...content) {
  const made = document.createElement(tag);
  Object.assign(made, members);
  made.append(...content);
  return made;
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

const percent = (share) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);
const signed = (share) => (share === null ? '–' : `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)} %`);
const arrow = (direction) => (direction === 'left' ? '↰' : '↱');

/** All marks in the order of time: events and missed ones. */
function inOrder() {
  const events = PROOF.events.map((event, number) => ({ kind: 'event', number, line: event.line, t: event.t }));
  const missed = marks.missed.map((one, number) => ({ kind: 'missed', number, line: one.line, t: one.t }));
  return [...events, ...missed].sort((a, b) => a.t - b.t || a.line.localeCompare(b.line));
}

const isChosen = (kind, number) => view.chosen !== null && view.chosen.kind === kind && view.chosen.number === number;

function keep() {
  try {
    localStorage.setItem(KEPT, JSON.stringify(marks.save()));
  } catch (full) {
    byId('notice').textContent = full.name;
  }
}

function changed() {
  keep();
  show();
}

function choose(kind, number, scroll) {
  view.chosen = { kind, number };
  show();
  if (scroll) {
    document.querySelector('.mark.chosen')?.scrollIntoView({ block: 'center' });
  }
}

/** A button over the picture, so that it hides no trace; every second one higher, for those that come together. */
function markOf(kind, number, mark, text, state, row) {
  const chosen = isChosen(kind, number) ? ' chosen' : '';
  const button = element('button', {
    type: 'button',
    className: `mark ${state}${chosen}`,
    textContent: text,
    title: `${clock(mark.t)} ${className(mark.class)} ${word(mark.direction)}`,
  });
  const left = `${((mark.t - row * PROOF.rowS) / PROOF.rowS) * 100}%`;
  button.style.left = left;
  button.style.top = number % 2 === 0 ? '0' : '1.6rem';
  button.addEventListener('click', () => choose(kind, number, false));
  const thread = element('i', { className: 'thread' });
  thread.style.left = left;
  const on = [thread];
  if (mark.along !== undefined) {
    const ring = element('i', { className: `ring ${state}${chosen}`, title: button.title });
    ring.addEventListener('click', (click) => {
      click.stopPropagation();
      choose(kind, number, false);
    });
    ring.style.left = left;
    ring.style.top = `${mark.along * 100}%`;
    on.push(ring);
  }
  return { button, on };
}

/** What lies behind the last picture is no time without pictures, and nothing was missed in it. */
function endOf(share) {
  const ended = element('i', { className: 'ended', textContent: word('ended') });
  ended.style.left = `${share * 100}%`;
  ended.addEventListener('click', (click) => click.stopPropagation());
  return ended;
}

function stripOf(line, row) {
  const picture = element('div', { className: 'picture' },
    element('img', { src: line.strips[row], alt: '', loading: 'lazy', draggable: false }),
    element('b', {}, `${word('line')} ${line.id}`));
  const strip = element('div', { className: `strip${marks.isDone(line.id, row) ? ' done' : ''}` }, picture);
  picture.addEventListener('click', (click) => {
    const box = picture.getBoundingClientRect();
    const t = (row + (click.clientX - box.left) / box.width) * PROOF.rowS;
    const last = marks.missed[marks.missed.length - 1];
    marks.reopen(line.id, row);
    choose('missed', marks.miss(line.id, t, (click.clientY - box.top) / box.height,
      last ? last.class : 'light', marks.usualDirection(line.id)), false);
    keep();
  });
  const endedAt = (PROOF.untilS - row * PROOF.rowS) / PROOF.rowS;
  if (endedAt < 1) {
    picture.append(endOf(Math.max(0, endedAt)));
  }
  const put = ({ button, on }) => {
    strip.append(button);
    picture.append(...on);
  };
  marks.eventsIn(line.id, row).forEach(({ event, number }) => {
    const said = marks.judged[number];
    const state = said === undefined ? 'open' : String(said.right);
    const text = said === undefined ? arrow(event.direction) : said.right ? '✓' : '✗';
    put(markOf('event', number, event, text, state, row));
  });
  marks.missed.forEach((one, number) => {
    if (one.line === line.id && marks.rowOf(one.t) === row) {
      put(markOf('missed', number, one, '+', 'missed', row));
    }
  });
  return strip;
}

function rowOf(row) {
  const all = PROOF.lines.every((line) => marks.isDone(line.id, row));
  const button = element('button', { type: 'button', textContent: word(all ? 'reopen' : 'rest') });
  button.addEventListener('click', () => {
    PROOF.lines.forEach((line) => (all ? marks.reopen(line.id, row) : marks.finish(line.id, row)));
    changed();
  });
  return element('div', {},
    element('h3', {}, `${clock(row * PROOF.rowS)} – ${clock(Math.ceil(Math.min(PROOF.untilS, (row + 1) * PROOF.rowS)))}`, button),
    ...PROOF.lines.map((line) => stripOf(line, row)));
}

function choice(text, pressed, act) {
  const button = element('button', { type: 'button', textContent: text });
  button.setAttribute('aria-pressed', String(pressed));
  button.addEventListener('click', act);
  return button;
}

function setMember(member, value) {
  if (view.chosen.kind === 'event') {
    marks.correct(view.chosen.number, member, value);
  } else {
    marks.missed[view.chosen.number][member] = value;
  }
  changed();
}

function pictureOf(event) {
  const figure = element('figure', {}, element('img', { src: event.picture, alt: '' }));
  const line = PROOF.lines.find((one) => one.id === event.line);
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawing.setAttribute('viewBox', `0 0 ${PROOF.widthPx} ${PROOF.heightPx}`);
  const stroke = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  Object.entries({ x1: line.from[0], y1: line.from[1], x2: line.to[0], y2: line.to[1], stroke: '#ffd400', 'stroke-width': 3 })
    .forEach(([name, value]) => stroke.setAttribute(name, value));
  drawing.append(stroke);
  figure.append(drawing);
  return figure;
}

function chosenPanel() {
  if (view.chosen === null) {
    return [element('p', {}, word('none')), element('p', { className: 'note' }, word('keys'))];
  }
  const { kind, number } = view.chosen;
  const isEvent = kind === 'event';
  const event = isEvent ? PROOF.events[number] : marks.missed[number];
  const said = isEvent ? marks.judged[number] : event;
  const is = said ?? event;
  const panel = [];
  if (event.picture) {
    panel.push(pictureOf(event));
  }
  panel.push(element('p', {}, `${clock(event.t)} · ${word('line')} ${event.line} · ${className(event.class)} · ${word(event.direction)}`));
  if (isEvent) {
    const doubts = event.flags.length > 0 ? ` · ${word('flags')}: ${event.flags.join(', ')}` : '';
    panel.push(element('p', { className: 'note' }, `${word('confidence')} ${event.confidence.toFixed(2)}${doubts}`));
    panel.push(element('div', { className: 'choices' },
      choice(`${word('true')} (T)`, said !== undefined && said.right, () => { marks.judge(number, true); changed(); }),
      choice(`${word('false')} (F)`, said !== undefined && !said.right, () => { marks.judge(number, false); changed(); }),
      choice(`${word('undo')} (U)`, false, () => { marks.unjudge(number); changed(); })));
  } else {
    panel.push(element('p', { className: 'note' }, word('missed')));
    panel.push(element('div', { className: 'choices' }, choice(word('remove'), false, removeMissed)));
  }
  panel.push(element('div', { className: 'choices' },
    ...CLASSES.map((name, index) => choice(`${index + 1} ${className(name)}`, is.class === name, () => setMember('class', name)))));
  panel.push(element('div', { className: 'choices' },
    ...['left', 'right'].map((way) => choice(`${arrow(way)} ${word(way)}`, is.direction === way, () => setMember('direction', way)))));
  panel.push(element('p', { className: 'note' }, word('keys')));
  return panel;
}

function removeMissed() {
  marks.forget(view.chosen.number);
  view.chosen = null;
  changed();
}

function tableOf(heading, rows) {
  const head = element('tr', {}, ...[heading, word('machine'), word('truth'), word('precision'), word('recall'), word('error')]
    .map((text) => element('th', {}, text)));
  return element('table', {}, head, ...rows.map(([name, sum]) => element('tr', {},
    ...[name, sum.machine, sum.truth, percent(sum.precision), percent(sum.recall), signed(sum.error)]
      .map((text) => element('td', {}, String(text))))));
}

function resultPanel() {
  const panel = [element('h2', {}, word('result'))];
  const rows = PROOF.lines.length === 0 ? 0 : PROOF.lines[0].strips.length * PROOF.lines.length;
  const done = PROOF.lines.flatMap((line) => line.strips.map((_, row) => marks.isDone(line.id, row))).filter(Boolean).length;
  panel.push(element('p', {}, `${done} / ${rows} ${word('rows')}`));
  if (done === 0) {
    panel.push(element('p', { className: 'note' }, word('noneDone')));
    return panel;
  }
  const result = resultOf(PROOF, marks, view.intervalS);
  panel.push(element('p', { className: 'big', id: 'figures' },
    `${word('precision')} ${percent(result.total.precision)} · ${word('recall')} ${percent(result.total.recall)}`));
  panel.push(tableOf(word('perClass'), [
    ...result.byClass.map((sum) => [className(sum.name), sum]), ['Σ', result.total]]));
  panel.push(element('div', { className: 'choices' }, ...[60, 300, 900].map((seconds) =>
    choice(`${seconds / 60} ${word('minute')}`, view.intervalS === seconds, () => { view.intervalS = seconds; show(); }))));
  panel.push(tableOf(word('perInterval'), result.byInterval.map((sum) => [clock(sum.fromS), sum])));
  return panel;
}

function show() {
  document.documentElement.lang = view.language;
  document.title = PROOF.title;
  byId('title').textContent = PROOF.title;
  byId('about').textContent = `${word('about')} ${word('blank')}`;
  byId('language').textContent = word('other');
  byId('save').textContent = word('save');
  byId('load').firstElementChild.textContent = word('load');
  byId('clear').textContent = word('clear');
  const count = PROOF.lines.length === 0 ? 0 : PROOF.lines[0].strips.length;
  byId('rows').replaceChildren(...Array.from({ length: count }, (_, row) => rowOf(row)));
  byId('chosen').replaceChildren(...chosenPanel());
  byId('result').replaceChildren(...resultPanel());
}

function step(by) {
  const all = inOrder();
  if (all.length === 0) {
    return;
  }
  const at = all.findIndex((one) => isChosen(one.kind, one.number));
  const next = at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by));
  choose(all[next].kind, all[next].number, true);
}

function onKey(key) {
  if (key.ctrlKey || key.metaKey || key.altKey) {
    return;
  }
  const { chosen } = view;
  const name = key.key.toLowerCase();
  if (name === 'arrowright' || name === 'arrowleft') {
    key.preventDefault();
    step(name === 'arrowright' ? 1 : -1);
  } else if (chosen !== null && chosen.kind === 'event' && 'tfu'.includes(name)) {
    if (name === 'u') {
      marks.unjudge(chosen.number);
    } else {
      marks.judge(chosen.number, name === 't');
    }
    changed();
  } else if (chosen !== null && /^[1-4]$/.test(name)) {
    setMember('class', CLASSES[Number(name) - 1]);
  } else if (chosen !== null && name === 'd') {
    const now = chosen.kind === 'event' ? marks.judged[chosen.number] ?? PROOF.events[chosen.number] : marks.missed[chosen.number];
    setMember('direction', now.direction === 'left' ? 'right' : 'left');
  } else if (chosen !== null && name === 'r') {
    const at = chosen.kind === 'event' ? PROOF.events[chosen.number] : marks.missed[chosen.number];
    marks.finish(at.line, marks.rowOf(at.t));
    changed();
  } else if (chosen !== null && chosen.kind === 'missed' && name === 'delete') {
    removeMissed();
  }
}

function saveFile() {
  const text = JSON.stringify({ ...marks.save(), result: resultOf(PROOF, marks, view.intervalS) }, null, 1);
  const link = element('a', { href: URL.createObjectURL(new Blob([text], { type: 'application/json' })), download: 'proof-marks.json' });
  link.click();
}

async function loadFile(change) {
  const file = change.target.files[0];
  let problem = 'no-marks';
  try {
    problem = marks.load(JSON.parse(await file.text()));
  } catch (garbled) {
    problem = 'no-marks';
  }
  byId('notice').textContent = word(problem === '' ? 'loaded' : problem);
  view.chosen = null;
  change.target.value = '';
  changed();
}

function begin() {
  byId('language').addEventListener('click', () => {
    view.language = view.language === 'vi' ? 'en' : 'vi';
    show();
  });
  byId('save').addEventListener('click', saveFile);
  byId('load-file').addEventListener('change', loadFile);
  byId('clear').addEventListener('click', () => {
    if (window.confirm(word('sure'))) {
      marks.clear();
      view.chosen = null;
      changed();
    }
  });
  document.addEventListener('keydown', onKey);
  try {
    marks.load(JSON.parse(localStorage.getItem(KEPT)));
  } catch (garbled) {
    byId('notice').textContent = word('no-marks');
  }
  show();
}

begin();
