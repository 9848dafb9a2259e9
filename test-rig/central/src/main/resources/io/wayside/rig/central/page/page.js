// SPDX-License-Identifier: Apache-2.0
// Keeps the page as the centre is: events in, parts of the page out. Only what changed is touched.

import { alarmItem, announcement, element, isWeighing, keyItem, keyOf, otherRecord, weighingCard } from './records.js';
import { preferredLanguage, remember, speak } from './words.js';

const CARDS = 9;
const OTHERS = 8;
const SILENCE_MS = 25_000; // the centre says something at least every 10 s
const RETRY_MS = 3_000;

const $ = (id) => document.getElementById(id);
let speech = speak(preferredLanguage());
let situation;
let weighings = [];
let others = [];
const health = new Map();
let heardAt;
let source;
let silence;
let shownBefore = new Set();

/** Makes the list's items those given, in their order; an item whose text is unchanged stays untouched. */
function reconcile(list, items) {
  const present = new Map([...list.children].map((node) => [node.dataset.key, node]));
  items.forEach((item, i) => {
    const old = present.get(item.dataset.key);
    const same = old && old.isEqualNode(item);
    const settled = old && !same && old.classList.contains('new') && old.textContent === item.textContent;
    const node = same || settled ? old : item;
    if (old && node !== old) old.replaceWith(node);
    if (list.children[i] !== node) list.insertBefore(node, list.children[i] ?? null);
  });
  while (list.children.length > items.length) list.lastElementChild.remove();
}

function keep(list, record, most) {
  const others = list.filter((known) => keyOf(known) !== keyOf(record));
  return [record, ...others].slice(0, most);
}

function take(record, live) {
  if (record.kind.startsWith('gateway-status/')) {
    health.set(record.gateway, record.body);
  } else if (isWeighing(record)) {
    weighings = keep(weighings, record, CARDS);
    if (live) $('announcement').textContent = announcement(record, speech);
  } else {
    others = keep(others, record, OTHERS);
  }
}

function showWords() {
  document.documentElement.lang = speech.language;
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = speech.word(node.dataset.word);
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === speech.language));
  }
  const heads = ['gateway', 'stream', 'count', 'highest', 'missing', 'thinned', 'lost', 'repeated', 'conflicting', 'refused', 'chain', 'heard'];
  $('stream-heads').replaceChildren(...heads.map((head) => element('th', { scope: 'col' }, speech.code('heads', head))));
}

function showRecords() {
  reconcile($('vehicles'), weighings.map((record) => weighingCard(record, speech, shownBefore.size > 0 && !shownBefore.has(keyOf(record)))));
  shownBefore = new Set(weighings.map(keyOf));
  reconcile($('others'), others.map((record) => otherRecord(record, speech)));
  $('no-vehicles').hidden = weighings.length > 0;
  $('no-others').hidden = others.length > 0;
}

function sum(streams, column) {
  return streams.reduce((total, stream) => total + stream[column], 0);
}

function showProof() {
  const { streams, tenant } = situation;
  const stored = sum(streams, 'count');
  const proven = streams.every((stream) => stream.proven);
  const explained = sum(streams, 'thinned') + sum(streams, 'lost');
  const state = stored === 0 ? 'none' : proven ? 'good' : 'bad';
  $('verdict').dataset.state = state;
  $('verdict-sign').textContent = { none: '…', good: '✓', bad: '!' }[state];
  $('verdict-words').textContent = speech.word({ none: 'nothingYet', good: explained > 0 ? 'explained' : 'complete', bad: 'incomplete' }[state]);
  $('verdict-tenant').textContent = speech.word('ofTenant', { tenant });
  const broken = sum(streams, 'chainBreaks');
  const figures = [
    ['stored', speech.number(stored), false],
    ['missing', speech.number(sum(streams, 'missing')), sum(streams, 'missing') > 0],
    ['thinned', speech.number(sum(streams, 'thinned')), false],
    ['lost', speech.number(sum(streams, 'lost')), sum(streams, 'lost') > 0],
    ['repeated', speech.number(sum(streams, 'repeated')), false],
    ['conflicting', speech.number(sum(streams, 'conflicting')), sum(streams, 'conflicting') > 0],
    ['refused', speech.number(sum(streams, 'refused')), sum(streams, 'refused') > 0],
    ['chain', stored === 0 ? '–' : chainWords(broken), broken > 0],
  ];
  reconcile($('sums'), figures.map(([name, value, bad]) =>
    element('div', { 'data-key': name }, element('dt', {}, speech.word(name)), element('dd', { class: bad ? 'bad' : undefined }, value))));
}

function chainWords(broken) {
  return broken === 0 ? speech.word('chainOk') : speech.word('chainBroken', { n: speech.number(broken) });
}

function streamRow(stream) {
  const cell = (head, value, bad, wide) =>
    element('td', { 'data-head': speech.code('heads', head), class: [bad ? 'bad' : '', wide ? 'wide' : ''].join(' ').trim() || undefined }, value);
  const count = (head, bad) => cell(head, speech.number(stream[head]), bad && stream[head] > 0);
  const unknown = stream.gateway === '-';
  const row = [element('tr', { 'data-key': `${stream.gateway}/${stream.stream}` },
    element('th', { scope: 'row' }, unknown ? '–' : stream.gateway),
    element('td', { class: 'name' }, unknown ? speech.word('unknownStream') : stream.stream),
    count('count'), count('highest'), count('missing', true), count('thinned'), count('lost', true), count('repeated'), count('conflicting', true), count('refused', true),
    cell('chain', chainWords(stream.chainBreaks), stream.chainBreaks > 0),
    cell('heard', speech.moment(stream.lastHeard), false, true))];
  if (stream.missing > 0) {
    const ranges = stream.missingRanges.map(([first, last]) => (first === last ? speech.number(first) : `${speech.number(first)}–${speech.number(last)}`));
    row.push(element('tr', { 'data-key': `${stream.gateway}/${stream.stream}/missing` },
      element('td', { class: 'gaps', colspan: 12 }, speech.word('missingNumbers', { ranges: ranges.join('; ') }))));
  }
  return row;
}

function healthLine(body) {
  if (!body || typeof body.status !== 'string') return '';
  const parts = Array.isArray(body.parts) ? body.parts : [];
  const ill = parts.filter((part) => part.status !== 'ok').map((part) => `${part.id ?? part.name ?? part.part ?? ''}: ${part.message ?? part.code ?? part.status}`);
  return element('p', { class: `health ${body.status === 'ok' ? 'ok' : 'bad'}` }, [speech.code('health', body.status), ...ill].join(' · '));
}

function gatewayItem(state) {
  const words = speech.word(state.online ? 'online' : 'offline');
  const why = state.online ? (state.release ? speech.word('release', { release: state.release }) : '') : speech.code('reason', state.reason);
  return element('li', { 'data-key': state.gateway },
    element('span', { class: `state ${state.online ? 'ok' : 'bad'}` }, element('span', { class: 'dot', 'aria-hidden': 'true' }), words),
    element('strong', {}, state.gateway),
    element('p', { class: 'muted' }, [why, speech.word('since', { time: speech.moment(state.heard) })].filter(Boolean).join(' · ')),
    healthLine(health.get(state.gateway)));
}

function showSituation() {
  if (!situation) return;
  showProof();
  reconcile($('streams'), situation.streams.flatMap(streamRow));
  reconcile($('gateways'), situation.gateways.map(gatewayItem));
  reconcile($('alarms'), [
    ...situation.strangeKeys.map((key) => keyItem(key, speech)),
    ...situation.alarms.map(({ record }) => alarmItem(record, speech)).reverse(),
  ]);
  $('no-alarms').hidden = situation.alarms.length + situation.strangeKeys.length > 0;
  $('no-gateways').hidden = situation.gateways.length > 0;
}

function showLink(live) {
  const state = !live ? 'away' : situation.connected ? 'live' : 'waiting';
  $('link').dataset.state = state;
  const words = { away: 'away', live: 'live', waiting: 'waitingForBroker' }[state];
  setText($('link-words'), speech.word(words, { broker: situation?.broker }));
  const trouble = live && situation.trouble ? speech.word('notStoring', { reason: situation.trouble }) : '';
  const lost = !live && heardAt ? speech.word('awayLong', { time: speech.time(heardAt) }) : '';
  setText($('away'), trouble || lost);
  $('away').hidden = !(trouble || lost);
}

/** Only a change is written, or a screen reader would say the same again and again. */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function heard() {
  heardAt = new Date().toISOString();
  clearTimeout(silence);
  silence = setTimeout(lost, SILENCE_MS);
  showLink(true);
}

function lost() {
  source.close();
  clearTimeout(silence);
  showLink(false);
  setTimeout(connect, RETRY_MS + Math.random() * RETRY_MS);
}

function connect() {
  source = new EventSource('events');
  source.onerror = lost;
  source.addEventListener('hello', (event) => {
    situation = JSON.parse(event.data);
    weighings = [];
    others = [];
    for (const { record } of [...situation.health, ...situation.records, ...situation.weighings]) take(record, false);
    showRecords();
    showSituation();
    heard();
  });
  source.addEventListener('record', (event) => {
    take(JSON.parse(event.data).record, true);
    showRecords();
  });
  source.addEventListener('situation', (event) => {
    situation = JSON.parse(event.data);
    showSituation();
    heard();
  });
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    speech = speak(button.dataset.language);
    remember(speech.language);
    showWords();
    showRecords();
    showSituation();
    if (situation) showLink($('link').dataset.state !== 'away');
  });
}
showWords();
$('link').dataset.state = 'waiting';
setText($('link-words'), speech.word('connecting'));
connect();
