// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rest;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flag;
import java.util.Optional;

/**
 * Says when a load is at rest. It can only be stricter than the device: an indication that the
 * device itself calls moving, unstable, out of range or net never takes part in a rest, however
 * steady the numbers are.
 */
public final class RestJudge {

  private final RestRule rule;
  private Run run;

  public RestJudge(RestRule rule) {
    this.rule = rule;
    this.run = new Run(rule);
  }

  /** Hears the next reading; answers the plateau that it ended, if it ended one. */
  public Optional<Plateau> hear(WeightReading reading) {
    if (!mayRest(reading)) {
      return breakOff();
    }
    if (run.takes(reading)) {
      run.add(reading);
      return Optional.empty();
    }
    Optional<Plateau> ended = current();
    run = run.continuedWith(reading);
    return ended;
  }

  /** The plateau that lasts now. */
  public Optional<Plateau> current() {
    return atRest() ? Optional.of(run.plateau()) : Optional.empty();
  }

  public boolean atRest() {
    return run.atRest();
  }

  /** Forgets the readings so far; answers the plateau that ends with this, if one lasted. */
  public Optional<Plateau> breakOff() {
    Optional<Plateau> ended = current();
    run = new Run(rule);
    return ended;
  }

  private static boolean mayRest(WeightReading reading) {
    return reading.motion() != Motion.MOVING
        && reading.basis() != Basis.NET
        && !reading.flags().has(Flag.UNSTABLE)
        && !reading.flags().has(Flag.OUT_OF_RANGE);
  }
}
