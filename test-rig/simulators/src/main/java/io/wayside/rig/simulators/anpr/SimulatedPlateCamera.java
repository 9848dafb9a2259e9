// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.anpr;

/** A camera that reads plates, of whatever make. */
public interface SimulatedPlateCamera extends AutoCloseable {

  String address();

  /** How many hear the events. */
  int hearing();

  /** How many requests were sent away, since who asked was not known. */
  int refused();

  void sees(SeenPlate plate);

  /** Says that it is there, and no more. */
  void beats();

  /** Hangs up; until {@link #restore} nobody is answered. */
  void drop();

  void restore();

  @Override
  void close();
}
