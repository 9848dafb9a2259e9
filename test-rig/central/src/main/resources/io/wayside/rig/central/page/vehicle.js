// SPDX-License-Identifier: Apache-2.0
// Draws a vehicle from its axles: wheels as far apart as the axles came in time, loads in kg below.

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 380;
const NARROWEST = 34;

function shape(name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

/** Where the wheels stand, first axle left, from the moments the axles arrived. */
function places(axles) {
  const left = 40;
  const right = WIDTH - 36;
  const steps = axles.slice(1).map((axle, i) => Math.max(0, (axle.arrivedS ?? 0) - (axles[i].arrivedS ?? 0)));
  const total = steps.reduce((sum, step) => sum + step, 0);
  const closest = Math.min(axles.length > 6 ? NARROWEST : 54, (right - left) / Math.max(1, steps.length));
  const spare = Math.min(right - left - closest * steps.length, 75 * steps.length);
  let x = left;
  return [x, ...steps.map((step) => (x += closest + (total > 0 ? (spare * step) / total : 0)))];
}

const loadOf = (axle) => (typeof axle.mass?.value === 'number' ? axle.mass.value : undefined);

/** A number over its unit, below the wheel; in a long row every second one stands lower. */
function label(axle, x, lower, speech) {
  const doubt = (axle.flags ?? []).some((flag) => flag !== 'simulated');
  const load = loadOf(axle);
  const y = lower ? 128 : 97;
  return [
    shape('text', { class: doubt ? 'load-label doubt' : 'load-label', x, y }, (load === undefined ? '–' : speech.number(load)) + (doubt ? '*' : '')),
    shape('text', { class: 'unit', x, y: y + 13 }, load === undefined ? '' : 'kg'),
  ];
}

export function drawVehicle(axles, speech) {
  const crowded = axles.length > 6;
  const drawing = shape('svg', { viewBox: `0 0 ${WIDTH} ${crowded ? 144 : 114}`, class: 'drawing', role: 'img' });
  const loads = axles.map((axle) => (loadOf(axle) === undefined ? '–' : `${speech.number(loadOf(axle))} kg`));
  drawing.setAttribute('aria-label', speech.word('drawing', { n: speech.number(axles.length), loads: loads.join(', ') }));
  const at = places(axles);
  const back = Math.max(at[at.length - 1] + 22, 120);
  drawing.append(
    shape('rect', { class: 'load', x: 66, y: 12, width: back - 66, height: 43, rx: 3 }),
    shape('path', { class: 'cab', d: 'M17 60V38q0-4 3-7l9-12q2-3 6-3h25v44z' }),
    shape('path', { class: 'glass', d: 'M24 37l9-12q1-2 4-2h8v14z' }),
    shape('rect', { class: 'cab', x: 17, y: 55, width: back - 17, height: 5 }),
    shape('line', { class: 'ground', x1: 0, x2: WIDTH, y1: 79.5, y2: 79.5 }));
  axles.forEach((axle, i) => {
    drawing.append(
      shape('circle', { class: 'tyre', cx: at[i], cy: 66, r: 13 }),
      shape('circle', { class: 'hub', cx: at[i], cy: 66, r: 5 }),
      ...label(axle, at[i], crowded && i % 2 === 1, speech));
  });
  return drawing;
}
