// SPDX-License-Identifier: Apache-2.0
// A weighing in motion as the card of a weighing shows it: loads in kilograms, what was decided beside.

const G = 9.80665; // m/s²: loads come in newton, people read kilograms

const mass = (newton, uncertainty) => (typeof newton === 'number'
  ? { value: newton / G, unit: 'kg', uncertainty: typeof uncertainty === 'number' ? uncertainty / G : undefined }
  : null);

/** The body of a weighing in the members the card reads; a static one is that already. */
export function weighed(record) {
  const body = record.body ?? {};
  if (!record.kind.startsWith('weighing-in-motion/')) return body;
  return {
    ...body,
    axles: (Array.isArray(body.axles) ? body.axles : []).map((axle) => ({
      ...axle, arrivedS: axle.atS, mass: mass(axle.loadN, axle.uncertaintyN),
    })),
    gross: mass(body.grossN, body.grossUncertaintyN),
  };
}

/** Speed, class and what the law says, in words; nothing for a static weighing. */
export function findings(record, speech) {
  const body = record.body ?? {};
  const found = [];
  if (typeof body.speedMps === 'number') found.push(`${speech.number(Math.abs(body.speedMps) * 3.6)} km/h`);
  const name = body.class?.name?.[speech.language];
  if (name) found.push(body.class.status === 'ambiguous' ? `${name} ?` : name);
  return found;
}

/** The verdict of the law pack; offered says whether nothing speaks against using it. */
export function verdict(record) {
  const decision = record.body?.decision;
  return decision ? { code: String(decision.verdict), offered: record.body.forEnforcement === true } : undefined;
}
