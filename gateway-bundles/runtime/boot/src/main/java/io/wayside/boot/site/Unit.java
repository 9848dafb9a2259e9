// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * A unit: the suffix it gives to an attribute's name, the symbol people write, and its size in the
 * quantity's base unit as a fraction, so that conversions do not pick up binary rounding.
 */
public enum Unit {
  KG("Kg", "kg", Quantity.MASS, "1", "1"),
  G("G", "g", Quantity.MASS, "1", "1000"),
  T("T", "t", Quantity.MASS, "1000", "1"),
  N("N", "N", Quantity.FORCE, "1", "1"),
  KN("Kn", "kN", Quantity.FORCE, "1000", "1"),
  S("S", "s", Quantity.TIME, "1", "1"),
  MS("Ms", "ms", Quantity.TIME, "1", "1000"),
  US("Us", "us", Quantity.TIME, "1", "1000000"),
  MIN("Min", "min", Quantity.TIME, "60", "1"),
  H("H", "h", Quantity.TIME, "3600", "1"),
  D("Days", "d", Quantity.TIME, "86400", "1"),
  HZ("Hz", "Hz", Quantity.FREQUENCY, "1", "1"),
  KHZ("Khz", "kHz", Quantity.FREQUENCY, "1000", "1"),
  MHZ("Mhz", "MHz", Quantity.FREQUENCY, "1000000", "1"),
  M("M", "m", Quantity.LENGTH, "1", "1"),
  MM("Mm", "mm", Quantity.LENGTH, "1", "1000"),
  CM("Cm", "cm", Quantity.LENGTH, "1", "100"),
  KM("Km", "km", Quantity.LENGTH, "1000", "1"),
  MPS("Mps", "m/s", Quantity.SPEED, "1", "1"),
  KMH("Kmh", "km/h", Quantity.SPEED, "1000", "3600"),
  MPS2("Mps2", "m/s2", Quantity.ACCELERATION, "1", "1"),
  CEL("Cel", "Cel", Quantity.TEMPERATURE, "1", "1"),
  BYTES("Bytes", "B", Quantity.DATA, "1", "1"),
  KIB("KiB", "KiB", Quantity.DATA, "1024", "1"),
  MIB("MiB", "MiB", Quantity.DATA, "1048576", "1"),
  GIB("GiB", "GiB", Quantity.DATA, "1073741824", "1"),
  PERCENT("Percent", "%", Quantity.RATIO, "1", "100"),
  PPM("Ppm", "ppm", Quantity.RATIO, "1", "1000000"),
  DEG("Deg", "deg", Quantity.ANGLE, "1", "1"),
  V("V", "V", Quantity.VOLTAGE, "1", "1"),
  MV("Mv", "mV", Quantity.VOLTAGE, "1", "1000"),
  A("A", "A", Quantity.CURRENT, "1", "1"),
  MA("Ma", "mA", Quantity.CURRENT, "1", "1000"),
  DBM("Dbm", "dBm", Quantity.POWER_LEVEL, "1", "1");

  private final String suffix;
  private final String symbol;
  private final Quantity quantity;
  private final BigDecimal over;
  private final BigDecimal under;

  Unit(String suffix, String symbol, Quantity quantity, String over, String under) {
    this.suffix = suffix;
    this.symbol = symbol;
    this.quantity = quantity;
    this.over = new BigDecimal(over);
    this.under = new BigDecimal(under);
  }

  public String symbol() {
    return symbol;
  }

  public Quantity quantity() {
    return quantity;
  }

  /** The amount in another unit of the same quantity. */
  public BigDecimal convert(BigDecimal amount, Unit to) {
    if (to.quantity != quantity) {
      throw new IllegalArgumentException(symbol + " and " + to.symbol + " are not one quantity");
    }
    return amount
        .multiply(over)
        .multiply(to.under)
        .divide(under.multiply(to.over), MathContext.DECIMAL64);
  }

  /** The unit an attribute's name ends in: {@code vehicleGapS} is in seconds. */
  public static Optional<Unit> ofName(String attribute) {
    return Arrays.stream(values())
        .filter(unit -> unit.ends(attribute))
        .max(Comparator.comparingInt(unit -> unit.suffix.length()));
  }

  /** The unit of a symbol within a quantity. */
  public static Optional<Unit> ofSymbol(String symbol, Quantity quantity) {
    return Arrays.stream(values())
        .filter(unit -> unit.quantity == quantity && unit.symbol.equals(symbol))
        .findFirst();
  }

  /** The attribute's name without this unit's suffix; {@code bytes} alone keeps its name. */
  public String nameWithout(String attribute) {
    return attribute.length() == suffix.length()
        ? attribute
        : attribute.substring(0, attribute.length() - suffix.length());
  }

  private boolean ends(String attribute) {
    if (attribute.equalsIgnoreCase(suffix)) {
      return suffix.length() > 2;
    }
    int start = attribute.length() - suffix.length();
    return start > 0
        && attribute.endsWith(suffix)
        && !Character.isUpperCase(attribute.charAt(start - 1));
  }
}
