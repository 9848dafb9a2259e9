// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import io.wayside.rig.simulators.water.Fault;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What became of one fault.
 *
 * @param stated within what time it is to be found
 * @param visibleS when it could be seen first; empty when it never could
 * @param detectedS when the watcher said so
 */
record Finding(Fault fault, Duration stated, OptionalDouble visibleS, OptionalDouble detectedS) {

  /** Whether the watcher can be blamed at all. */
  boolean couldBeSeen() {
    return visibleS.isPresent();
  }

  OptionalDouble delayS() {
    return visibleS.isPresent() && detectedS.isPresent()
        ? OptionalDouble.of(Math.max(0, detectedS.getAsDouble() - visibleS.getAsDouble()))
        : OptionalDouble.empty();
  }

  boolean inTime() {
    return delayS().isPresent() && delayS().getAsDouble() <= stated.toSeconds();
  }
}
