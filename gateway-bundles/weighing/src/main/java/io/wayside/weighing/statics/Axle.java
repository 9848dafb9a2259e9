// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.rest.Plateau;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One axle, or whatever else pressed on the platform between two times it was empty.
 *
 * @param arrivedNanos first reading with it
 * @param leftNanos first reading without it, or the last seen of it when the signal went away
 * @param readings readings heard while it was there
 * @param highestKg highest indication while it was there, at rest or not
 * @param zeroBeforeKg what the empty platform indicated at rest before it; empty when never seen
 * @param plateaus every rest, in order; of more than {@value #MOST_PLATEAUS} the first, the lowest,
 *     the highest and the latest
 * @param flags everything that throws doubt on it
 */
public record Axle(
    long arrivedNanos,
    long leftNanos,
    int readings,
    double highestKg,
    OptionalDouble zeroBeforeKg,
    List<Plateau> plateaus,
    Flags flags) {

  static final int MOST_PLATEAUS = 32;

  public Axle {
    plateaus = List.copyOf(plateaus);
    if (plateaus.isEmpty() && !flags.has(Flag.UNSTABLE)) {
      flags = flags.with(Flag.UNSTABLE);
    }
  }

  /** The rest that counts: the last before it left; none when it never was at rest. */
  public Optional<Plateau> deciding() {
    return plateaus.isEmpty() ? Optional.empty() : Optional.of(plateaus.get(plateaus.size() - 1));
  }

  /** Largest distance of another plateau from the deciding one, in kg. */
  public double farthestPlateauKg() {
    double decidedKg = deciding().map(Plateau::massKg).orElse(0.0);
    return plateaus.stream().mapToDouble(p -> Math.abs(p.massKg() - decidedKg)).max().orElse(0);
  }

  Axle with(Flags more) {
    return new Axle(
        arrivedNanos, leftNanos, readings, highestKg, zeroBeforeKg, plateaus, flags.with(more));
  }
}
