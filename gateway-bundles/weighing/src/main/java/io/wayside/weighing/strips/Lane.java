// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One lane at one sampling rate: pulses to passages, passages to vehicles. It decides only at
 * sample numbers that are multiples of {@link #STEP}, so that how samples are cut into blocks
 * cannot matter.
 */
final class Lane {

  static final int STEP = 256;

  private static final double LOOP_PATIENCE_S = 4;
  // A burst of pulses is measured after this at the latest, as far as it has come.
  private static final double SLANTED_PATIENCE_S = 1.5;
  private static final int MOST_WAITING = 32;

  private final StripInstrument instrument;
  private final Layout layout;
  private final SampleClock clock;
  private final Presences presences;
  private final SensorWatch watch;
  private final List<PulseDetector> channels = new ArrayList<>();
  private final TrackFinder finder;
  private final Splitter splitter;
  private final VehicleWeigher weigher;
  private final Lateral lateral;
  private final Doubts doubts;
  private final Deque<Built> waiting = new ArrayDeque<>();
  private final double samplesPerSecond;
  private long waitingSince;
  private long ghosts;

  Lane(
      StripInstrument instrument,
      Layout layout,
      SampleClock clock,
      Presences presences,
      SensorWatch watch,
      Doubts doubts) {
    this.instrument = instrument;
    this.layout = layout;
    this.clock = clock;
    this.presences = presences;
    this.watch = watch;
    this.doubts = doubts;
    this.samplesPerSecond = clock.samplesPerSecond();
    PulseReader reader = new PulseReader(instrument.rules().mainsHz() / samplesPerSecond);
    for (Detector detector : layout.detectors()) {
      channels.add(
          new PulseDetector(
              new PulseReader.Channel(
                  detector.index(),
                  detector.half().timeConstantS() * samplesPerSecond,
                  detector.half().lobe(),
                  detector.half().clipAt()),
              Pace.of(
                  samplesPerSecond, detector.half(), detector.line().widthM(), instrument.rules()),
              reader));
    }
    this.finder =
        new TrackFinder(layout, instrument.rules(), samplesPerSecond, presences::deciding);
    this.splitter = new Splitter(layout, instrument.rules(), samplesPerSecond);
    this.weigher = new VehicleWeigher(instrument, layout, watch);
    this.lateral = new Lateral(layout);
  }

  boolean isFor(double samplesPerSecondNow) {
    return Math.abs(samplesPerSecondNow - samplesPerSecond) < 0.01 * samplesPerSecond;
  }

  /** Samples [from, to) of the half-line's channel. */
  void take(int detector, double[] samples, int from, int to) {
    channels.get(detector).take(samples, from, to, finder::add);
  }

  /** Decides what can be decided when all samples before {@code now} are in. */
  List<VehicleWeigher.Outcome> decide(long now, double degreesC) {
    if (now % (STEP * 64L) == 0) {
      for (Detector detector : layout.detectors()) {
        watch.look(channels.get(detector.index()), detector, now, samplesPerSecond);
      }
    }
    if (finder.tryAt() > now && waiting.isEmpty()) {
      return List.of();
    }
    boolean stands = channels.stream().anyMatch(PulseDetector::isStuck);
    if (!stands && finder.tryAt() <= now && !isWaitedFor(now)) {
      passages(now, false);
    }
    return release(now, degreesC, false);
  }

  /** A slanted strip is crossed later and tells where wheels rolled. */
  private boolean isWaitedFor(long now) {
    return now < finder.tryAt() + SLANTED_PATIENCE_S * samplesPerSecond
        && layout.slanted().stream().anyMatch(d -> channels.get(d.index()).busy());
  }

  /** Brings everything out. */
  List<VehicleWeigher.Outcome> finish(long now, double degreesC) {
    channels.forEach(channel -> channel.finish(finder::add));
    passages(now, true);
    return release(now, degreesC, true);
  }

  void skip(long lost) {
    channels.forEach(channel -> channel.skip(lost, finder::add));
  }

  private void passages(long now, boolean all) {
    Optional<Passage> passage = finder.next(now, all);
    while (passage.isPresent()) {
      if (!passage.get().axles().isEmpty()) {
        if (waiting.isEmpty()) {
          waitingSince = now;
        }
        waiting.addAll(splitter.split(passage.get(), presences.deciding()));
      }
      passage = finder.next(now, all);
    }
  }

  /** Vehicles whose loop has let them go, or has kept them too long. */
  private List<VehicleWeigher.Outcome> release(long now, double degreesC, boolean all) {
    List<VehicleWeigher.Outcome> outcomes = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Built next = splitter.refreshed(waiting.peekFirst());
      boolean held = next.stay().isPresent() && !next.stay().get().isOver();
      boolean patient = now - waitingSince < LOOP_PATIENCE_S * samplesPerSecond;
      if (held && patient && !all && waiting.size() < MOST_WAITING) {
        break;
      }
      waiting.removeFirst();
      waitingSince = now;
      outcomes.add(weigh(next, degreesC));
    }
    return outcomes;
  }

  private VehicleWeigher.Outcome weigh(Built built, double degreesC) {
    ghosts += built.ghosts().size();
    watch.orphans(finder.orphans() + ghosts);
    presences.vehicle(built.presence(), built.stay().isPresent());
    AxleTrack first = built.axles().get(0);
    double reach = Math.abs(first.slowness(layout.base())) * instrument.rules().longestSpacingM();
    boolean sawItCome = built.stay().isPresent() && doubts.observed(built.stay().get().on());
    double began = first.timeAt(instrument.lines().get(0).atM(), layout.base());
    Flags before = doubts.between(began, lastEnd(built) + reach);
    if (!sawItCome && !doubts.observed(began - reach)) {
      before = before.with(MotionFlags.BEGAN_UNOBSERVED);
    }
    VehicleWeigher.Outcome outcome = weigher.weigh(built, clock, degreesC, before);
    boolean[] wanted = lateral.wanted(built.axles());
    for (int i = 0; i < outcome.loads().size(); i++) {
      watch.axle(built.axles().get(i), outcome.loads().get(i), wanted);
    }
    return outcome;
  }

  private static double lastEnd(Built built) {
    return built.axles().stream()
        .flatMap(axle -> axle.pulses().stream())
        .mapToDouble(Pulse::end)
        .max()
        .orElse(0);
  }
}
