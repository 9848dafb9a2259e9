// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.registers;

import static io.wayside.core.register.Significance.HIGH_FIRST;
import static io.wayside.core.register.Significance.LOW_FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.register.NumberForm;
import io.wayside.core.register.NumberLayout;
import io.wayside.core.register.Significance;
import io.wayside.driver.indicator.codec.Indication;
import io.wayside.driver.indicator.codec.Indication.Range;
import io.wayside.driver.indicator.codec.MassUnit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterMapTest {

  /** 12340 is 3034 hexadecimal; minus one is all ones; 12340.5 as a float is 4640D200. */
  @ParameterizedTest
  @CsvSource({
    "INT16, HIGH_FIRST, HIGH_FIRST, 3034, 0, 12340",
    "INT16, HIGH_FIRST, LOW_FIRST, 3430, 0, 12340",
    "INT16, HIGH_FIRST, HIGH_FIRST, FFFF, 0, -1",
    "UINT16, HIGH_FIRST, HIGH_FIRST, FFFF, 0, 65535",
    "INT32, HIGH_FIRST, HIGH_FIRST, 0000, 3034, 12340",
    "INT32, LOW_FIRST, HIGH_FIRST, 3034, 0000, 12340",
    "INT32, HIGH_FIRST, HIGH_FIRST, FFFF, FFFF, -1",
    "UINT32, HIGH_FIRST, HIGH_FIRST, FFFF, FFFF, 4294967295",
    "FLOAT32, HIGH_FIRST, HIGH_FIRST, 4640, D200, 12340.5",
    "FLOAT32, LOW_FIRST, HIGH_FIRST, D200, 4640, 12340.5",
    "FLOAT32, HIGH_FIRST, LOW_FIRST, 4046, 00D2, 12340.5",
    "FLOAT32, LOW_FIRST, LOW_FIRST, 00D2, 4046, 12340.5",
  })
  void goldenRegisters(
      NumberForm form, Significance words, Significance bytes, String a, String b, double value) {
    RegisterMap map = map(new NumberLayout(form, words, bytes), 0);
    assertThat(kilograms(map, Integer.parseInt(a, 16), Integer.parseInt(b, 16))).isEqualTo(value);
  }

  @ParameterizedTest
  @EnumSource(NumberForm.class)
  void numbersLaidOutByTheMachineAreReadBack(NumberForm form) {
    Random random = new Random(61);
    for (int i = 0; i < 5_000; i++) {
      for (Significance words : Significance.values()) {
        for (Significance bytes : Significance.values()) {
          int value = form.registers() == 1 ? random.nextInt(32_768) : random.nextInt(10_000_000);
          int[] cells = laidOut(form, words, bytes, value);
          assertThat(kilograms(map(new NumberLayout(form, words, bytes), 0), cells))
              .isEqualTo(value);
        }
      }
    }
  }

  @Test
  void decimalsPlaceThePointExactly() {
    NumberLayout layout = new NumberLayout(NumberForm.INT16, HIGH_FIRST, HIGH_FIRST);
    assertThat(kilograms(map(layout, 2), 1234)).isEqualTo(12.34);
    assertThat(kilograms(map(layout, -1), 1234)).isEqualTo(12_340);
    NumberLayout real = new NumberLayout(NumberForm.FLOAT32, HIGH_FIRST, HIGH_FIRST);
    int bits = Float.floatToIntBits(12.34f);
    assertThat(map(real, 0).read(bits >>> 16, bits & 0xFFFF).kilograms(MassUnit.TONNE))
        .as("the decimal the display shows, not the float's binary value")
        .isEqualTo(12_340);
  }

  @Test
  void aFloatThatIsNoNumberIsABlankDisplay() {
    NumberLayout real = new NumberLayout(NumberForm.FLOAT32, HIGH_FIRST, HIGH_FIRST);
    for (float none :
        new float[] {
          Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, 1e38f
        }) {
      int bits = Float.floatToIntBits(none);
      assertThat(map(real, 0).read(bits >>> 16, bits & 0xFFFF).range()).isEqualTo(Range.BLANK);
    }
  }

  @Test
  void anyRegistersAreReadWithoutAnException() {
    Random random = new Random(62);
    List<NumberForm> forms = List.of(NumberForm.values());
    for (int i = 0; i < 50_000; i++) {
      NumberForm form = forms.get(random.nextInt(forms.size()));
      RegisterMap map =
          new RegisterMap(
              5,
              new NumberLayout(form, LOW_FIRST, HIGH_FIRST),
              random.nextInt(10) - 3,
              7,
              new StatusBits(1, 2, 4, 8, 16, 32, random.nextInt(64)));
      int[] cells = random.ints(map.count(), 0, 65_536).toArray();
      assertThat(Double.isFinite(map.read(cells).kilograms(MassUnit.TONNE))).isTrue();
    }
  }

  @Test
  void statusBitsAreCarriedIntoTheIndication() {
    StatusBits bits = new StatusBits(0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0);
    assertThat(read(bits, 0x00).motion()).isEqualTo(Motion.AT_REST);
    assertThat(read(bits, 0x01).motion()).isEqualTo(Motion.MOVING);
    assertThat(read(bits, 0x00).basis()).isEqualTo(Basis.GROSS);
    assertThat(read(bits, 0x08).basis()).isEqualTo(Basis.NET);
    assertThat(read(bits, 0x02).range()).isEqualTo(Range.OVER);
    assertThat(read(bits, 0x04).range()).isEqualTo(Range.UNDER);
    assertThat(read(bits, 0x10).range()).isEqualTo(Range.BLANK);
    assertThat(read(bits, 0x20).zeroMissing()).isTrue();
    assertThat(read(bits, 0x03).motion()).as("also when over").isEqualTo(Motion.MOVING);
  }

  @Test
  void aBitThatMeansStableIsInverted() {
    StatusBits stable = new StatusBits(0x40, 0, 0, 0, 0, 0, 0x40);
    assertThat(read(stable, 0x40).motion()).isEqualTo(Motion.AT_REST);
    assertThat(read(stable, 0x00).motion()).isEqualTo(Motion.MOVING);
    assertThat(read(stable, 0x00).basis()).isEqualTo(Basis.NOT_TOLD);
  }

  @Test
  void withoutMasksNothingIsTold() {
    Indication read = map(new NumberLayout(NumberForm.INT16, HIGH_FIRST, HIGH_FIRST), 0).read(7);
    assertThat(read.motion()).isEqualTo(Motion.NOT_TOLD);
    assertThat(read.basis()).isEqualTo(Basis.NOT_TOLD);
  }

  @Test
  void weightAndStatusAreReadTogetherWhicheverComesFirst() {
    NumberLayout layout = new NumberLayout(NumberForm.INT32, HIGH_FIRST, HIGH_FIRST);
    StatusBits bits = new StatusBits(1, 0, 0, 0, 0, 0, 0);
    RegisterMap after = new RegisterMap(10, layout, 0, 14, bits);
    assertThat(after.first()).isEqualTo(10);
    assertThat(after.count()).isEqualTo(5);
    assertThat(after.read(0, 42, 9, 9, 1).digits()).isEqualTo(42);
    assertThat(after.read(0, 42, 9, 9, 1).motion()).isEqualTo(Motion.MOVING);
    RegisterMap before = new RegisterMap(10, layout, 0, 8, bits);
    assertThat(before.first()).isEqualTo(8);
    assertThat(before.count()).isEqualTo(4);
    assertThat(before.read(1, 9, 0, 42).digits()).isEqualTo(42);
  }

  @Test
  void aMapThatCannotBeReadInOneGoIsRefused() {
    NumberLayout layout = new NumberLayout(NumberForm.INT32, HIGH_FIRST, HIGH_FIRST);
    assertThatThrownBy(() -> new RegisterMap(0, layout, 0, 64, StatusBits.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("register 64");
    StatusBits bits = new StatusBits(1, 0, 0, 0, 0, 0, 0);
    assertThatThrownBy(() -> new RegisterMap(0, layout, 0, -1, bits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("statusAddress");
  }

  private static Indication read(StatusBits bits, int status) {
    NumberLayout layout = new NumberLayout(NumberForm.INT16, HIGH_FIRST, HIGH_FIRST);
    return new RegisterMap(0, layout, 0, 1, bits).read(12_340, status);
  }

  private static RegisterMap map(NumberLayout layout, int decimals) {
    return new RegisterMap(0, layout, decimals, -1, StatusBits.NONE);
  }

  private static double kilograms(RegisterMap map, int... cells) {
    return map.read(cells).kilograms(MassUnit.KILOGRAM);
  }

  /** The layout by the Java library, independent of the reader's arithmetic. */
  private static int[] laidOut(NumberForm form, Significance words, Significance bytes, int value) {
    ByteBuffer number = ByteBuffer.allocate(4);
    if (form == NumberForm.FLOAT32) {
      number.putFloat(value);
    } else {
      number.putInt(value);
    }
    short high = number.getShort(0);
    short low = number.getShort(2);
    short[] ordered = words == HIGH_FIRST ? new short[] {high, low} : new short[] {low, high};
    if (form.registers() == 1) {
      ordered = new short[] {low};
    }
    int[] cells = new int[ordered.length];
    for (int i = 0; i < cells.length; i++) {
      ByteOrder order = bytes == HIGH_FIRST ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      byte[] two = ByteBuffer.allocate(2).order(order).putShort(ordered[i]).array();
      cells[i] = ByteBuffer.wrap(two).getShort() & 0xFFFF;
    }
    return cells;
  }
}
