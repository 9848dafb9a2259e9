// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import io.wayside.rig.simulators.motion.vehicle.Passage;

/** A contact that closes while a vehicle is there. */
public interface Detector {
  /** Its name, unique in the site. */
  String contact();

  /** Places between which a body is noticed. */
  Probe.Reach reach();

  /** What is noticed of one vehicle; several add up. */
  double presence(Passage passage, double timeS);

  /** Closes at this much. */
  double closesAt();

  /** Opens below this. */
  double opensBelow();

  /** How often it looks. */
  double scanS();
}
