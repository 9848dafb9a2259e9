// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import io.wayside.rig.simulators.motion.vehicle.Passage;

/** One measured channel: what it feels of a passing vehicle, before any electronics. */
public interface Probe {
  /** Its name, unique in the site. */
  String channel();

  /** Unit of the converter's value. */
  String unit();

  /** What stands between the force and the samples. */
  Electronics electronics();

  /** Places between which a wheel or a body is felt. */
  Reach reach();

  /** How many quantities it feels at once; {@link #response} makes one of them. */
  default int inputs() {
    return 1;
  }

  /** Adds what it feels of the vehicle at each sample. */
  void feel(Passage passage, Samples samples, double[][] inputs);

  /** The mechanics between what is felt and what is measured, with a memory of its own. */
  default Response response(double rateHz) {
    return inputs -> inputs[0];
  }

  /** A stretch of road. */
  record Reach(double fromM, double toM) {}

  /** Mechanics with a memory; called once for each sample in order. */
  @FunctionalInterface
  interface Response {
    /** The measured quantity for what is felt at this sample. */
    double next(double[] inputs);
  }
}
