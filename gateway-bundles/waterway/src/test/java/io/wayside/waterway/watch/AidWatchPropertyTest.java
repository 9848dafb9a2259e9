// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.watch.RiverModel.Fault;
import io.wayside.waterway.watch.RiverModel.Season;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Nothing wrong, no alarm; something wrong, the right alarm in the stated time. */
class AidWatchPropertyTest {

  private static final long HOUR = 3600 * RiverModel.S;
  private static final long DAY = 24 * HOUR;

  /** Two reports in a row may be lost. */
  private static final long REPORTS = 3 * RiverModel.REPORT_EVERY;

  @Test
  void withoutAFaultNothingIsSaidInCalmStormAndLowWater() {
    for (Season season : Season.values()) {
      for (int seed = 0; seed < 3; seed++) {
        Footing footing = seed == 2 ? Footing.FIXED : Footing.FLOATING;
        RiverModel river =
            new RiverModel(31 * seed + season.name().length(), season, seed % 2 == 0, footing);
        while (river.nanos < 21 * DAY) {
          Answers now = river.step();
          if (now.misleads()
              || now.light().state() == LightState.DAY_BURNING
              || now.power().state() == PowerState.FLAT
              || (river.nanos > HOUR && now.telemetry().state() == TelemetryState.SILENT)
              || (river.nanos > HOUR && now.body().state() != BodyState.GOOD)
              || river.watch.sensorFaults().stream()
                  .anyMatch(fault -> !fault.reason().contains("gauge at 5.50 m"))) {
            assertThat(where(river, now)).isEmpty();
          }
          if (season != Season.STORM && now.power().state() == PowerState.LOW) {
            assertThat(where(river, now)).isEmpty();
          }
        }
        assertThat(river.watch.answers().place().state()).isEqualTo(PlaceState.ON_STATION);
      }
    }
  }

  private static String where(RiverModel river, Answers now) {
    return river.hours() + " h: " + river.watch.sensorFaults() + now;
  }

  private record Case(
      Fault fault, boolean lightInput, ToLongFunction<Delays> delay, Predicate<Answers> told) {}

  private static List<Case> cases() {
    return List.of(
        light(Fault.LAMP_OUT, true, Delays::darkBySight, LightState.DARK),
        light(Fault.LAMP_OUT, false, Delays::darkByWord, LightState.DARK),
        light(Fault.LAMP_SLOW, true, Delays::rhythmBySight, LightState.WRONG_RHYTHM),
        light(Fault.LAMP_WEAK, true, Delays::reducedBySight, LightState.REDUCED),
        light(Fault.LAMP_BY_DAY, true, Delays::dayBurning, LightState.DAY_BURNING),
        light(Fault.LAMP_BY_DAY, false, Delays::dayBurning, LightState.DAY_BURNING),
        new Case(Fault.DRAGGED, false, Delays::clearlyOff, a -> a.place().state().fails()),
        place(Fault.DRIFTING, Delays::clearlyOff),
        place(Fault.STOLEN, Delays::adrift),
        new Case(
            Fault.MUTE, false, Delays::silent, a -> a.telemetry().state() == TelemetryState.SILENT),
        new Case(Fault.MUTE, false, Delays::unknown, a -> a.place().state() == PlaceState.UNKNOWN),
        new Case(Fault.MUTE, false, Delays::unknown, a -> a.light().state() == LightState.UNKNOWN),
        new Case(Fault.MUTE, false, Delays::unknown, a -> a.power().state() == PowerState.UNKNOWN),
        new Case(Fault.MUTE, false, Delays::unknown, a -> a.body().state() == BodyState.UNKNOWN),
        body(Fault.OPENED, BodyState.DOOR_OPEN),
        body(Fault.HIT, BodyState.STRUCK),
        new Case(
            Fault.LEANING,
            false,
            Delays::body,
            a -> a.body().state() == BodyState.TILTED || a.body().state() == BodyState.STRUCK),
        new Case(
            Fault.PANEL_COVERED, false, Delays::low, a -> a.power().state() == PowerState.LOW));
  }

  private static Case light(
      Fault fault, boolean input, ToLongFunction<Delays> delay, LightState told) {
    return new Case(fault, input, delay, a -> a.light().state() == told);
  }

  private static Case place(Fault fault, ToLongFunction<Delays> delay) {
    // From when it leaves its circle; 40 m at the least speed of the model, 0.4 m/s.
    long leaves = fault == Fault.DRIFTING ? 180 * RiverModel.S : 10 * RiverModel.S;
    return new Case(
        fault,
        false,
        d -> delay.applyAsLong(d) + leaves,
        a -> a.place().state() == PlaceState.ADRIFT);
  }

  private static Case body(Fault fault, BodyState told) {
    return new Case(fault, false, Delays::body, a -> a.body().state() == told);
  }

  @Test
  void eachFaultIsToldInItsStatedTimeAndNoOtherWithIt() {
    for (Case one : cases()) {
      for (int seed = 0; seed < 3; seed++) {
        RiverModel river =
            new RiverModel(
                seed, List.of(Season.values()).get(seed % 3), one.lightInput(), Footing.FLOATING);
        long begins = 2 * DAY + seed * (9 * HOUR);
        while (river.nanos < begins) {
          river.step();
        }
        river.begin(one.fault());
        Delays delays = WatchRules.usual(river.aid, 4000).delays(REPORTS);
        long due = river.nanos;
        List<String> others = new ArrayList<>();
        while (!one.told().test(river.watch.answers())) {
          Answers now = river.step();
          if (!counts(one.fault(), river)) {
            due = river.nanos;
          }
          note(one, now, others);
          if (river.nanos - due > one.delay().applyAsLong(delays)) {
            assertThat(where(river, now)).as("%s of seed %d", one.fault(), seed).isEmpty();
          }
        }
        assertThat(others).as("%s of seed %d", one.fault(), seed).isEmpty();
      }
    }
  }

  /** Faults of the night are not there by day, nor those of the day by night. */
  private static boolean counts(Fault fault, RiverModel river) {
    return switch (fault) {
      case LAMP_OUT, LAMP_SLOW, LAMP_WEAK -> river.watch.sky() == Sky.NIGHT;
      case PANEL_COVERED -> river.daysLeft() < 3;
      case LAMP_BY_DAY -> river.watch.sky() == Sky.DAY;
      default -> true;
    };
  }

  private static void note(Case one, Answers now, List<String> others) {
    boolean lamp = one.fault().name().startsWith("LAMP");
    boolean moved =
        one.fault() == Fault.DRAGGED
            || one.fault() == Fault.DRIFTING
            || one.fault() == Fault.STOLEN;
    if (now.light().state().fails() && !lamp) {
      others.add(now.light().toString());
    }
    if (now.place().state().fails() && !moved) {
      others.add(now.place().toString());
    }
  }

  @Test
  void aDeadPhotocellIsToldAsSuchAndTheLightIsStillRight() {
    RiverModel river = new RiverModel(5, Season.CALM, true, Footing.FLOATING);
    while (river.nanos < 2 * DAY) {
      river.step();
    }
    river.begin(Fault.CELL_DEAD);
    while (river.nanos < 4 * DAY) {
      Answers now = river.step();
      assertThat(now.light().state()).isEqualTo(LightState.AS_IT_SHOULD_BE);
    }
    assertThat(river.watch.sensorFaults())
        .anySatisfy(fault -> assertThat(fault.reason()).contains("photocell says dark"));
  }

  @Test
  void aStuckGaugeIsToldAsSuchAndTheBuoyIsStillOnStation() {
    RiverModel river = new RiverModel(6, Season.LOW_WATER, false, Footing.FLOATING);
    while (river.nanos < 2 * DAY) {
      river.step();
    }
    river.begin(Fault.GAUGE_STUCK);
    while (river.nanos < 9 * DAY) {
      assertThat(river.step().place().state()).isEqualTo(PlaceState.ON_STATION);
    }
    assertThat(river.watch.sensorFaults())
        .anySatisfy(fault -> assertThat(fault.reason()).contains("gauge at 1.23 m"));
  }
}
