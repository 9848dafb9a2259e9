// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import static io.wayside.weighing.rig.Rules.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.quality.Flag;
import io.wayside.weighing.rig.Readings;
import io.wayside.weighing.rig.Rules;
import io.wayside.weighing.rig.Weigh;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was not seen is said, in every phase of a weighing. */
class InterruptionsTest {

  private static final List<Flag> LOST =
      List.of(Flag.SIGNAL_INTERRUPTED, WeighingFlags.POSSIBLE_MISSED_AXLE);

  /** Two axles from 6 s to about 14 s: rising, at rest, falling, between, at rest, after. */
  private static Readings vehicle() {
    return Readings.from(0).hold(0, 6).axle(5000).axle(9000).hold(0, 6);
  }

  static DoubleStream momentsInTheVehicle() {
    return DoubleStream.of(6.1, 6.3, 7.5, 8.3, 8.5, 9.5, 10.1, 11.0, 12.3, 12.5, 13.5, 16.0);
  }

  @ParameterizedTest
  @MethodSource("momentsInTheVehicle")
  void anInterruptionAtAnyMomentOfAVehicleStaysOnItsRecord(double seconds) {
    long moment = Math.round(seconds * 1e9);
    Weigh weigh = new Weigh(Rules.USUAL);
    List<io.wayside.core.device.WeightReading> all = vehicle().list();
    weigh.hear(all.stream().filter(r -> r.monotonicNanos() < moment).toList());
    weigh.interrupted(new Interruption(moment, Cause.GARBLED, "scale-1: noise on the line"));
    weigh.hear(all.stream().filter(r -> r.monotonicNanos() >= moment).toList());
    assertThat(weigh.only().flags().all()).containsAll(LOST);
    assertThat(weigh.only().interruptions())
        .singleElement()
        .extracting(Interrupted::cause)
        .isEqualTo("garbled");
  }

  @Test
  void aRestIsNotContinuedAcrossAnInterruption() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 6).hold(5000, 0.8));
    weigh.interrupted(new Interruption(6_700_000_000L, Cause.GARBLED, "noise"));
    weigh.hear(Readings.from(6.8).hold(5000, 0.8).hold(0, 6));
    assertThat(weigh.only().grossKg()).isEmpty();
  }

  @Test
  void aSilenceLongerThanTheSignalGapNeedsNoWordFromTheDriver() {
    Weigh weigh =
        new Weigh(Rules.USUAL)
            .hear(Readings.from(0).hold(0, 6).axle(5000).silence(0.6).axle(9000).hold(0, 6));
    assertThat(weigh.only().flags().all()).containsAll(LOST);
    assertThat(weigh.only().interruptions())
        .extracting(Interrupted::cause)
        .containsExactly("silent");
  }

  @Test
  void aSilenceAndTheDriversWordAboutItAreOneInterruption() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 6).axle(5000));
    weigh.tick(11 * SECOND);
    weigh.interrupted(new Interruption(9 * SECOND, Cause.LINK_DOWN, "unplugged"));
    weigh.hear(Readings.from(11.5).axle(9000).hold(0, 6));
    assertThat(weigh.only().interrupted()).isOne();
    assertThat(weigh.only().interruptions().get(0).fromNanos()).isEqualTo(9 * SECOND);
  }

  @Test
  void whatComesSoonAfterAVehicleThatAPauseEndedWhilePartlyUnseenIsDoubtedToo() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 6).hold(5000, 2));
    weigh.interrupted(new Interruption(8 * SECOND, Cause.LINK_DOWN, "unplugged"));
    weigh.hear(Readings.from(12).hold(0, 1.5).axle(9000).hold(0, 6));
    List<Vehicle> vehicles = weigh.vehicles();
    assertThat(vehicles).hasSize(2);
    assertThat(vehicles.get(0).ending()).isEqualTo(Ending.PLATFORM_CLEAR);
    assertThat(vehicles).allSatisfy(v -> assertThat(v.flags().all()).containsAll(LOST));
    assertThat(vehicles.get(1).flags().all()).contains(WeighingFlags.BEGAN_UNOBSERVED);
  }

  @Test
  void aLongInterruptionEndsTheVehicleAndWhatComesAfterIsAnother() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 6).axle(5000));
    weigh.hear(Readings.from(30).axle(9000).hold(0, 6));
    List<Vehicle> vehicles = weigh.vehicles();
    assertThat(vehicles).hasSize(2);
    assertThat(vehicles.get(0).ending()).isEqualTo(Ending.SIGNAL_LOST);
    assertThat(vehicles).allSatisfy(v -> assertThat(v.flags().all()).containsAll(LOST));
    assertThat(vehicles.get(1).flags().all())
        .contains(WeighingFlags.BEGAN_UNOBSERVED, WeighingFlags.STARTED_OCCUPIED);
  }

  @Test
  void whatComesAfterAVehicleThatEndedWhileHardlyWatchedMayBelongToIt() {
    // Vehicle gap 5 s: clear from about 8.4 s, unseen from 9.8 s to 12.5 s, ended at about 13.3 s.
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 6).axle(5000));
    weigh.hear(Readings.from(12.5).hold(0, 1.2).axle(9000).hold(0, 6));
    List<Vehicle> vehicles = weigh.vehicles();
    assertThat(vehicles).hasSize(2);
    assertThat(vehicles.get(0).ending()).isEqualTo(Ending.PLATFORM_CLEAR);
    assertThat(vehicles.get(1).flags().all())
        .containsAll(LOST)
        .contains(WeighingFlags.BEGAN_UNOBSERVED);
  }

  @Test
  void theOperatorsWordEndsTheDoubtThatAnInterruptionLeft() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 6).axle(5000));
    weigh.hear(Readings.from(11).show(0));
    weigh.end(Ending.FINISHED, "Lan: that was all of it", 11_050_000_000L);
    weigh.hear(Readings.from(11.1).axle(9000).hold(0, 6));
    assertThat(weigh.vehicles().get(0).flags().all()).containsAll(LOST);
    assertThat(weigh.vehicles().get(1).flags().all()).isEmpty();
  }

  @Test
  void anAxleThatStoodWhenTheSignalWentKeepsTheRestThatWasSeen() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 6).hold(5000, 2));
    weigh.tick(20 * SECOND);
    assertThat(weigh.only().grossKg()).hasValue(5000);
    assertThat(weigh.only().flags().all()).containsAll(LOST);
  }

  @Test
  void timeAloneNeverInventsARestOrClosesAWatchedVehicle() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 6).hold(5000, 0.6));
    weigh.tick(8 * SECOND);
    assertThat(weigh.vehicles()).isEmpty();
    weigh.tick(12 * SECOND);
    assertThat(weigh.only().grossKg()).isEmpty();
  }

  @Test
  void anInterruptionWithoutAVehicleIsAGapOnRecord() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 6));
    weigh.interrupted(new Interruption(5_900_000_000L, Cause.LINK_DOWN, "scale-1: unplugged"));
    weigh.tick(100 * SECOND);
    assertThat(weigh.weighing().situation().blindCause()).isEqualTo("link-down");
    weigh.hear(Readings.from(100).hold(0, 6).axle(5000).hold(0, 6));
    Gap gap = weigh.gaps().get(1);
    assertThat(gap.fromNanos()).hasValue(5_900_000_000L);
    assertThat(gap.toNanos()).isEqualTo(100 * SECOND);
    assertThat(gap.detail()).contains("unplugged");
    assertThat(weigh.only().flags().all()).isEmpty(); // six seconds of watching came between
  }

  @Test
  void theTimeBeforeTheFirstReadingIsAGapWithoutBeginning() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(3).show(0));
    assertThat(weigh.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.cause()).isEqualTo("not-running");
              assertThat(gap.fromNanos()).isEmpty();
              assertThat(gap.toNanos()).isEqualTo(3 * SECOND);
            });
  }

  @Test
  void aPlatformOccupiedAtTheStartMakesTheFirstVehicleDoubtful() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(5000, 2).hold(0, 1).axle(9000));
    weigh.hear(Readings.from(10).hold(0, 6).axle(4000).hold(0, 6));
    assertThat(weigh.vehicles().get(0).flags().all())
        .contains(
            WeighingFlags.STARTED_OCCUPIED,
            WeighingFlags.BEGAN_UNOBSERVED,
            WeighingFlags.POSSIBLE_MISSED_AXLE);
    assertThat(weigh.vehicles().get(weigh.vehicles().size() - 1).flags().all()).isEmpty();
  }

  @Test
  void aVehicleSoonAfterTheStartMayHaveBegunBeforeIt() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 2).axle(9000).hold(0, 6));
    assertThat(weigh.only().flags().all())
        .contains(WeighingFlags.BEGAN_UNOBSERVED, WeighingFlags.POSSIBLE_MISSED_AXLE)
        .doesNotContain(WeighingFlags.STARTED_OCCUPIED, Flag.SIGNAL_INTERRUPTED);
  }

  @Test
  void stoppingRecordsWhatIsKnownOfTheVehicle() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 6).axle(5000).hold(9000, 2));
    weigh.stop(14 * SECOND);
    assertThat(weigh.only().ending()).isEqualTo(Ending.STATION_STOPPED);
    assertThat(weigh.only().grossKg()).hasValue(14_000);
    assertThat(weigh.only().flags().all())
        .contains(WeighingFlags.STATION_STOPPED, WeighingFlags.POSSIBLE_MISSED_AXLE);
  }

  @Test
  void theOperatorFinishesAVehicleAtOnceWhenThePlatformIsClear() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 6).axle(5000));
    weigh.end(Ending.FINISHED, "Lan: next one is close", 10 * SECOND);
    assertThat(weigh.only().ending()).isEqualTo(Ending.FINISHED);
    assertThat(weigh.only().remark()).isEqualTo("Lan: next one is close");
    weigh.hear(Readings.from(10.2).axle(4000).hold(0, 6));
    assertThat(weigh.vehicles().get(1).flags().all()).isEmpty();
  }

  @Test
  void aWishWithAnAxleOnThePlatformWaitsUntilItHasLeft() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(Readings.from(0).hold(0, 6).hold(5000, 2));
    weigh.end(Ending.DISCARDED, "Lan: wrong lane", 8 * SECOND);
    assertThat(weigh.vehicles()).isEmpty();
    weigh.hear(Readings.from(8).hold(5000, 1).hold(0, 6));
    assertThat(weigh.only().ending()).isEqualTo(Ending.DISCARDED);
    assertThat(weigh.only().flags().has(WeighingFlags.DISCARDED)).isTrue();
    assertThat(weigh.only().grossKg()).hasValue(5000);
  }
}
