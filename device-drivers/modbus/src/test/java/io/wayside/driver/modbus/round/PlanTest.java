// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.RegisterDevice.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {

  private final Plan plan = new Plan();

  private static List<Bit> inputs(int... addresses) {
    return IntStream.of(addresses).mapToObj(a -> new Bit(Table.DISCRETE_INPUTS, a, 0)).toList();
  }

  @Test
  void bitsNearEachOtherAreReadInOneRequest() {
    assertThat(plan.stretches(inputs(7, 3, 40, 3)))
        .containsExactly(new Stretch(Table.DISCRETE_INPUTS, 3, 38));
  }

  @Test
  void bitsFarApartAreReadInTwo() {
    assertThat(plan.stretches(inputs(3, 300)))
        .containsExactly(
            new Stretch(Table.DISCRETE_INPUTS, 3, 1), new Stretch(Table.DISCRETE_INPUTS, 300, 1));
  }

  @Test
  void sixteenBitsOfARegisterAreOneCell() {
    List<Bit> bits =
        IntStream.range(0, 16).mapToObj(i -> new Bit(Table.HOLDING_REGISTERS, 9, i)).toList();

    assertThat(plan.stretches(bits)).containsExactly(new Stretch(Table.HOLDING_REGISTERS, 9, 1));
  }

  @Test
  void anyBitsLieInExactlyOneStretchAndNoTwoStretchesCouldBeOne() {
    Random random = new Random(11);
    for (int run = 0; run < 300; run++) {
      List<Bit> bits = any(random);
      List<Stretch> stretches = plan.stretches(bits);
      for (Bit bit : bits) {
        assertThat(stretches.stream().filter(stretch -> stretch.holds(bit))).hasSize(1);
      }
      for (Stretch one : stretches) {
        boolean registers = bits.stream().filter(one::holds).anyMatch(Bit::isInRegister);
        assertThat(one.count()).isBetween(1, registers ? 125 : 2000);
        for (Stretch other : stretches) {
          assertThat(couldBeOne(one, other, registers)).as("%s %s", one, other).isFalse();
        }
      }
    }
  }

  private static boolean couldBeOne(Stretch one, Stretch other, boolean registers) {
    int between = other.from() - one.from() - one.count();
    int together = other.from() + other.count() - one.from();
    return one.table() == other.table()
        && between >= 0
        && between <= (registers ? 8 : 64)
        && together <= (registers ? 125 : 2000)
        && other.count() == 1;
  }

  private static List<Bit> any(Random random) {
    List<Bit> bits = new ArrayList<>();
    int most = random.nextInt(4) == 0 ? 65_536 : 600;
    for (int i = 0; i < 1 + random.nextInt(60); i++) {
      Table table = List.of(Table.values()).get(random.nextInt(4));
      boolean register = table == Table.INPUT_REGISTERS || table == Table.HOLDING_REGISTERS;
      bits.add(new Bit(table, random.nextInt(most), register ? random.nextInt(16) : 0));
    }
    return bits;
  }

  @Test
  void aRefusedStretchIsPartedAtItsWidestGapAndStaysParted() {
    List<Bit> bits = inputs(0, 1, 2, 30, 31);
    Stretch refused = plan.stretches(bits).get(0);

    assertThat(plan.part(refused, bits)).isTrue();
    assertThat(plan.stretches(bits))
        .containsExactly(
            new Stretch(Table.DISCRETE_INPUTS, 0, 3), new Stretch(Table.DISCRETE_INPUTS, 30, 2));
  }

  @Test
  void partingEndsWithOneCellEach() {
    Random random = new Random(5);
    for (int run = 0; run < 100; run++) {
      Plan fresh = new Plan();
      List<Bit> bits = any(random);
      long cells = bits.stream().map(bit -> bit.table() + " " + bit.address()).distinct().count();
      int parted = 0;
      for (int i = 0; i < fresh.stretches(bits).size(); ) {
        boolean done = fresh.part(fresh.stretches(bits).get(i), bits);
        parted += done ? 1 : 0;
        i += done ? 0 : 1;
        assertThat(parted).isLessThan((int) cells + 1);
      }
      assertThat(fresh.stretches(bits)).hasSize((int) cells);
    }
  }

  @Test
  void aBitOfARegisterIsFoundAndPutBesideItsNeighbours() {
    Random random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      int cell = random.nextInt(65_536);
      Bit bit = new Bit(Table.HOLDING_REGISTERS, 0, random.nextInt(16));
      boolean on = random.nextBoolean();
      String digits = String.format("%16s", Integer.toBinaryString(cell)).replace(' ', '0');
      int place = 15 - bit.number();
      String put = digits.substring(0, place) + (on ? 1 : 0) + digits.substring(place + 1);

      assertThat(bit.in(cell)).isEqualTo(digits.charAt(place) == '1');
      assertThat(bit.put(cell, on)).isEqualTo(Integer.parseInt(put, 2));
    }
  }

  @Test
  void bitsThatNoDeviceHasAreRefusedInWords() {
    assertThatThrownBy(() -> new Bit(Table.COILS, 3, 1))
        .hasMessageContaining("bits here from 0 to 0");
    assertThatThrownBy(() -> new Bit(Table.INPUT_REGISTERS, 3, 16)).hasMessageContaining("15");
    assertThatThrownBy(() -> new Bit(Table.COILS, 65_536, 0)).hasMessageContaining("65535");
    assertThatThrownBy(() -> new Bit(Table.COILS, -1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
