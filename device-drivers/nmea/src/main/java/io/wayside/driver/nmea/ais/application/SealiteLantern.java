// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a lantern of Sealite says it is: DAC 1022, FI 61, text of eight bits a character such as
 * {@code FF,83,FFF,12.5,3813.21497S,14510.84138E}.
 *
 * @param text all of it
 * @param signs eight bits, two hexadecimal digits
 * @param lamp two bits of mode, six of intensity, two hexadecimal digits
 * @param flashCode three hexadecimal digits
 * @param voltageV of its battery
 * @param latitudeDeg north is positive
 * @param longitudeDeg east is positive
 */
public record SealiteLantern(
    String text,
    int signs,
    int lamp,
    int flashCode,
    double voltageV,
    double latitudeDeg,
    double longitudeDeg)
    implements Application {

  private static final Pattern FORM =
      Pattern.compile(
          "([0-9A-F]{2}),([0-9A-F]{2}),([0-9A-F]{3}),(\\d{1,3}(?:\\.\\d{1,3})?),"
              + "(\\d{2})(\\d{2}(?:\\.\\d{1,6})?)([NS]),(\\d{3})(\\d{2}(?:\\.\\d{1,6})?)([EW])");

  private static final int HEX = 16;
  private static final double MINUTES = 60;

  static Optional<Application> of(Bits bits) {
    String text = text(bits);
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SealiteLantern(
            text,
            Integer.parseInt(form.group(1), HEX),
            Integer.parseInt(form.group(2), HEX),
            Integer.parseInt(form.group(3), HEX),
            Double.parseDouble(form.group(4)),
            degrees(form.group(5), form.group(6), form.group(7).equals("S")),
            degrees(form.group(8), form.group(9), form.group(10).equals("W"))));
  }

  private static String text(Bits bits) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; bits.has(at, Byte.SIZE); at += Byte.SIZE) {
      int character = bits.unsigned(at, Byte.SIZE);
      if (character == 0) {
        break;
      }
      text.append((char) character);
    }
    return text.toString();
  }

  private static double degrees(String degrees, String minutes, boolean negative) {
    double all = Integer.parseInt(degrees) + Double.parseDouble(minutes) / MINUTES;
    return negative ? -all : all;
  }

  @Override
  public Bits bits() {
    BitsWriter to = new BitsWriter();
    text.chars().forEach(character -> to.put(character, Byte.SIZE));
    return to.bits();
  }

  /** 1 standby, 2 always on. */
  public int mode() {
    return lamp >>> 6;
  }

  /** Brightness as set, above 0 up to 1. */
  public double intensity() {
    return ((lamp & 63) + 1) / 64.0;
  }

  public boolean supplyFailed() {
    return is(7);
  }

  public boolean offStation() {
    return is(6);
  }

  /** Its photocell sees no light. */
  public boolean dark() {
    return is(5);
  }

  public boolean synchronised() {
    return is(4);
  }

  public boolean positioned() {
    return is(3);
  }

  public boolean hot() {
    return is(2);
  }

  public boolean batteryFlat() {
    return is(1);
  }

  public boolean batteryLow() {
    return is(0);
  }

  private boolean is(int bit) {
    return (signs >>> bit & 1) == 1;
  }

  @Override
  public void tell(Teller to) {
    to.flag("supplyFailed", supplyFailed());
    to.flag("offPos", offStation());
    to.flag("dark", dark());
    to.flag("synchronised", synchronised());
    to.flag("positioned", positioned());
    to.flag("hot", hot());
    to.flag("batteryFlat", batteryFlat());
    to.flag("batteryLow", batteryLow());
    to.whole("mode", mode());
    to.real("intensity", lamp & 63, OptionalDouble.of(intensity()));
    to.whole("flashCode", flashCode);
    to.real("vInt", Math.round(voltageV * 1000), OptionalDouble.of(voltageV));
    to.real("lon", Math.round(longitudeDeg * 6e6), OptionalDouble.of(longitudeDeg));
    to.real("lat", Math.round(latitudeDeg * 6e6), OptionalDouble.of(latitudeDeg));
    to.text("text", text);
  }
}
