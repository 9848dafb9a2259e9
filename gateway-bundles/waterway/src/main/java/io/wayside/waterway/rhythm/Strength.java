// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How strong a light is against how strong it usually is. The usual strength is learned once, while
 * the rhythm is as expected, and then stays: a light that fades must not teach that it is faint.
 */
final class Strength {

  private static final double REDUCED = 0.7;
  private static final double GOOD_AGAIN = 0.8;
  private static final long LEARNED_NANOS = 60_000_000_000L;
  private static final int KEPT = 64;
  private static final long EVERY_NANOS = 250_000_000;

  private Optional<Usual> usual;
  private final double[] darks = new double[KEPT];
  private final double[] lits = new double[KEPT];
  private int dark;
  private int lit;
  private long keptNanos;
  private boolean learning;
  private long learningNanos;
  private boolean reduced;

  Strength(Optional<Usual> usual) {
    this.usual = usual;
  }

  /** A level of which is known whether it is lit. */
  void hear(long nanos, double value, boolean isLit, Optional<TwoLevels> levels) {
    if (dark + lit > 0 && nanos - keptNanos < EVERY_NANOS) {
      return;
    }
    keptNanos = nanos;
    if (levels.isPresent()) {
      lits[lit++ % KEPT] = levels.get().lit();
      darks[dark++ % KEPT] = levels.get().dark();
    } else if (isLit) {
      lits[lit++ % KEPT] = value;
    } else {
      darks[dark++ % KEPT] = value;
    }
  }

  /** The rhythm has been right since the last time, or since now. */
  void learn(long nanos, long periodNanos) {
    if (usual.isPresent() || lit == 0 || dark == 0) {
      return;
    }
    if (!learning) {
      learning = true;
      learningNanos = nanos;
    } else if (nanos - learningNanos >= Math.max(LEARNED_NANOS, 5 * periodNanos)) {
      double rise = median(lits, lit) - median(darks, dark);
      if (rise > 0) {
        usual = Optional.of(new Usual(median(darks, dark), rise));
      }
    }
  }

  void stopLearning() {
    learning = false;
  }

  void cut() {
    learning = false;
    dark = 0;
    lit = 0;
  }

  Optional<Usual> usual() {
    return usual;
  }

  OptionalDouble rise() {
    if (lit == 0 || (dark == 0 && usual.isEmpty())) {
      return OptionalDouble.empty();
    }
    double from = dark == 0 ? usual.get().dark() : median(darks, dark);
    return OptionalDouble.of(median(lits, lit) - from);
  }

  double percent() {
    return 100 * rise().orElse(0) / usual.map(Usual::rise).orElse(Double.MAX_VALUE);
  }

  boolean isReduced() {
    if (usual.isEmpty() || rise().isEmpty()) {
      return false;
    }
    reduced = percent() < 100 * (reduced ? GOOD_AGAIN : REDUCED);
    return reduced;
  }

  private static double median(double[] ring, int count) {
    double[] held = Arrays.copyOf(ring, Math.min(count, KEPT));
    Arrays.sort(held);
    return held[held.length / 2];
  }
}
