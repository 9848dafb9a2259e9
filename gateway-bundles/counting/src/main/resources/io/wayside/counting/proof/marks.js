// SPDX-License-Identifier: Apache-2.0
'use strict';

/** Tells this run of the counter from others of the same clip: FNV-1a over what it counted. */
function fingerprintOf(proof) {
  const text = JSON.stringify(proof.events.map((event) => [event.line, event.t, event.direction, event.class]));
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}

/** What a person says of the events. Knows nothing of the page. */
class Marks {
  constructor(proof) {
    this.proof = proof;
    this.clear();
  }

  clear() {
    this.judged = {}; // by number of the event: { right, class, direction }
    this.missed = []; // { line, t, along, class, direction }
    this.done = {}; // by "line row": true
  }

  rowOf(t) {
    return Math.max(0, Math.floor(t / this.proof.rowS));
  }

  eventsIn(line, row) {
    return this.proof.events
      .map((event, number) => ({ event, number }))
      .filter(({ event }) => event.line === line && this.rowOf(event.t) === row);
  }

  isDone(line, row) {
    return this.done[`${line} ${row}`] === true;
  }

  judge(number, right) {
    const event = this.proof.events[number];
    const before = this.judged[number];
    this.judged[number] = {
      right,
      class: before ? before.class : event.class,
      direction: before ? before.direction : event.direction,
    };
  }

  /** What it was in truth; says also that something was there. */
  correct(number, member, value) {
    this.judge(number, true);
    this.judged[number][member] = value;
  }

  /** Takes back what was said; its row is not done any more. */
  unjudge(number) {
    const event = this.proof.events[number];
    delete this.judged[number];
    delete this.done[`${event.line} ${this.rowOf(event.t)}`];
  }

  /** A row was looked at: what nobody judged in it is right. */
  finish(line, row) {
    this.eventsIn(line, row)
      .filter(({ number }) => !this.judged[number])
      .forEach(({ number }) => this.judge(number, true));
    this.done[`${line} ${row}`] = true;
  }

  reopen(line, row) {
    delete this.done[`${line} ${row}`];
  }

  /** Where most go on a line, as far as it is known: by its events, else by the way it was given. */
  usualDirection(line) {
    const ways = { left: 0, right: 0 };
    this.proof.events.forEach((event, number) => {
      const said = this.judged[number] ?? { right: true, direction: event.direction };
      if (event.line === line && said.right) {
        ways[said.direction] += 1;
      }
    });
    if (ways.left !== ways.right) {
      return ways.left > ways.right ? 'left' : 'right';
    }
    return this.proof.lines.find((one) => one.id === line)?.way ?? 'left';
  }

  miss(line, t, along, vehicleClass, direction) {
    this.missed.push({ line, t, along, class: vehicleClass, direction });
    return this.missed.length - 1;
  }

  forget(index) {
    this.missed.splice(index, 1);
  }

  save() {
    return {
      title: this.proof.title,
      events: fingerprintOf(this.proof),
      judged: this.judged,
      missed: this.missed,
      done: this.done,
    };
  }

  /** Takes what was saved, or says in a word why not and changes nothing. */
  load(saved) {
    if (typeof saved !== 'object' || saved === null || typeof saved.judged !== 'object'
        || saved.judged === null || !Array.isArray(saved.missed) || typeof saved.done !== 'object') {
      return 'no-marks';
    }
    if (saved.title !== this.proof.title || saved.events !== fingerprintOf(this.proof)) {
      return 'other-clip';
    }
    const lines = new Set(this.proof.lines.map((line) => line.id));
    const known = Object.entries(saved.judged).every(
      ([number, said]) => this.proof.events[number] && said && typeof said.right === 'boolean');
    const placed = saved.missed.every((one) => one && lines.has(one.line) && Number.isFinite(one.t));
    if (!known || !placed) {
      return 'no-marks';
    }
    this.judged = saved.judged;
    this.missed = saved.missed;
    this.done = saved.done || {};
    return '';
  }
}
