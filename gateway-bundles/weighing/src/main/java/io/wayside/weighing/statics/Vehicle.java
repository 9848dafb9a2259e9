// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A vehicle as it was seen, axle by axle.
 *
 * @param number counts vehicles since the station started
 * @param beganNanos its first axle's arrival
 * @param endedNanos when it was known to be over
 * @param ending how it ended
 * @param remark why the operator ended it, with who; empty otherwise
 * @param indicated what its indications referred to
 * @param readings readings heard from the first to the last
 * @param axles in the order in which they came; at least one
 * @param interruptions stretches not seen; at most the first {@value #MOST_INTERRUPTIONS}
 * @param interrupted how many there were
 * @param flags everything that throws doubt on the whole, those of its axles included
 */
public record Vehicle(
    int number,
    long beganNanos,
    long endedNanos,
    Ending ending,
    String remark,
    Indicated indicated,
    int readings,
    List<Axle> axles,
    List<Interrupted> interruptions,
    int interrupted,
    Flags flags)
    implements Finding {

  static final int MOST_INTERRUPTIONS = 32;

  public Vehicle {
    axles = List.copyOf(axles);
    interruptions = List.copyOf(interruptions);
    for (Axle axle : axles) {
      flags = flags.with(axle.flags());
    }
    if (axles.stream().anyMatch(axle -> axle.deciding().isEmpty())) {
      flags = flags.with(Flag.UNSTABLE);
    }
  }

  @Override
  public long sinceNanos() {
    return beganNanos;
  }

  /** The sum of the axles; empty as soon as one of them has no value. */
  public OptionalDouble grossKg() {
    return grossKg(axles);
  }

  static OptionalDouble grossKg(List<Axle> axles) {
    double sum = 0;
    for (Axle axle : axles) {
      if (axle.deciding().isEmpty()) {
        return OptionalDouble.empty();
      }
      sum += axle.deciding().get().massKg();
    }
    return OptionalDouble.of(sum);
  }
}
