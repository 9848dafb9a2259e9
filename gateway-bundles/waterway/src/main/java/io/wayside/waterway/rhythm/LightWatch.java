// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.Settling;
import io.wayside.waterway.light.Rhythm;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongConsumer;

/**
 * Watches one light by its input: edges of a contact, or samples of its current or of a photodiode.
 * Times are monotonic nanoseconds and passed in; not for several threads.
 */
public final class LightWatch {

  private static final long DEBOUNCE_NANOS = 20_000_000;
  private static final long SILENT_NANOS = 1_000_000_000;
  private static final double FORGETTING = 0.99; // of the widest distance of samples, per sample

  private final Settling settling = new Settling(DEBOUNCE_NANOS, false);
  private final Smoothing smoothing = new Smoothing();
  private final Strength strength;
  private final LongConsumer cameOn;
  private Expected expected;
  private Judge judge;
  private Slicer slicer;
  private boolean sampled;
  private long sampleNanos; // when the last one was taken
  private double samplingNanos;

  /** A light whose usual levels are learned once it has been as expected for a while. */
  public LightWatch(Expected expected) {
    this(expected, Optional.empty());
  }

  /**
   * The same.
   *
   * @param cameOn is told when the light came on, once that is no bouncing
   */
  public LightWatch(Expected expected, LongConsumer cameOn) {
    this(expected, Optional.empty(), cameOn);
  }

  /** A light whose usual levels are known, by its configuration or from an earlier life. */
  public LightWatch(Expected expected, Optional<Usual> usual) {
    this(expected, usual, nanos -> {});
  }

  private LightWatch(Expected expected, Optional<Usual> usual, LongConsumer cameOn) {
    this.cameOn = cameOn;
    this.strength = new Strength(usual);
    this.expected = expected;
    this.judge = new Judge(expected, Tolerance.usual());
    this.slicer = new Slicer(judge.periodNanos());
  }

  /** Another rhythm is expected from now on; what was seen before says nothing of it. */
  public void expect(Expected next) {
    expected = next;
    judge = new Judge(next, Tolerance.usual());
    slicer = new Slicer(judge.periodNanos());
    cut();
  }

  public Expected expected() {
    return expected;
  }

  /**
   * The light went on or out, or it is told again that it is on or out. Where the first thing that
   * is told after silence is a state and no edge, that is all right too.
   */
  public void edge(long nanos, boolean lit) {
    if (settling.active().isEmpty()) {
      settling.begin(lit);
      judge.hear(lit, nanos);
      return;
    }
    settle(settling.hear(lit, nanos, StampedBy.DRIVER));
  }

  private void settle(Optional<ContactChange> change) {
    if (change.isEmpty()) {
      return;
    }
    ContactChange edge = change.get();
    judge.hear(edge.active(), edge.monotonicNanos());
    if (edge.active()) {
      cameOn.accept(edge.monotonicNanos());
    }
  }

  /** A sample of the lamp's current, or of a photodiode. */
  public void level(long nanos, double level) {
    if (!Double.isFinite(level)) {
      silent(nanos);
      return;
    }
    if (sampled && nanos - sampleNanos > Math.max(SILENT_NANOS, (long) (5 * samplingNanos))) {
      cut();
    }
    if (sampled) {
      samplingNanos = Math.max((double) (nanos - sampleNanos), samplingNanos * FORGETTING);
      judge.sampledEvery((long) samplingNanos);
    }
    sampled = true;
    sampleNanos = nanos;
    smoothing.hear(nanos, level).ifPresent(smooth -> smoothed(smooth.nanos(), smooth.value()));
  }

  private void smoothed(long nanos, double value) {
    Optional<Boolean> lit = slicer.hear(nanos, value, strength.usual());
    if (lit.isEmpty()) {
      settling.lose();
      judge.cut();
      return;
    }
    strength.hear(nanos, value, lit.get(), slicer.levels());
    edge(nanos, lit.get());
  }

  /** The input is interrupted: what the light does from then on is not known. */
  public void silent(long nanos) {
    cut();
  }

  private void cut() {
    sampled = false;
    settling.lose();
    smoothing.cut();
    slicer.cut();
    judge.cut();
    strength.cut();
  }

  public Seen seen(long nanos) {
    return finding(nanos).seen();
  }

  /** What is seen now, with its reason and what was measured. */
  public Finding finding(long nanos) {
    if (sampled && nanos - sampleNanos > Math.max(SILENT_NANOS, (long) (5 * samplingNanos))) {
      cut();
    }
    settle(settling.settled(nanos));
    Judge.Verdict verdict = judge.judge(sampled ? Math.min(nanos, sampleNanos) : nanos);
    Seen seen = verdict.seen();
    String reason = verdict.reason();
    if (verdict.fresh() && seen != Seen.AS_EXPECTED) {
      strength.stopLearning();
    }
    if (seen == Seen.AS_EXPECTED && verdict.fresh()) {
      strength.learn(nanos, judge.periodNanos());
      if (strength.isReduced()) {
        seen = Seen.REDUCED;
        reason +=
            String.format(Locale.ROOT, ", at %.0f %% of its usual strength", strength.percent());
      }
    } else if (seen == Seen.NOT_KNOWN && sampled && settling.active().isEmpty()) {
      reason =
          "the level shows no light and dark that can be told apart; give the usual levels, or look"
              + " at the sensor";
    }
    return new Finding(seen, reason, measured(), strength.rise());
  }

  private Optional<Rhythm> measured() {
    return judge.measured();
  }

  /** The light's levels in good order, given or learned; worth keeping over a restart. */
  public Optional<Usual> usual() {
    return strength.usual();
  }

  /** By how much the level rises while it is lit, lately. */
  public OptionalDouble rise() {
    return strength.rise();
  }
}
