// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.ScaleKeys.Tare;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.rest.RestJudge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Static weighing axle by axle, as a state machine: readings, interruptions, the passing of time
 * and the operator's wishes in, vehicles and gaps out. Time is monotonic nanoseconds and never runs
 * backwards. Used by one thread at a time.
 */
public final class StaticWeighing {

  /** No vehicle has as many axles; a platform that chatters must not fill the memory. */
  static final int MOST_AXLES = 64;

  private final StaticRules rules;
  private final RestJudge judge;
  private final ZeroWatch zero;

  private final List<Finding> found = new ArrayList<>();
  private @Nullable OpenVehicle vehicle;
  private @Nullable OpenAxle axle;
  private @Nullable Blind blind;
  private @Nullable WeightReading last;
  private Optional<Tare> tare = Optional.empty();
  private boolean everSeen;
  private boolean doubtIsSignal;
  private long doubtUntilNanos;
  private long nowNanos;
  private long lastPresentNanos;
  private int vehicles;

  public StaticWeighing(StaticRules rules, long startedNanos) {
    this.rules = rules;
    this.judge = new RestJudge(rules.rest());
    this.zero = new ZeroWatch(rules);
    this.nowNanos = startedNanos;
  }

  public List<Finding> hear(WeightReading reading) {
    return hear(reading, Optional.empty());
  }

  /**
   * Hears a reading.
   *
   * @param known the tare behind it, where the scale tells it: whether an axle is on the platform
   *     is then judged by the gross. What it weighs is not, since net indications never rest.
   */
  public List<Finding> hear(WeightReading reading, Optional<Tare> known) {
    tare = reading.basis() == Basis.NET ? known : Optional.empty();
    WeightReading seen = notBefore(nowNanos, tare.map(off -> gross(reading, off)).orElse(reading));
    pass(seen.monotonicNanos());
    if (saysNothing(seen)) {
      blindedBy(seen);
      return taken();
    }
    watchAgain(seen);
    if (rules.arrives(seen) || (axle != null && !rules.leaves(seen)) || hidesAxle(seen)) {
      loaded(seen);
    } else {
      clear(seen);
    }
    last = seen;
    return taken();
  }

  public List<Finding> interrupted(Interruption interruption) {
    goBlind(
        new Blind(
            Math.min(interruption.sinceMonotonicNanos(), nowNanos),
            code(interruption.cause()),
            interruption.detail()));
    return taken();
  }

  /** Lets time pass without a reading. */
  public List<Finding> tick(long monotonicNanos) {
    pass(monotonicNanos);
    return taken();
  }

  /**
   * The operator wants the vehicle ended: at once when the platform is clear, otherwise as soon as
   * the axle on it has left. Without a vehicle nothing happens.
   */
  public List<Finding> end(Ending wished, String remark, long monotonicNanos) {
    pass(monotonicNanos);
    if (vehicle != null) {
      vehicle.wish(wished, remark);
      if (axle == null) {
        close(wished);
      }
    }
    return taken();
  }

  /**
   * Somebody set zero or tare. Readings before and after do not go together, what was seen of the
   * zero is out of date, and a vehicle that is being weighed says so for ever.
   */
  public List<Finding> scaleSet(long monotonicNanos) {
    pass(monotonicNanos);
    judge.breakOff().ifPresent(plateau -> onAxle(a -> a.rested(plateau)));
    zero.forget();
    if (vehicle != null) {
      vehicle.flag(Flags.of(WeighingFlags.SCALE_SET));
    }
    return taken();
  }

  /** The station stops: what is known of a vehicle is not lost. */
  public List<Finding> stop(long monotonicNanos) {
    pass(monotonicNanos);
    if (vehicle != null) {
      vehicle.flag(Flags.of(WeighingFlags.STATION_STOPPED, WeighingFlags.POSSIBLE_MISSED_AXLE));
      close(Ending.STATION_STOPPED);
    }
    return taken();
  }

  public Situation situation() {
    WeightReading latest = last;
    boolean seen = blind == null && latest != null;
    return new Situation(
        phase(seen),
        seen && latest != null
            ? OptionalDouble.of(latest.mass().kilograms())
            : OptionalDouble.empty(),
        vehicle == null ? OptionalInt.empty() : OptionalInt.of(vehicle.number()),
        vehicle == null ? 0 : vehicle.axles().size(),
        zero.atRestKg(),
        zero.off(),
        stuck(),
        latest == null ? Flags.NONE : OpenAxle.doubts(latest, rules),
        blind == null ? "" : blind.cause(),
        blind == null ? "" : blind.detail());
  }

  /** Time moves on: silence is noticed, and a vehicle that has gone is closed. */
  private void pass(long toNanos) {
    nowNanos = Math.max(nowNanos, toNanos);
    WeightReading heard = last;
    if (blind == null && heard != null) {
      long silent = nowNanos - heard.monotonicNanos();
      if (silent > rules.signalGapNanos()) {
        goBlind(
            new Blind(
                heard.monotonicNanos(),
                code(Interruption.Cause.SILENT),
                "the scale sent nothing for longer than the signal gap: check its cable and"
                    + " power"));
      }
    }
    if (vehicle != null && nowNanos - lastPresentNanos >= rules.vehicleGapNanos()) {
      Ending wished = vehicle.wish();
      close(blind != null ? Ending.SIGNAL_LOST : wished != null ? wished : Ending.PLATFORM_CLEAR);
    }
  }

  private void blindedBy(WeightReading reading) {
    goBlind(
        new Blind(
            last == null ? reading.monotonicNanos() : last.monotonicNanos(),
            Flag.OUT_OF_RANGE.code(),
            "the scale says that it is out of its range: look at the platform and its display"));
    if (vehicle != null) {
      vehicle.hear(reading, tare);
    }
    last = reading;
  }

  private void goBlind(Blind begun) {
    if (blind != null) {
      if (begun.sinceNanos() < blind.sinceNanos()) {
        blind = new Blind(begun.sinceNanos(), blind.cause(), blind.detail());
      }
      return;
    }
    blind = begun;
    judge.breakOff().ifPresent(plateau -> onAxle(a -> a.rested(plateau)));
    Flags lost = Flags.of(Flag.SIGNAL_INTERRUPTED, WeighingFlags.POSSIBLE_MISSED_AXLE);
    onAxle(a -> a.flag(Flags.of(Flag.SIGNAL_INTERRUPTED)));
    if (vehicle != null) {
      vehicle.flag(lost);
    }
  }

  private void watchAgain(WeightReading reading) {
    long now = reading.monotonicNanos();
    Blind ended = blind;
    if (!everSeen) {
      everSeen = true;
      found.add(new Gap(OptionalLong.empty(), now, "not-running", "the station was not watching"));
      doubtUntilNanos = now + rules.vehicleGapNanos();
      blind = null;
    } else if (ended != null) {
      blind = null;
      if (vehicle != null) {
        vehicle.notSeen(new Interrupted(ended.sinceNanos(), now, ended.cause(), ended.detail()));
      } else {
        found.add(new Gap(OptionalLong.of(ended.sinceNanos()), now, ended.cause(), ended.detail()));
      }
      doubtUntilNanos = now + rules.vehicleGapNanos();
      doubtIsSignal = true;
    } else {
      return;
    }
    if (vehicle == null && rules.arrives(reading)) {
      begin(now, Flags.of(WeighingFlags.STARTED_OCCUPIED));
    }
  }

  private void loaded(WeightReading reading) {
    long now = reading.monotonicNanos();
    OpenVehicle weighed = vehicle != null ? vehicle : begin(now, Flags.NONE);
    OpenAxle on = axle;
    if (on == null) {
      judge.breakOff();
      if (!weighed.axles().isEmpty()) {
        betweenAxles(weighed, now);
      }
      on = new OpenAxle(rules, now, zero.atRestKg());
      axle = on;
    }
    weighed.hear(reading, tare);
    on.hear(reading);
    judge.hear(reading).ifPresent(on::rested);
    lastPresentNanos = now;
    if (stuck()) {
      on.flag(Flags.of(WeighingFlags.STUCK_PLATFORM));
    }
  }

  private void clear(WeightReading reading) {
    OpenAxle leaving = axle;
    OpenVehicle weighed = vehicle;
    if (leaving != null && weighed != null) {
      judge.breakOff().ifPresent(leaving::rested);
      leave(weighed, leaving, reading.monotonicNanos());
      zero.cleared(reading.monotonicNanos());
    }
    judge.hear(reading);
    zero.hear(reading, judge.atRest());
    if (weighed == null) {
      return;
    }
    weighed.hear(reading, tare);
    boolean wasOff = weighed.flags().has(WeighingFlags.ZERO_OFF);
    if (judge.atRest() && zero.off() && !wasOff) {
      weighed.flag(Flags.of(WeighingFlags.ZERO_OFF, WeighingFlags.POSSIBLE_MISSED_AXLE));
    }
    Ending wished = weighed.wish();
    if (wished != null) {
      close(wished);
    } else if (weighed.axles().size() >= MOST_AXLES) {
      close(Ending.AXLE_LIMIT);
    }
  }

  private void betweenAxles(OpenVehicle weighed, long now) {
    weighed.flagLast(zero.sinceCleared());
    if (now - lastPresentNanos > rules.vehicleGapNanos() / 2) {
      weighed.flag(Flags.of(WeighingFlags.POSSIBLE_TWO_VEHICLES));
    }
  }

  private OpenVehicle begin(long now, Flags known) {
    Flags flags = known.with(zero.atBeginning());
    if (now < doubtUntilNanos) {
      flags =
          flags
              .with(WeighingFlags.BEGAN_UNOBSERVED)
              .with(WeighingFlags.POSSIBLE_MISSED_AXLE)
              .with(doubtIsSignal ? Flags.of(Flag.SIGNAL_INTERRUPTED) : Flags.NONE);
    }
    OpenVehicle begun = new OpenVehicle(rules, ++vehicles, now, flags);
    vehicle = begun;
    lastPresentNanos = now;
    return begun;
  }

  private void leave(OpenVehicle weighed, OpenAxle leaving, long leftNanos) {
    weighed.add(leaving.left(leftNanos));
    axle = null;
  }

  private void close(Ending ending) {
    OpenVehicle weighed = vehicle;
    if (weighed == null) {
      return;
    }
    if (axle != null) {
      judge.breakOff().ifPresent(plateau -> onAxle(a -> a.rested(plateau)));
      leave(weighed, axle, lastPresentNanos);
    } else {
      weighed.flagLast(zero.sinceCleared());
    }
    if (blind != null) {
      weighed.notSeen(new Interrupted(blind.sinceNanos(), nowNanos, blind.cause(), blind.detail()));
    }
    found.add(weighed.ended(nowNanos, ending));
    vehicle = null;
    boolean operatorLooked = ending == weighed.wish();
    if (operatorLooked) {
      doubtUntilNanos = nowNanos;
    }
    doubtIsSignal &= nowNanos < doubtUntilNanos;
  }

  /**
   * Out of range, and no number that tells of an axle: whether one is on the platform is not known
   * (many indicators show no number at all when they are overloaded).
   */
  private boolean saysNothing(WeightReading reading) {
    return axle == null && reading.flags().has(Flag.OUT_OF_RANGE) && !rules.arrives(reading);
  }

  /** An indication the device itself calls out of range is no proof that an axle has left. */
  private boolean hidesAxle(WeightReading reading) {
    return axle != null && reading.flags().has(Flag.OUT_OF_RANGE);
  }

  private boolean stuck() {
    return axle != null && nowNanos - axle.arrivedNanos() >= rules.stuckAfterNanos();
  }

  private Phase phase(boolean seen) {
    if (!seen) {
      return Phase.UNSEEN;
    }
    if (axle == null) {
      return Phase.CLEAR;
    }
    if (judge.atRest()) {
      return Phase.AT_REST;
    }
    return axle.sinking() ? Phase.FALLING : Phase.RISING;
  }

  private void onAxle(Consumer<OpenAxle> what) {
    Optional.ofNullable(axle).ifPresent(what);
  }

  private List<Finding> taken() {
    List<Finding> all = List.copyOf(found);
    found.clear();
    return all;
  }

  private static String code(Interruption.Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static WeightReading gross(WeightReading r, Tare off) {
    return new WeightReading(
        r.monotonicNanos(),
        r.mass().plus(off.mass()),
        r.resolution(),
        r.motion(),
        r.basis(),
        r.flags(),
        r.rawFrame());
  }

  private static WeightReading notBefore(long nanos, WeightReading r) {
    return r.monotonicNanos() >= nanos
        ? r
        : new WeightReading(
            nanos, r.mass(), r.resolution(), r.motion(), r.basis(), r.flags(), r.rawFrame());
  }
}
