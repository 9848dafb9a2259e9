// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static io.wayside.core.device.WeightReading.Basis.GROSS;
import static io.wayside.core.device.WeightReading.Basis.NET;
import static io.wayside.core.device.WeightReading.Motion.AT_REST;
import static io.wayside.core.device.WeightReading.Motion.MOVING;
import static io.wayside.driver.indicator.codec.IndicatorFormat.*;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Frames written down byte by byte from the descriptions, with what their displays showed. Those of
 * the protocol notes are marked; the others were worked out by hand from the same descriptions.
 */
public final class GoldenFrames {

  /** A frame, in hexadecimal, and what it says. */
  public record Golden(
      IndicatorFormat format, String hex, double kilograms, Motion motion, Basis basis) {
    byte[] frame() {
      return HexFormat.of().parseHex(hex);
    }
  }

  private static final Motion NO_MOTION = Motion.NOT_TOLD;
  private static final Basis NO_BASIS = Basis.NOT_TOLD;
  private static final String STX = "\u0002";
  private static final String ETX = "\u0003";

  static final List<Golden> ALL =
      List.of(
          // Notes.
          text(YAOHUA_A9_DECIMAL_POSITION, STX + "+003290013" + ETX, 3290, NO_MOTION, NO_BASIS),
          text(YAOHUA_A9_DECIMAL_POSITION, STX + "+00326001C" + ETX, 3260, NO_MOTION, NO_BASIS),
          text(YAOHUA_A9_DECIMAL_POSITION, STX + "+01234501A" + ETX, 12345, NO_MOTION, NO_BASIS),
          text(YAOHUA_A9_DECIMAL_POSITION, STX + "-00002011E" + ETX, -2.0, NO_MOTION, NO_BASIS),
          text(YAOHUA_A9_SEVEN_DIGITS, STX + "+003290013" + ETX, 32900, NO_MOTION, NO_BASIS),
          text(YAOHUA_A9_SEVEN_DIGITS, STX + "-00002011E" + ETX, -201, NO_MOTION, NO_BASIS),
          text(YAOHUA_REVERSED, "=0432100", 12340, NO_MOTION, NO_BASIS),
          text(YAOHUA_REVERSED, "=5.21000-", -12.5, NO_MOTION, NO_BASIS),
          // Notes: the pattern ww000.000kg.
          text(YAOHUA_A12, "ww012.345kg", 12.345, NO_MOTION, GROSS),
          text(YAOHUA_A12, "wn-12.340kg\r\n", -12.34, NO_MOTION, NET),
          text(YAOHUA_A12, "ww00012340kg", 12340, NO_MOTION, GROSS),
          // The maker's manual.
          text(YAOHUA_A12_CHECKED, "WG004.139kg3D\r\n", 4.139, NO_MOTION, GROSS),
          text(YAOHUA_A12_CHECKED, "WN-04.139kg29\r\n", -4.139, NO_MOTION, NET),
          text(YAOHUA_A12_CHECKED, "WG012340 kg38\r\n", 12340, NO_MOTION, GROSS),
          // Notes, both lengths; increment two, tare zero.
          hex(TOLEDO_CONTINUOUS, "02323020 203132333430 202020202030 0D", 12340, AT_REST, GROSS),
          hex(TOLEDO_CONTINUOUS, "02323820 203132333430 202020202030 0D", 12340, MOVING, GROSS),
          hex(TOLEDO_CONTINUOUS, "022A3320 303034323030 303031303030 0D", -4200, AT_REST, NET),
          hex(TOLEDO_CONTINUOUS, "022B3020 202020203435 202020202030 0D", 4.5, AT_REST, GROSS),
          hex(TOLEDO_CONTINUOUS, "022C2022 202031323334 202020202030 0D", 12340, AT_REST, GROSS),
          hex(
              TOLEDO_CONTINUOUS_CHECKED,
              "02323020 203132333430 202020202030 0D 05",
              12340,
              AT_REST,
              GROSS),
          hex(
              TOLEDO_CONTINUOUS_CHECKED,
              "02323820 203132333430 202020202030 0D 7D",
              12340,
              MOVING,
              GROSS),
          hex(
              TOLEDO_CLONE_DECIMALS,
              "02323020 203132333430 202020202030 0D",
              123.4,
              AT_REST,
              GROSS),
          hex(
              TOLEDO_CLONE_POUND_BIT,
              "02322020 203132333430 202020202030 0D",
              12340,
              AT_REST,
              GROSS),
          // The XOR of the seventeen bytes.
          // hand.
          hex(TOLEDO_CLONE_XOR, "02323020 203132333430 202020202030 0D 29", 12340, AT_REST, GROSS),
          // Address '1'; kilograms; weight right-aligned with its sign.
          text(TOLEDO_EXTENDED, "\u00011\"   " + "    12340" + "       0\r", 12340, AT_REST, GROSS),
          text(TOLEDO_EXTENDED, "\u00011b!  " + "   -12.34" + "     1.0\r", -12.34, MOVING, NET),
          text(TOLEDO_EXTENDED, "\u00011$   " + "    12.34" + "       0\r", 12340, AT_REST, GROSS),
          text(
              TOLEDO_EXTENDED_CHECKED,
              "\u00011\"   " + "    12340" + "       0\r" + "5",
              12340,
              AT_REST,
              GROSS),
          // Notes.
          text(MT_SICS, "S S     100.00 kg\r\n", 100, AT_REST, NO_BASIS),
          text(MT_SICS, "S S  100.00 kg\r\n", 100, AT_REST, NO_BASIS),
          text(MT_SICS, "S D     -12.34 t\r\n", -12340, MOVING, NO_BASIS),
          text(MT_SICS, "S D      1000 lb\r\n", 453.59237, MOVING, NO_BASIS),
          text(MT_SICS, "S S    500.0 g\r\n", 0.5, AT_REST, NO_BASIS),
          // The makers' manuals: an underscore there is a blank here.
          text(SMA_SCP_0499, "\n 1G  " + "     7.025" + "kg \r", 7.025, AT_REST, GROSS),
          text(SMA_SCP_0499, "\n 1N  " + "    100000" + "lb \r", 45359.237, AT_REST, NET),
          text(SMA_SCP_0499, "\n 1GM " + "     7.650" + "kg \r", 7.65, MOVING, GROSS),
          text(SMA_SCP_0499, "\nZ1G  " + "     0.000" + "kg \r", 0, AT_REST, GROSS),
          text(SMA_SCP_0499, "\n 1g  " + "   -5.0025" + "t  \r", -5002.5, AT_REST, GROSS),
          // Notes: sign at 6, value 7 to 13, line feed at 17.
          text(ST_GS, "ST,GS,+ 12.345kg\r\n", 12.345, AT_REST, GROSS),
          text(ST_GS, "US,NT,-  12340kg\r\n", -12340, MOVING, NET),
          text(ST_GS, "ZR,GS,+      0kg\r\n", 0, AT_REST, GROSS),
          text(ST_GS, "ST,GS,  12.340 t\r\n", 12340, AT_REST, GROSS),
          // Notes.
          text(AND_STANDARD, "ST,+00012.345 kg\r\n", 12.345, AT_REST, NO_BASIS),
          text(AND_STANDARD, "US,-0012340.0 lb\r\n", -5597.3298458, MOVING, NO_BASIS),
          text(AND_STANDARD, "ST,+0012340.  t\r\n", 12340000, AT_REST, NO_BASIS),
          // Notes: 33 bytes, value 5 to 14.
          text(DINI_3590E, "ST,1,     12340,           0,kg\r\n", 12340, AT_REST, GROSS),
          text(DINI_3590E, "US,1,    -12.34,PT     12.00, t\r\n", -12340, MOVING, NET),
          // Notes: 22 bytes.
          text(CAS_22, "ST,GS,0\u0080,   12340 kg\r\n", 12340, AT_REST, GROSS),
          text(CAS_22, "US,NT,\n\r,  -12.34 t \r\n", -12340, MOVING, NET),
          // Notes: carriage return at 14.
          text(HBM_MSV, "    12340     \r\n", 12340, NO_MOTION, NO_BASIS),
          text(HBM_MSV, "-   12.34  kg \r\n", -12.34, NO_MOTION, NO_BASIS),
          // Notes: least significant byte first.
          hex(BCD_GM8803, "FF 00 40 23 01", 12340, NO_MOTION, NO_BASIS),
          hex(BCD_GM8803, "FF 21 45 23 01", -1234.5, NO_MOTION, NO_BASIS),
          hex(BCD_HT9800, "FF 01 40 23 01", 12340, NO_MOTION, NO_BASIS),
          hex(BCD_HT9800, "FF 22 45 23 01", -1234.5, NO_MOTION, NO_BASIS),
          // Notes: decimals at 14.
          text(T2000A, STX + "+012340" + "000000" + "0" + "000" + ETX, 12340, NO_MOTION, NO_BASIS),
          text(
              T2000A, STX + "-012345" + "001000" + "1" + " 1A" + ETX, -1234.5, NO_MOTION, NO_BASIS),
          // The maker's manual, format 1.
          text(RINSTRUM_AUTO, STX + "   12340G" + ETX, 12340, AT_REST, GROSS),
          text(RINSTRUM_AUTO, STX + "-  12.34N" + ETX, -12.34, AT_REST, NET),
          text(RINSTRUM_AUTO, STX + "   12340M" + ETX, 12340, MOVING, NO_BASIS));

  /**
   * Formats that read the same bytes: no suggestion can tell them apart, only the comparison with
   * the display can. Docs name the same groups.
   */
  private static final List<Set<IndicatorFormat>> SAME_BYTES =
      List.of(
          EnumSet.of(YAOHUA_A9_DECIMAL_POSITION, YAOHUA_A9_SEVEN_DIGITS),
          EnumSet.of(TOLEDO_CONTINUOUS, TOLEDO_CLONE_DECIMALS, TOLEDO_CLONE_POUND_BIT),
          EnumSet.of(BCD_GM8803, BCD_HT9800));

  private GoldenFrames() {}

  /** The formats that this one's frames cannot be told from, and itself. */
  public static Set<IndicatorFormat> sameBytes(IndicatorFormat format) {
    return SAME_BYTES.stream()
        .filter(group -> group.contains(format))
        .findFirst()
        .orElse(EnumSet.of(format));
  }

  static List<Golden> of(IndicatorFormat format) {
    return ALL.stream().filter(golden -> golden.format() == format).toList();
  }

  /** Every frame of the format five times running, and the start of one more. */
  public static byte[] stream(IndicatorFormat format) {
    List<byte[]> parts = new ArrayList<>();
    for (Golden golden : of(format)) {
      for (int i = 0; i < 5; i++) {
        parts.add(golden.frame());
      }
    }
    byte[] whole = AnyBytesTest.joined(parts.toArray(byte[][]::new));
    byte[] again = whole;
    while (again.length < 400) {
      again = AnyBytesTest.joined(again, whole);
    }
    return AnyBytesTest.joined(again, Arrays.copyOf(whole, 3));
  }

  /** The two formats that want to see a frame twice. */
  static boolean wantsTwo(IndicatorFormat format) {
    return format == YAOHUA_REVERSED || format == BCD_GM8803 || format == BCD_HT9800;
  }

  /** As many copies as the format needs for a reading, with what ends the last one. */
  static byte[] enough(Golden golden) {
    byte[] once = golden.frame();
    byte[] frames = wantsTwo(golden.format()) ? AnyBytesTest.joined(once, once) : once;
    return golden.format() == YAOHUA_REVERSED
        ? AnyBytesTest.joined(frames, new byte[] {'='})
        : frames;
  }

  private static Golden text(
      IndicatorFormat format, String frame, double kilograms, Motion motion, Basis basis) {
    String hex = HexFormat.of().formatHex(frame.getBytes(ISO_8859_1));
    return new Golden(format, hex, kilograms, motion, basis);
  }

  private static Golden hex(
      IndicatorFormat format, String frame, double kilograms, Motion motion, Basis basis) {
    return new Golden(format, frame.replace(" ", ""), kilograms, motion, basis);
  }
}
