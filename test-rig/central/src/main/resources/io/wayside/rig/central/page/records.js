// SPDX-License-Identifier: Apache-2.0
// Records as parts of the page: weighings as cards, every other kind by what its fields say.

import { findings, verdict, weighed } from './motion.js';
import { drawVehicle } from './vehicle.js';

const MOST_FIELDS = 6;

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== ''));
  return node;
}

export const keyOf = (record) => `${record.gateway}/${record.stream}/${record.sequence}`;
export const isWeighing = (record) => /^weighing(-in-motion)?\//.test(record.kind);
const nameOf = (record) => record.kind.split('/')[0];

/** A value with its uncertainty, both to the place the uncertainty justifies. */
export function measured(measurement, speech) {
  if (!measurement || typeof measurement.value !== 'number') return undefined;
  const { value, unit, uncertainty } = measurement;
  const decimals = unit === 'kg' ? 0 : 2;
  return {
    value: `${speech.number(value, decimals)} ${unit}`,
    doubt: typeof uncertainty === 'number'
      ? speech.word('uncertain', { value: speech.number(unit === 'kg' ? Math.ceil(uncertainty) : uncertainty, decimals), unit })
      : '',
  };
}

/** Flags in words, the simulated one apart: it has a badge of its own. */
function flagList(flags, speech) {
  const doubts = flags.filter((flag) => flag !== 'simulated');
  const items = doubts.length
    ? doubts.map((flag) => element('li', { title: flag }, speech.code('flags', flag)))
    : [element('li', { class: 'none' }, `✓ ${speech.word('noFlags')}`)];
  return element('ul', { class: 'flags' }, ...items);
}

export function weighingCard(record, speech, isNew) {
  const body = weighed(record);
  const decided = verdict(record);
  const flags = Array.isArray(body.flags) ? body.flags : [];
  const axles = Array.isArray(body.axles) ? body.axles : [];
  const simulated = flags.includes('simulated');
  const gross = measured(body.gross, speech);
  return element('li', { class: `vehicle${simulated ? ' simulated' : ''}${isNew ? ' new' : ''}`, 'data-key': keyOf(record) },
    element('div', { class: 'head' },
      element('h3', {}, speech.word('vehicle', { number: typeof body.vehicle === 'number' ? speech.number(body.vehicle) : speech.number(record.sequence) })),
      element('time', { datetime: record.occurred.wall }, speech.moment(record.occurred.wall)),
      element('span', { class: 'muted' }, [speech.ofMany('axles', axles.length), ...findings(record, speech)].join(' · ')),
      simulated ? element('span', { class: 'badge simulated' }, speech.word('simulated')) : ''),
    axles.length ? drawVehicle(axles, speech) : '',
    element('div', { class: 'figures' },
      element('p', { class: 'gross' },
        element('span', { class: 'quiet' }, `${speech.word('gross')}: `),
        element('strong', {}, gross ? gross.value : speech.word('noGross')),
        element('span', { class: 'muted' }, gross ? gross.doubt : '')),
      decided ? element('p', { class: `verdict ${decided.code}` },
        element('strong', {}, speech.code('verdicts', decided.code)), ' ',
        element('span', { class: 'muted' }, decided.offered ? '' : speech.word('notOffered'))) : '',
      flagList(flags, speech),
      element('p', { class: 'where' }, `${record.gateway} · ${record.stream} · № ${speech.number(record.sequence)}`)));
}

/** The sentence a screen reader speaks when a vehicle comes. */
export function announcement(record, speech) {
  const gross = measured(weighed(record).gross, speech);
  const flagged = record.body?.flags?.includes('simulated') ? ` (${speech.word('simulated')})` : '';
  return speech.word('arrived', { number: speech.number(record.body?.vehicle ?? record.sequence), gross: gross ? gross.value : speech.word('noGross') }) + flagged;
}

/** Names of fields end with their unit: durationS is a duration in seconds. */
const UNITS = { Kg: 'kg', Mps: 'm/s', Ms: 'ms', Hz: 'Hz', S: 's', M: 'm', N: 'N', V: 'V' };

function nameAndUnit(name) {
  const [, stem, suffix] = /^(.*[a-z])(Kg|Mps|Ms|Hz|S|M|N|V)$/.exec(name) ?? [];
  const words = (stem ?? name).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return [words, suffix ? ` ${UNITS[suffix]}` : ''];
}

/** A field's value in a few words; what is deeper is left to the record itself. */
function short(value, unit, speech) {
  if (value === null) return '–';
  if (typeof value === 'number') return speech.number(value, Number.isInteger(value) ? 0 : 2) + unit;
  if (typeof value === 'object') {
    const measurement = measured(value, speech);
    if (measurement) return `${measurement.value} ${measurement.doubt}`;
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join(', ') : '…';
  }
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? speech.moment(value) : String(value);
}

export function otherRecord(record, speech) {
  const fields = Object.entries(record.body ?? {}).filter(([, value]) => value !== '');
  const list = element('dl', {});
  for (const [name, value] of fields.slice(0, MOST_FIELDS)) {
    const [words, unit] = nameAndUnit(name);
    list.append(element('dt', {}, words), element('dd', {}, short(value, unit, speech)));
  }
  const more = fields.length - MOST_FIELDS;
  return element('li', { 'data-key': keyOf(record) },
    element('strong', {}, speech.code('kinds', nameOf(record))), ' ',
    element('time', { class: 'muted', datetime: record.occurred.wall }, speech.moment(record.occurred.wall)),
    element('div', { class: 'muted' }, `${record.gateway} · ${record.stream} · № ${speech.number(record.sequence)}`),
    list,
    more > 0 ? element('p', { class: 'muted' }, speech.word('more', { n: more })) : '');
}

export function alarmItem(record, speech) {
  const body = record.body ?? {};
  const severity = String(body.severity ?? '');
  return element('li', { 'data-key': keyOf(record) },
    element('span', { class: `severity ${severity}` }, `▲ ${speech.code('severity', severity)}`),
    ` · ${record.gateway} · ${body.source ?? ''}`,
    element('p', {}, String(body.message ?? body.code ?? '')),
    element('p', { class: 'muted' }, speech.word('since', { time: speech.moment(record.occurred.wall) })));
}

/** A gateway signs with a key nobody vouched for. */
export function keyItem({ gateway, key, since }, speech) {
  return element('li', { 'data-key': `key/${gateway}/${key}` },
    element('span', { class: 'severity critical' }, `▲ ${speech.code('severity', 'critical')}`),
    ` · ${gateway}`,
    element('p', {}, speech.word('strangeKey', { key })),
    element('p', { class: 'muted' }, speech.word('since', { time: speech.moment(since) })));
}
