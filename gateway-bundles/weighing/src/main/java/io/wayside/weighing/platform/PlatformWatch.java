// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.motion.MotionWeighing.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Follows the platform point by point: empty and tracking its zero, or with a passage going on. A
 * passage ends when loops say so, or when the platform was empty for as long as the widest gap
 * between axles takes.
 */
final class PlatformWatch {

  private static final double BEFORE_S = 1.0;
  private static final double LEAST_EMPTY_S = 1.0;
  private static final double LONGEST_EMPTY_S = 30;
  private static final double ZERO_AFTER_S = 0.4;

  /**
   * Empty for so long before the first vehicle after a start, else its first axles may be missing.
   */
  private static final double WATCHED_S = 1.5;

  /** Of the longest time; from then on a passage may end though vehicles are over the loops. */
  private static final double SEAM_SHARE = 0.75;

  private static final double LATE_SHARE = 0.9;

  private static final Flags SEAM = Flags.of(MotionFlags.POSSIBLE_SPLIT);

  private enum Phase {
    UNSEEN,
    EMPTY,
    PASSAGE,
    BLOCKED
  }

  private final PlatformInstrument instrument;
  private final ZeroTracking zero;
  private final Presence presence;
  private final PassageReading reading;
  private final Passage passage = new Passage();
  private final double presentN;
  private Phase phase = Phase.UNSEEN;
  private Flags doubts = Flags.NONE;
  private Flags blockFlags = Flags.NONE;
  private boolean afterSeam;
  private boolean loaded;
  private double loadedSince;
  private double emptySince;
  private double shortestRunS;
  private double watchedSince = Double.NaN;

  PlatformWatch(PlatformInstrument instrument) {
    this.instrument = instrument;
    this.zero =
        new ZeroTracking(
            instrument.intervalN(), instrument.maxKg() * PlatformInstrument.NEWTONS_PER_KG);
    this.presence = new Presence(instrument.loops());
    this.reading = new PassageReading(instrument);
    this.presentN = instrument.tuning().presentKg() * PlatformInstrument.NEWTONS_PER_KG;
  }

  void doubt(Flags flags) {
    blockFlags = flags;
    doubts = doubts.with(flags);
  }

  void loop(int index, boolean active, double seconds) {
    presence.state(index, active, seconds);
  }

  void loopSample(int index, double sample, double seconds) {
    presence.sample(index, sample, seconds);
  }

  void point(LoadPoint point, Consumer<? super MotionVehicle> found) {
    switch (phase) {
      case UNSEEN -> unseen(point);
      case EMPTY -> empty(point);
      case PASSAGE -> passage(point, found);
      case BLOCKED -> blocked(point);
    }
  }

  /** Before the first zero nothing can be weighed; what stands there is only noticed. */
  private void unseen(LoadPoint point) {
    passage.add(point);
    trim();
    zero.observe(point);
    if (zero.zero().isPresent()) {
      phase = Phase.EMPTY;
      watchedSince = point.seconds() - BEFORE_S;
      doubts = doubts.with(blockFlags);
    }
  }

  private void empty(LoadPoint point) {
    passage.add(point);
    trim();
    double net = net(point);
    if (net > presentN || presence.any()) {
      phase = Phase.PASSAGE;
      passage.keepLast(BEFORE_S);
      presence.next();
      zero.disturbed();
      if (point.seconds() - watchedSince < WATCHED_S) {
        doubts = doubts.with(MotionFlags.BEGAN_UNOBSERVED); // more axles may have gone before
      }
      loaded = net > presentN;
      loadedSince = point.seconds();
      emptySince = point.seconds();
      shortestRunS = Double.POSITIVE_INFINITY;
    } else if (net < -presentN) { // the zero was taken with a load on the platform
      zero.forget();
      phase = Phase.UNSEEN;
      doubts = doubts.with(MotionFlags.BEGAN_UNOBSERVED).with(MotionFlags.ZERO_OFF);
    } else {
      zero.observe(point);
    }
  }

  private void passage(LoadPoint point, Consumer<? super MotionVehicle> found) {
    passage.add(point);
    if (point.clipped()) {
      doubts = doubts.with(MotionFlags.CLIPPED);
    }
    double net = net(point);
    double most =
        (instrument.maxKg() + 9 * instrument.scaleIntervalKg()) * PlatformInstrument.NEWTONS_PER_KG;
    if (net > most) {
      doubts = doubts.with(Flag.OUT_OF_RANGE);
    }
    boolean now = loaded ? net > presentN / 2 : net > presentN;
    if (now && !loaded) {
      loadedSince = point.seconds();
    } else if (!now && loaded) {
      emptySince = point.seconds();
      double run = point.seconds() - loadedSince;
      if (run >= instrument.lengthM() / (instrument.tuning().fastestKmh() / 3.6)) {
        shortestRunS = Math.min(shortestRunS, run); // a shorter one is the platform swinging
      }
    }
    loaded = now;
    if (!loaded && point.seconds() - emptySince >= patienceS()) {
      bringOut(found, false);
    } else if (isTimeForASeam(point)) {
      bringOut(found, true);
    } else if (passage.lastedS() > instrument.tuning().longestS()) {
      doubts = doubts.with(MotionFlags.STOPPED_ON_SENSOR).with(MotionFlags.POSSIBLE_SPLIT);
      bringOut(found, false);
      phase = Phase.BLOCKED;
      emptySince = point.seconds();
    }
  }

  /**
   * In a queue the loops are never free, and a passage must end before it is too long for memory:
   * when three quarters of its time are over, at the next moment at which the platform is empty and
   * a loop is free; late, at any at which it is empty. The vehicles at the seam may be one.
   */
  private boolean isTimeForASeam(LoadPoint point) {
    double longest = instrument.tuning().longestS();
    boolean empty = !loaded && point.seconds() - emptySince >= LEAST_EMPTY_S;
    double from = presence.all() ? LATE_SHARE : SEAM_SHARE;
    return empty && presence.any() && passage.lastedS() > from * longest;
  }

  /** After a passage that was cut, what remains on the platform belongs to no new vehicle. */
  private void blocked(LoadPoint point) {
    if (net(point) > presentN / 2 || presence.any()) {
      emptySince = point.seconds();
    } else if (point.seconds() - emptySince > LEAST_EMPTY_S) {
      phase = Phase.EMPTY;
      passage.clear();
      doubts = blockFlags.with(MotionFlags.BEGAN_UNOBSERVED);
    }
  }

  private double patienceS() {
    if (presence.installed() && presence.any()) {
      return LONGEST_EMPTY_S;
    }
    if (presence.installed() && !presence.doubts().has(MotionFlags.NO_PRESENCE)) {
      return LEAST_EMPTY_S;
    }
    if (Double.isInfinite(shortestRunS)) {
      return LEAST_EMPTY_S;
    }
    double slowestMps = instrument.lengthM() / shortestRunS; // a run takes one axle's time at least
    return Math.max(
        LEAST_EMPTY_S, Math.min(LONGEST_EMPTY_S, instrument.tuning().vehicleGapM() / slowestMps));
  }

  private void bringOut(Consumer<? super MotionVehicle> found, boolean seam) {
    LoadPoint before = zero.zero().orElseThrow();
    // Where vehicles already stood over the loops at the beginning, these tell no direction.
    Flags all = doubts.with(afterSeam ? Flags.NONE : presence.doubts());
    if (zero.exhausted()) {
      all = all.with(MotionFlags.ZERO_OFF);
    }
    double after = zeroAfterN(before);
    if (!Double.isInfinite(shortestRunS) || loaded) {
      List<MotionVehicle> vehicles =
          new ArrayList<>(reading.vehicles(passage, presence, before, zero.noiseN(), after, all));
      if (afterSeam && !vehicles.isEmpty()) {
        vehicles.set(0, vehicles.get(0).with(SEAM));
      }
      if (seam && !vehicles.isEmpty()) {
        int last = vehicles.size() - 1;
        vehicles.set(last, vehicles.get(last).with(SEAM));
      }
      vehicles.forEach(found);
    }
    phase = Phase.EMPTY;
    doubts = blockFlags;
    loaded = false;
    afterSeam = seam;
    presence.next();
  }

  private double zeroAfterN(LoadPoint before) {
    if (loaded) {
      return before.totalN();
    }
    double[] net = passage.total(0);
    int points = (int) Math.min(net.length, Math.round(ZERO_AFTER_S / passage.intervalS()));
    return Steps.quantile(net, net.length - points, net.length, 0.5);
  }

  /** Samples are missing: a vehicle on the platform comes out as far as it was seen. */
  void lost(Consumer<? super MotionVehicle> found) {
    boolean during = phase == Phase.PASSAGE;
    doubts = doubts.with(MotionFlags.SAMPLES_LOST);
    finish(found);
    passage.clear();
    zero.disturbed();
    doubts = blockFlags;
    if (during || phase == Phase.BLOCKED) {
      doubts = doubts.with(MotionFlags.BEGAN_UNOBSERVED);
    }
  }

  void finish(Consumer<? super MotionVehicle> found) {
    if (phase == Phase.PASSAGE) {
      if (loaded || presence.any()) {
        doubts = doubts.with(MotionFlags.POSSIBLE_SPLIT);
      }
      bringOut(found, false);
    }
  }

  List<Trouble> troubles() {
    List<Trouble> troubles = new ArrayList<>();
    if (zero.exhausted()) {
      troubles.add(
          new Trouble(
              "zero-off",
              "the zero of platform %s moved by %.0f N, all that tracking may take: clean it,"
                      .formatted(instrument.head().id(), zero.movedN())
                  + " look at the cells, and set it anew"));
    }
    if (phase == Phase.UNSEEN && passage.lastedS() > 2 * BEFORE_S) {
      troubles.add(
          new Trouble(
              "zero-not-set",
              "platform "
                  + instrument.head().id()
                  + " was not yet seen empty and quiet within 20 % of Max: clear it"));
    }
    return troubles;
  }

  private double net(LoadPoint point) {
    return point.totalN() - zero.zero().map(LoadPoint::totalN).orElse(0.0);
  }

  /** Cuts the quiet time back once in a while, not at each point. */
  private void trim() {
    if (passage.lastedS() > 4 * BEFORE_S) {
      passage.keepLast(BEFORE_S);
    }
  }
}
