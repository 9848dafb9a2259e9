// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.driver.iio.scan.ScanFormat.Kind;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats as kernel drivers state them, with bytes worked out by hand. */
class ScanFormatTest {

  @ParameterizedTest
  @CsvSource({
    "le:s24/32>>8, 00010000, 1",
    "le:s24/32>>8, 00ffffff, -1",
    "le:s24/32>>8, aa563412, 1193046",
    "be:u12/16>>4, abcd, 2748",
    "be:s12/16>>4, fff0, -1",
    "be:s12/16>>4, 8000, -2048",
    "be:s12/16>>4, 7fff, 2047",
    "le:s16/16>>0, feff, -2",
    "le:s16/16, feff, -2",
    "be:u16/16>>0, feff, 65279",
    "be:u24/32>>0, 00800001, 8388609",
    "be:s18/32>>0, 0003ffff, -1",
    "be:s18/32>>0, fffdffff, 131071",
    "le:u8/8>>0, ff, 255",
    "le:s64/64>>0, ffffffffffffff7f, 9223372036854775807",
    "le:u64/64>>0, ffffffffffffffff, 18446744073709551615",
    "le:f32/32>>0, 0000c0bf, -1.5",
    "be:S12/16>>4, fff0, -1",
  })
  void aValueIsReadAsTheKernelWroteIt(String format, String hex, double value) throws GarbledData {
    byte[] bytes = HexFormat.of().parseHex(hex);

    assertThat(ScanFormat.parse(format).bytes()).isEqualTo(bytes.length);
    assertThat(ScanFormat.parse(format).value(bytes, 0, 0)).isEqualTo(value);
  }

  @Test
  void valuesSideBySideAreOneElement() throws GarbledData {
    ScanFormat format = ScanFormat.parse("le:s16/16X4>>0\n");

    assertThat(format).isEqualTo(new ScanFormat(false, Kind.SIGNED, 16, 16, 4, 0));
    assertThat(format.bytes()).isEqualTo(8);
    assertThat(format.value(HexFormat.of().parseHex("01000200ffff0400"), 0, 2)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "le",
        "xe:s16/16>>0",
        "le:s0/16>>0",
        "le:s17/16>>0",
        "le:s12/16>>5",
        "le:s16/12>>0",
        "le:s16/128>>0",
        "le:s16/16X0>>0",
        "le:s16/16X999>>0",
        "le:f16/16>>0",
        "le:f32/64>>0"
      })
  void whatCannotBeAFormatIsRefused(String text) {
    assertThatThrownBy(() -> ScanFormat.parse(text)).isInstanceOf(GarbledData.class);
  }

  @Test
  void anyTextIsAFormatOrRefused() {
    Random random = new Random(1);
    String alphabet = "lbe:sufX/>0123468 ";
    int formats = 0;
    for (int i = 0; i < 300_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "le:s" : "");
      int length = random.nextInt(14);
      for (int j = 0; j < length; j++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        formats += ScanFormat.parse(text.toString()).bytes() > 0 ? 1 : 0;
      } catch (GarbledData refused) {
        assertThat(refused).hasMessageContaining("scan format");
      }
    }
    assertThat(formats).isPositive();
  }
}
