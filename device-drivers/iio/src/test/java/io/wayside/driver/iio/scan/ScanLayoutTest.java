// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScanLayoutTest {

  @Test
  void elementsOfMixedStorageStandAtMultiplesOfTheirSize() throws GarbledData {
    ScanLayout layout =
        new ScanLayout(
            List.of(
                element("timestamp", 9, "le:s64/64>>0"),
                element("voltage2", 2, "le:u8/8>>0"),
                element("voltage0", 0, "be:s16/16>>0"),
                element("voltage1", 1, "le:s24/32>>8")));
    byte[] scan =
        HexFormat.of()
            .parseHex(
                "fffe" // voltage0 at 0: -2
                    + "0000" // rounded up to 4
                    + "00070000" // voltage1 at 4: 7
                    + "f0" // voltage2 at 8: 240
                    + "00000000000000" // rounded up to 16
                    + "0500000000000000"); // timestamp at 16

    assertThat(layout.bytes()).isEqualTo(24);
    assertThat(layout.values("voltage0", 0, scan, 1)).containsExactly(-2);
    assertThat(layout.values("voltage1", 0, scan, 1)).containsExactly(7);
    assertThat(layout.values("voltage2", 0, scan, 1)).containsExactly(240);
    assertThat(layout.timestamps(scan, 1)).containsExactly(5);
  }

  @Test
  void aScanIsRoundedUpToItsLargestElement() throws GarbledData {
    ScanLayout layout =
        new ScanLayout(List.of(element("a", 0, "le:s32/32>>0"), element("b", 1, "le:s16/16>>0")));
    byte[] two = HexFormat.of().parseHex("0100000002000000" + "0300000004000000");

    assertThat(layout.bytes()).isEqualTo(8);
    assertThat(layout.values("a", 0, two, 2)).containsExactly(1, 3);
    assertThat(layout.values("b", 0, two, 2)).containsExactly(2, 4);
    assertThat(layout.hasTimestamps()).isFalse();
  }

  @Test
  void elementsOfOneNameOrIndexAreRefused() {
    ScanElement a = element("a", 0, "le:s32/32>>0");
    assertThatThrownBy(() -> new ScanLayout(List.of())).isInstanceOf(GarbledData.class);
    assertThatThrownBy(() -> new ScanLayout(List.of(a, a))).isInstanceOf(GarbledData.class);
    assertThatThrownBy(() -> new ScanLayout(List.of(a, element("b", 0, "le:s16/16>>0"))))
        .isInstanceOf(GarbledData.class);
  }

  /** The packer knows nothing of the layout: it writes bit strings, value after value. */
  @Test
  void whatAnIndependentPackerWroteIsReadBack() throws GarbledData {
    Random random = new Random(3);
    for (int round = 0; round < 3_000; round++) {
      List<Packed> elements = new ArrayList<>();
      int count = 1 + random.nextInt(6);
      for (int i = 0; i < count; i++) {
        elements.add(Packed.any(i, random));
      }
      int scans = 1 + random.nextInt(4);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int s = 0; s < scans; s++) {
        pack(elements, bytes);
      }
      List<ScanElement> given = new ArrayList<>();
      for (Packed packed : elements) {
        given.add(element("e" + packed.index, 3 * packed.index, packed.text()));
      }
      Collections.shuffle(given, random);

      ScanLayout layout = new ScanLayout(given);

      assertThat(layout.bytes() * scans).isEqualTo(bytes.size());
      for (Packed packed : elements) {
        for (int which = 0; which < packed.repeat; which++) {
          double[] read = layout.values("e" + packed.index, which, bytes.toByteArray(), scans);
          for (double value : read) {
            assertThat(value).isEqualTo(packed.values.get(which).doubleValue());
          }
        }
      }
    }
  }

  @Test
  void anyBytesAreNumbers() throws GarbledData {
    Random random = new Random(4);
    for (int round = 0; round < 3_000; round++) {
      Packed packed = Packed.any(0, random);
      ScanLayout layout = new ScanLayout(List.of(element("a", 0, packed.text())));
      byte[] bytes = new byte[5 * layout.bytes()];
      random.nextBytes(bytes);
      double most = Math.pow(2, packed.signed ? packed.bits - 1 : packed.bits);

      assertThat(layout.values("a", packed.repeat - 1, bytes, 5))
          .hasSize(5)
          .satisfies(
              values -> {
                for (double value : values) {
                  assertThat(value).isBetween(packed.signed ? -most : 0, most);
                }
              });
    }
  }

  private static void pack(List<Packed> elements, ByteArrayOutputStream out) {
    int start = out.size();
    int largest = 0;
    for (Packed packed : elements) {
      int size = packed.storage / 8 * packed.repeat;
      largest = Math.max(largest, size);
      while ((out.size() - start) % size != 0) {
        out.write(0xa5); // padding says nothing
      }
      packed.values.forEach(value -> out.writeBytes(packed.bytes(value)));
    }
    while ((out.size() - start) % largest != 0) {
      out.write(0x5a);
    }
  }

  /** An element and its values as big integers. */
  private static final class Packed {
    int index;
    boolean big;
    boolean signed;
    int bits;
    int storage;
    int repeat;
    int shift;
    int dirt;
    List<BigInteger> values = new ArrayList<>();

    static Packed any(int index, Random random) {
      Packed packed = new Packed();
      packed.index = index;
      packed.big = random.nextBoolean();
      packed.signed = random.nextBoolean();
      packed.storage = 8 << random.nextInt(4);
      packed.bits = 1 + random.nextInt(packed.storage);
      packed.shift = random.nextInt(packed.storage - packed.bits + 1);
      packed.repeat = random.nextInt(4) == 0 ? 2 : 1;
      packed.dirt = random.nextInt();
      for (int i = 0; i < packed.repeat; i++) {
        BigInteger value = new BigInteger(packed.bits, random);
        boolean negative = packed.signed && value.testBit(packed.bits - 1);
        packed.values.add(negative ? value.subtract(BigInteger.ONE.shiftLeft(packed.bits)) : value);
      }
      return packed;
    }

    String text() {
      String form = (big ? "be:" : "le:") + (signed ? "s" : "u") + bits + "/" + storage;
      return form + (repeat > 1 ? "X" + repeat : "") + ">>" + shift;
    }

    /** Bits outside of the value hold dirt, as real converters' do. */
    byte[] bytes(BigInteger value) {
      StringBuilder stored = new StringBuilder();
      for (int bit = storage - 1; bit >= 0; bit--) {
        boolean inside = bit >= shift && bit < shift + bits;
        boolean one = inside ? value.testBit(bit - shift) : (dirt >> (bit % 32) & 1) == 1;
        stored.append(one ? '1' : '0');
      }
      byte[] bytes = new byte[storage / 8];
      for (int i = 0; i < bytes.length; i++) {
        int at = big ? i : bytes.length - 1 - i;
        bytes[at] = (byte) Integer.parseInt(stored.substring(8 * i, 8 * i + 8), 2);
      }
      return bytes;
    }
  }

  private static ScanElement element(String id, int index, String format) {
    try {
      return new ScanElement(id, index, ScanFormat.parse(format));
    } catch (GarbledData garbled) {
      throw new AssertionError(garbled);
    }
  }
}
