// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

/** What rests on a scale over time. */
@FunctionalInterface
public interface MassSignal {

  /**
   * The mass in kilograms that the load cells feel.
   *
   * @param elapsedNanos time since the start of the simulation; never less than in the call before
   */
  double massKgAt(long elapsedNanos);
}
