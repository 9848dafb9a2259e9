// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.CardWord;
import io.wayside.core.device.CardWord.Counted;
import io.wayside.core.device.CardWord.Gap;
import io.wayside.core.device.CardWord.Gap.Why;
import io.wayside.core.device.CardWord.Heard;
import io.wayside.core.device.CardWord.LoopFault;
import io.wayside.core.device.CardWord.LoopFault.Kind;
import io.wayside.core.device.CardWord.Occupied;
import io.wayside.core.device.CardWord.Vehicle;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.driver.detector.Bench;
import io.wayside.rig.simulators.card.CountingCard;
import io.wayside.rig.simulators.card.RememberingCard;
import io.wayside.rig.simulators.modbus.RegisterImage.Refused;
import io.wayside.rig.simulators.modbus.RegisterTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RegisterWatchTest {

  private static final long S = 1_000_000_000L;

  private static Cells of(RegisterTable table) {
    return (cells, address, count) -> {
      try {
        return cells == Table.INPUT_REGISTERS
            ? table.inputRegisters(address, count)
            : table.holdingRegisters(address, count);
      } catch (Refused refused) {
        throw new Garbled(refused.toString());
      }
    };
  }

  private static RegisterWatch watch(String name) throws Exception {
    return new RegisterWatch(RegisterProfile.from(Bench.profile(name)));
  }

  private static List<CardWord> news(List<CardWord> words) {
    return words.stream().filter(word -> !(word instanceof Heard)).toList();
  }

  /** Of a fault that a driver before this one told of it tells that it is over. */
  @Test
  void theFirstLookTellsOnlyThatItIsHeardAndWhatIsNoFault() throws Exception {
    List<CardWord> words =
        watch("example-counters").look(of(new CountingCard(7, 9).cells()), 5 * S);

    assertThat(words)
        .filteredOn(word -> !(word instanceof LoopFault fault && !fault.stands()))
        .containsExactly(new Heard(1, 5 * S), new Heard(2, 5 * S));
    assertThat(words).hasSizeGreaterThan(2);
  }

  /** 16 bits, and 32 with the lower register first. */
  @Test
  void countersRunOnThroughTheirEnds() throws Exception {
    CountingCard card = new CountingCard(65_534, -2);
    RegisterWatch watch = watch("example-counters");
    watch.look(of(card.cells()), 0);
    for (int i = 0; i < 5; i++) {
      card.passes(1, 300);
      card.passes(2, 0);
    }
    card.runsFor(1);

    assertThat(news(watch.look(of(card.cells()), S)))
        .containsExactly(
            new Counted(1, 0, S, 5), new Occupied(1, 0, S, 1.0), new Counted(2, 0, S, 5));
  }

  @Test
  void aLookThatBreaksOffChangesNothingAndTheRiseIsOverTheWholeTime() throws Exception {
    CountingCard card = new CountingCard(0, 0);
    RegisterWatch watch = watch("example-counters");
    watch.look(of(card.cells()), 0);
    card.passes(1, 0);
    assertThatThrownBy(
            () ->
                watch.look(
                    (table, address, count) -> {
                      if (address > 2) {
                        throw new LinkDown("gone");
                      }
                      return of(card.cells()).read(table, address, count);
                    },
                    S))
        .isInstanceOf(DeviceException.class);
    card.passes(1, 0);
    card.runsFor(10);

    assertThat(news(watch.look(of(card.cells()), 10 * S)))
        .containsExactly(new Counted(1, 0, 10 * S, 2));
  }

  /** Even when it has counted as far again meanwhile. */
  @Test
  void aCardThatBeganAnewLeavesAGap() throws Exception {
    CountingCard card = new CountingCard(2, 2);
    RegisterWatch watch = watch("example-counters");
    card.runsFor(50);
    watch.look(of(card.cells()), 0);
    card.restarts();
    card.passes(1, 0);
    card.passes(1, 0);
    card.passes(1, 0);
    card.runsFor(90);

    assertThat(news(watch.look(of(card.cells()), 100 * S)))
        .containsExactly(
            new Gap(1, 0, 100 * S, Why.RESTARTED, false),
            new Gap(2, 0, 100 * S, Why.RESTARTED, false));
    card.passes(1, 0);
    card.runsFor(91);
    assertThat(news(watch.look(of(card.cells()), 101 * S)))
        .containsExactly(new Counted(1, 100 * S, 101 * S, 1));
  }

  @Test
  void whatCannotHavePassedIsAGapOfThatChannelAlone() throws Exception {
    CountingCard card = new CountingCard(1_000, 0);
    RegisterWatch watch = watch("example-counters");
    watch.look(of(card.cells()), 0);
    card.cells().input(2, 3);
    card.passes(2, 0);
    card.cells().input(2, 3);
    card.runsFor(1);

    assertThat(news(watch.look(of(card.cells()), S)))
        .containsExactly(new Gap(1, 0, S, Why.RESTARTED, false), new Counted(2, 0, S, 1));
  }

  /** In which a counter of 16 bits can have gone all the way round. */
  @Test
  void aVeryLongOutageIsAGapForAShortCounterOnly() throws Exception {
    CountingCard card = new CountingCard(0, 0);
    RegisterWatch watch = watch("example-counters");
    watch.look(of(card.cells()), 0);
    card.passes(1, 0);
    card.passes(2, 0);
    card.runsFor(20_000);

    assertThat(news(watch.look(of(card.cells()), 20_000 * S)))
        .containsExactly(
            new Gap(1, 0, 20_000 * S, Why.RESTARTED, false), new Counted(2, 0, 20_000 * S, 1));
  }

  @Test
  void faultsOfALoopAreToldOnceFromTheLookBefore() throws Exception {
    CountingCard card = new CountingCard(0, 0);
    RegisterWatch watch = watch("example-counters");
    watch.look(of(card.cells()), 0);
    card.faulty(5);

    assertThat(news(watch.look(of(card.cells()), S)))
        .containsExactlyInAnyOrder(
            new LoopFault(1, 0, Kind.OPEN_LOOP, true), new LoopFault(1, 0, Kind.LOOP_FAULT, true));
    assertThat(news(watch.look(of(card.cells()), 2 * S))).isEmpty();
    card.faulty(4);
    assertThat(news(watch.look(of(card.cells()), 3 * S)))
        .containsExactly(new LoopFault(1, 3 * S, Kind.OPEN_LOOP, false));
  }

  @Test
  void vehiclesAreReadThroughTheEndOfTheirNumbersAndOfTheirPlaces() throws Exception {
    RememberingCard card = new RememberingCard(65_533);
    RegisterWatch watch = watch("example-vehicles");
    watch.look(of(card.cells()), 0);
    card.passed(455, 420, 2, 50);
    card.passed(-1, -1, 9, 0);
    card.passed(360, 1_250, 3, 0);
    List<CardWord> words = news(watch.look(of(card.cells()), 10 * S));

    assertThat(words).hasSize(3);
    Vehicle car = (Vehicle) words.get(0);
    assertThat(car.monotonicNanos()).isEqualTo(10 * S - S / 2);
    assertThat(car.speedMps().orElseThrow()).isCloseTo(45.5 / 3.6, within(1e-9));
    assertThat(car.lengthM().orElseThrow()).isCloseTo(4.2, within(1e-9));
    assertThat(car.code()).contains("7");
    assertThat(words.get(1))
        .isEqualTo(
            new Vehicle(
                1, 10 * S, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty()));
    assertThat(((Vehicle) words.get(2)).code()).contains("3");
    assertThat(watch.newest()).isZero();
    assertThat(watch.acknowledgeAt()).hasValue(2);
  }

  private static org.assertj.core.data.Offset<Double> within(double most) {
    return org.assertj.core.data.Offset.offset(most);
  }

  @Test
  void vehiclesThatWereToldOverAreCountedAndMarked() throws Exception {
    RememberingCard card = new RememberingCard(0);
    RegisterWatch watch = watch("example-vehicles");
    watch.look(of(card.cells()), 0);
    for (int i = 0; i < 20; i++) {
      card.passed(500, 400, 2, 0);
    }
    List<CardWord> words = news(watch.look(of(card.cells()), 60 * S));

    assertThat(words.stream().filter(word -> word instanceof Vehicle)).hasSize(16);
    assertThat(words)
        .contains(new Counted(1, 0, 60 * S, 4), new Gap(1, 0, 60 * S, Why.MISSED_SEQUENCE, true));
  }

  /** The card writes while it is read. */
  @Test
  void aVehicleThatIsToldOverWhileItIsReadIsCountedAndMarked() throws Exception {
    RememberingCard card = new RememberingCard(0);
    RegisterWatch watch = watch("example-vehicles");
    watch.look(of(card.cells()), 0);
    card.passed(500, 400, 2, 0);
    Cells cells =
        (table, address, count) -> {
          int[] read = of(card.cells()).read(table, address, count);
          if (address == 0) {
            for (int i = 0; i < 16; i++) {
              card.passed(500, 400, 2, 0);
            }
          }
          return read;
        };

    assertThat(news(watch.look(cells, 9 * S)))
        .containsExactly(
            new Counted(1, 0, 9 * S, 1), new Gap(1, 0, 9 * S, Why.MISSED_SEQUENCE, true));
  }

  @Test
  void numbersThatBeginAnewLeaveAGap() throws Exception {
    RememberingCard card = new RememberingCard(30_000);
    RegisterWatch watch = watch("example-vehicles");
    watch.look(of(card.cells()), 0);
    card.restarts();
    card.passed(500, 400, 2, 0);

    assertThat(news(watch.look(of(card.cells()), S)))
        .containsExactly(new Gap(1, 0, S, Why.RESTARTED, false));
    card.passed(500, 400, 2, 0);
    assertThat(news(watch.look(of(card.cells()), 2 * S))).hasSize(1);
  }
}
