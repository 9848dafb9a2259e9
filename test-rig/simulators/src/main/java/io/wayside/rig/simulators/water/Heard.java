// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.nio.DoubleBuffer;

/** What reaches the gateway, and when, in milliseconds since the beginning. */
public sealed interface Heard {

  long atMs();

  /** Bytes from the radio: one line or a piece of one. */
  record Line(long atMs, String bytes) implements Heard {}

  /** An edge of the input that looks at a lamp. */
  record Edge(long atMs, int aid, boolean lit) implements Heard {}

  /**
   * What a photodiode at a lamp measured until then.
   *
   * @param stepMs between two of them
   * @param volts the last one at {@code atMs - stepMs}
   */
  record Levels(long atMs, int aid, int stepMs, DoubleBuffer volts) implements Heard {}
}
