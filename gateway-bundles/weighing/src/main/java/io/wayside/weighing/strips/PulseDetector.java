// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the pulses of one channel as samples arrive. Between pulses the baseline and the noise
 * follow the signal; in a pulse both are held. A pulse is measured when quiet signal has come
 * behind it, or when the next begins after enough of it: neighbours without quiet between them are
 * one burst and share the baseline before and behind it.
 */
final class PulseDetector {

  private enum Phase {
    LEARNING,
    QUIET,
    PULSE,
    STUCK
  }

  // Mean distance from the mean to standard deviation, for normal noise.
  private static final double TO_SIGMA = 1.2533;
  private static final double HYSTERESIS = 0.5;
  private static final double GUARD_SHARE = 0.35;
  // The prelude of a piezo in asphalt lies up to about three tyre lengths before the tyre.
  private static final double LOBE_GUARD_SHARE = 3;
  private static final double DOUBLE_PEAK_SHARE = 0.4;
  // A baseline that was not held quite right must not look like more of a heavy wheel.
  private static final double TAIL_SHARE = 0.015;
  private static final double FAINT = 4;
  // What is left of a heavy axle in a baseline that bends or sinks: long, and a small share of it.
  private static final double RESIDUE = 0.03;
  private static final int LONGEST_BURST = 8;
  private static final double ZERO_PERIODS = 20;
  private static final double SPIKE_GROWTH = 1.02;
  // Thresholds follow the noise in steps, so that results do not depend on how samples are cut.
  private static final int NOISE_STEP = 63;

  private final PulseReader.Channel channel;
  private final Pace pace;
  private final PulseReader reader;
  private final Ring ring;
  private final List<Span> burst = new ArrayList<>(LONGEST_BURST);

  private Phase phase = Phase.LEARNING;
  // A high-pass lets its baseline sink by the load over its time constant and brings it back to the
  // level about which the whole signal lies.
  private final double relax;
  private final double zeroRate;
  private double zero;
  private double base;
  private double deviation;
  private double up = Double.POSITIVE_INFINITY;
  private double down;
  private long start;
  private long lastAbove;
  private double top;
  private double heaviest;
  private int below;
  private long quietFrom;
  private long settleAt = Long.MAX_VALUE;
  private long since;
  private long spikes;
  private long lost;

  PulseDetector(PulseReader.Channel channel, Pace pace, PulseReader reader) {
    this.channel = channel;
    this.pace = pace;
    this.reader = reader;
    this.relax = 1 / channel.timeConstantSamples();
    this.zeroRate = Math.min(pace.zeroRate(), relax / ZERO_PERIODS);
    this.ring = new Ring(4 * pace.longest());
  }

  /** Takes samples [from, to) of x. */
  void take(double[] x, int from, int to, Consumer<? super Pulse> found) {
    for (int i = from; i < to; i++) {
      double sample = x[i];
      if (!Double.isFinite(sample)) {
        sample = base;
        lost++;
      }
      ring.put(sample);
      zero += zeroRate * (sample - zero);
      double over = sample - base;
      switch (phase) {
        case QUIET -> quiet(over, found);
        case PULSE -> pulse(over, found);
        case STUCK -> stuck(over);
        case LEARNING -> learning();
      }
    }
  }

  private void quiet(double over, Consumer<? super Pulse> found) {
    long now = ring.next() - 1;
    if (over < up) {
      // Far below lies the undershoot behind a heavy axle: the baseline follows it, the noise does
      // not. Where the pavement bends it is a dip that passes, and nothing follows unless it lasts.
      boolean dip = over <= -up && channel.lobe() == Half.Lobe.POSITIVE;
      below = dip ? below + 1 : 0;
      base += relax * (zero - base - (dip ? over : 0));
      if (!dip || below > pace.learn()) {
        base += pace.baseRate() * over;
      }
      if (over > -up) {
        deviation += pace.noiseRate() * (Math.abs(over) - deviation);
      }
      if ((now & NOISE_STEP) == 0) {
        thresholds();
      }
    } else {
      begin(now, over, found);
    }
    if (now >= settleAt) {
      settle(now + 1, found);
    }
  }

  private void begin(long now, double over, Consumer<? super Pulse> found) {
    if (!burst.isEmpty()) {
      Span last = burst.get(burst.size() - 1);
      long guard = guardBehind(last);
      long quiet = now - guardBefore(last) - (last.end() + 1 + guard);
      if (quiet >= Math.max(pace.leastQuiet(), guard / 2)) {
        settle(now - guardBefore(last), found);
      } else if (burst.size() == LONGEST_BURST
          || last.end() - burst.get(0).start() > pace.longest()) {
        settle(last.end() + 1, found);
      }
      settleAt = Long.MAX_VALUE;
    }
    phase = Phase.PULSE;
    start = now;
    lastAbove = now;
    top = over;
  }

  private void pulse(double over, Consumer<? super Pulse> found) {
    long now = ring.next() - 1;
    base += relax * (zero - base - over);
    top = Math.max(top, over);
    if (over > Math.max(down, TAIL_SHARE * top)) {
      lastAbove = now;
      boolean residue = now - start > pace.learn() && top < RESIDUE * heaviest;
      if (residue || (now - start > pace.longest() / 4 && top < FAINT * up)) {
        base += over; // no wheel is that faint for so long
        phase = Phase.QUIET;
        spikes++;
        settleAt = burst.isEmpty() ? Long.MAX_VALUE : now;
      } else if (now - start > pace.longest()) {
        if (!burst.isEmpty()) {
          settle(start, found);
        }
        found.accept(Pulse.stuck(channel.detector(), start, now, top));
        phase = Phase.STUCK;
        since = now;
      }
    } else if (now - lastAbove > pace.leastGap()
        && now - lastAbove > DOUBLE_PEAK_SHARE * (lastAbove - start)) {
      end();
    }
  }

  private void end() {
    phase = Phase.QUIET;
    seat();
    Span span = new Span(start, lastAbove);
    if (span.width() < pace.shortest()) {
      spikes++;
      deviation *= SPIKE_GROWTH; // noise that grew faster than it is followed
    } else {
      burst.add(span);
      heaviest = Math.max(heaviest, top);
    }
    if (!burst.isEmpty()) {
      Span last = burst.get(burst.size() - 1);
      settleAt = last.end() + guardBehind(last) + pace.quiet();
    }
  }

  /** Sets the baseline on the signal behind a pulse: what was held is only nearly right. */
  private void seat() {
    long now = ring.next();
    long from = (lastAbove + 1 + now) / 2;
    if (from < now) {
      double sum = 0;
      for (long i = from; i < now; i++) {
        sum += ring.at(i);
      }
      double level = sum / (now - from);
      base = channel.lobe() == Half.Lobe.POSITIVE ? Math.max(base, level) : level;
    }
  }

  /** Measures the burst; quiet signal behind it reaches to {@code quietUntil}. */
  private void settle(long quietUntil, Consumer<? super Pulse> found) {
    Span first = burst.get(0);
    Span last = burst.get(burst.size() - 1);
    long from =
        Math.max(
            Math.max(quietFrom, ring.oldest()), first.start() - guardBefore(first) - pace.quiet());
    long quietAgain = Math.min(last.end() + 1 + guardBehind(last), ring.next());
    PulseReader.Window window =
        new PulseReader.Window(
            from,
            Math.max(from, first.start() - guardBefore(first)),
            quietAgain,
            Math.max(quietAgain, quietUntil));
    reader.load(ring, window, channel);
    for (int i = 0; i < burst.size(); i++) {
      Span span = burst.get(i);
      long left = span.start() - guardBefore(span);
      long right = span.end() + 1 + guardBehind(span);
      if (i > 0) {
        left = Math.max(left, (burst.get(i - 1).end() + span.start()) / 2);
      }
      if (i < burst.size() - 1) {
        right = Math.min(right, (span.end() + burst.get(i + 1).start()) / 2);
      }
      found.accept(
          reader.read(
              ring,
              window,
              channel,
              span,
              Math.max(left, from),
              Math.min(right, window.to()),
              noise()));
    }
    burst.clear();
    heaviest = 0;
    settleAt = Long.MAX_VALUE;
    quietFrom = quietAgain;
  }

  private long guardBefore(Span span) {
    return channel.lobe() == Half.Lobe.POSITIVE
        ? Math.round(LOBE_GUARD_SHARE * span.width())
        : guardBehind(span);
  }

  private long guardBehind(Span span) {
    return Math.max(pace.leastGuard(), Math.round(GUARD_SHARE * span.width()));
  }

  private void stuck(double over) {
    long now = ring.next() - 1;
    if (over <= down && now - lastAbove > pace.quiet()) {
      learnAnew();
    } else if (over > down) {
      lastAbove = now;
      if (now - since > 10L * pace.longest()) {
        learnAnew(); // nothing stands that long on a strip: the baseline jumped
      }
    }
  }

  private void learnAnew() {
    phase = Phase.LEARNING;
    since = ring.next();
  }

  private void learning() {
    if (ring.next() - since < pace.learn()) {
      return;
    }
    double[] last = new double[pace.learn()];
    for (int i = 0; i < last.length; i++) {
      last[i] = ring.at(ring.next() - last.length + i);
    }
    Arrays.sort(last);
    base = last[last.length / 2];
    double sum = 0;
    for (double sample : last) {
      sum += Math.abs(sample - base);
    }
    deviation = sum / last.length;
    zero = base;
    phase = Phase.QUIET;
    quietFrom = Math.max(quietFrom, since);
    thresholds();
  }

  private void thresholds() {
    up = Math.max(pace.floor(), pace.noiseMultiple() * noise());
    down = HYSTERESIS * up;
  }

  /** Passes over lost samples; what was under way is measured as far as it got. */
  void skip(long lostSamples, Consumer<? super Pulse> found) {
    finish(found);
    ring.skip(lostSamples);
    quietFrom = ring.next();
    learnAnew();
  }

  /** Brings out what is under way. */
  void finish(Consumer<? super Pulse> found) {
    if (phase == Phase.PULSE) {
      end();
    }
    if (!burst.isEmpty()) {
      settle(ring.next(), found);
    }
  }

  /** Whether a pulse is under way or waits to be measured. */
  boolean busy() {
    return phase == Phase.PULSE || phase == Phase.STUCK || !burst.isEmpty();
  }

  /** Whether a wheel stands on it. */
  boolean isStuck() {
    return phase == Phase.STUCK;
  }

  double base() {
    return base;
  }

  /** Standard deviation of the quiet signal, hum included. */
  double noise() {
    return TO_SIGMA * deviation;
  }

  double threshold() {
    return up;
  }

  long spikes() {
    return spikes;
  }

  long lost() {
    return lost;
  }
}
