// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.scan;

import io.wayside.core.data.GarbledData;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one channel stands in a scan, as {@code scan_elements/in_*_type} says it: {@code
 * [be|le]:[s|u|f]bits/storagebits[Xrepeat][>>shift]} (Linux, Documentation/driver-api/iio/buffers).
 *
 * @param bits significant, after the shift
 * @param storageBits of one value, a multiple of 8
 * @param repeat values of this format side by side
 */
public record ScanFormat(
    boolean bigEndian, Kind kind, int bits, int storageBits, int repeat, int shift) {

  /** What the bits mean. */
  public enum Kind {
    SIGNED,
    UNSIGNED,
    FLOAT
  }

  private static final Pattern FORM =
      Pattern.compile(
          "([bl])e:([sufSUF])(\\d{1,3})/(\\d{1,3})(?:[Xx](\\d{1,3}))?(?:>>(\\d{1,2}))?");

  /** More values side by side than any channel has (a quaternion has four). */
  private static final int MOST_REPEATS = 64;

  public ScanFormat {
    boolean stored = storageBits % 8 == 0 && storageBits >= 8 && storageBits <= 64;
    boolean fits = bits >= 1 && shift >= 0 && bits + shift <= storageBits;
    boolean real = kind != Kind.FLOAT || ((bits == 32 || bits == 64) && bits == storageBits);
    if (!stored || !fits || !real || repeat < 1 || repeat > MOST_REPEATS) {
      throw new IllegalArgumentException(
          bits + " bits of " + storageBits + ", shifted " + shift + ", times " + repeat);
    }
  }

  public static ScanFormat parse(String text) throws GarbledData {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new GarbledData("\"" + text.strip() + "\" is no scan format such as le:s24/32>>8");
    }
    Kind kind =
        switch (form.group(2).toLowerCase(Locale.ROOT)) {
          case "s" -> Kind.SIGNED;
          case "u" -> Kind.UNSIGNED;
          default -> Kind.FLOAT;
        };
    try {
      return new ScanFormat(
          form.group(1).equals("b"),
          kind,
          Integer.parseInt(form.group(3)),
          Integer.parseInt(form.group(4)),
          form.group(5) == null ? 1 : Integer.parseInt(form.group(5)),
          form.group(6) == null ? 0 : Integer.parseInt(form.group(6)));
    } catch (IllegalArgumentException impossible) {
      throw new GarbledData(
          "\"" + text.strip() + "\" cannot be a scan format: " + impossible.getMessage());
    }
  }

  /** Bytes of all values of the channel; also what they are aligned to. */
  public int bytes() {
    return storageBits / 8 * repeat;
  }

  /** One value as a whole number; an unsigned one of 64 bits wraps. */
  long whole(byte[] scan, int at, int which) {
    int size = storageBits / 8;
    int from = at + which * size;
    long stored = 0;
    for (int i = 0; i < size; i++) {
      int next = bigEndian ? from + i : from + size - 1 - i;
      stored = stored << 8 | Byte.toUnsignedInt(scan[next]);
    }
    long shifted = stored >>> shift << (64 - bits);
    return kind == Kind.SIGNED ? shifted >> (64 - bits) : shifted >>> (64 - bits);
  }

  double value(byte[] scan, int at, int which) {
    long whole = whole(scan, at, which);
    if (kind == Kind.FLOAT) {
      return bits == 32 ? Float.intBitsToFloat((int) whole) : Double.longBitsToDouble(whole);
    }
    boolean wrapped = kind == Kind.UNSIGNED && whole < 0;
    return wrapped ? 2.0 * ((whole >>> 1) | (whole & 1)) : whole; // rounded once
  }
}
