// SPDX-License-Identifier: Apache-2.0
'use strict';

/** What the marks come to, over the rows that are done. Knows nothing of the page. */
function resultOf(proof, marks, intervalS) {
  const total = tally();
  const byClass = new Map();
  const byInterval = new Map();
  const one = (map, key) => {
    if (!map.has(key)) {
      map.set(key, tally());
    }
    return map.get(key);
  };
  const slot = (t) => Math.floor(t / intervalS);
  const seen = (line, t) => marks.isDone(line, marks.rowOf(t));

  proof.events.forEach((event, number) => {
    if (!seen(event.line, event.t)) {
      return;
    }
    const said = marks.judged[number];
    const there = said.right;
    // A vehicle counted in the wrong direction is one too many there, and one missed here.
    const right = there && said.direction === event.direction;
    for (const sum of [total, one(byInterval, slot(event.t))]) {
      sum.machine += 1;
      sum.truth += there ? 1 : 0;
      sum.right += right ? 1 : 0;
    }
    one(byClass, event.class).machine += 1;
    if (there) {
      one(byClass, said.class).truth += 1;
      if (right && said.class === event.class) {
        one(byClass, event.class).right += 1;
      }
    }
  });
  marks.missed.filter((missed) => seen(missed.line, missed.t)).forEach((missed) => {
    total.truth += 1;
    one(byInterval, slot(missed.t)).truth += 1;
    one(byClass, missed.class).truth += 1;
  });
  return {
    total: figures(total),
    byClass: [...byClass].sort().map(([name, sum]) => ({ name, ...figures(sum) })),
    byInterval: [...byInterval].sort((a, b) => a[0] - b[0])
      .map(([number, sum]) => ({ fromS: number * intervalS, ...figures(sum) })),
  };
}

function tally() {
  return { machine: 0, truth: 0, right: 0 };
}

/** Shares are null where there is nothing to have a share of. */
function figures({ machine, truth, right }) {
  return {
    machine,
    truth,
    right,
    precision: machine === 0 ? null : right / machine,
    recall: truth === 0 ? null : right / truth,
    error: truth === 0 ? null : (machine - truth) / truth,
  };
}
