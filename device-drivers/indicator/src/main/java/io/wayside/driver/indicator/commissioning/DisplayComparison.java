// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.commissioning;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flag;
import io.wayside.driver.indicator.codec.Indication;
import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.driver.indicator.codec.MassUnit;
import io.wayside.driver.indicator.codec.Rereading;
import io.wayside.driver.indicator.commissioning.Verdict.Code;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares what a person reads on the display with what the gateway made of the frame. Formats that
 * read the same bytes differently, and units a frame does not name, can be told apart in no other
 * way. The frame itself says which choice would have been right.
 *
 * @param format as configured
 * @param displayUnit as configured, for formats that name no unit
 * @param scaleIntervalKg scale interval d
 */
public record DisplayComparison(
    IndicatorFormat format, MassUnit displayUnit, double scaleIntervalKg) {

  /**
   * A smaller load could agree by chance; as many scale intervals must at least be on the scale.
   */
  private static final int LEAST_INTERVALS = 10;

  /** The same figure: only doubles are rounded. */
  private static final double SAME = 0.01;

  /** So many scale intervals apart it may still be the load that moved between the two looks. */
  private static final double NEAR = 5;

  /**
   * Compares.
   *
   * @param reading the last one
   * @param displayed the figure on the display
   * @param beside the unit beside it; when nobody said, that of the frame or else the configured
   *     one
   */
  public Verdict of(WeightReading reading, double displayed, Optional<MassUnit> beside) {
    MassUnit shownUnit = beside.orElseGet(() -> unitOf(reading));
    double shownKg = shownUnit.kilograms(displayed);
    double readKg = reading.mass().kilograms();
    if (reading.flags().has(Flag.OUT_OF_RANGE)) {
      return verdict(Code.NOTHING_TO_COMPARE, reading, "the indicator shows no number", "load it");
    }
    if (Math.abs(shownKg) < LEAST_INTERVALS * scaleIntervalKg) {
      return verdict(
          Code.NOTHING_TO_COMPARE,
          reading,
          "the display shows less than " + LEAST_INTERVALS + " scale intervals",
          "put a load on the scale and compare again");
    }
    if (same(shownKg, readKg)) {
      return verdict(Code.MATCH, reading, "display and gateway agree", "write both down");
    }
    return otherwiseExplained(reading, shownKg, shownUnit);
  }

  private Verdict otherwiseExplained(WeightReading reading, double shownKg, MassUnit shownUnit) {
    double readKg = reading.mass().kilograms();
    byte[] frame = HexFormat.of().parseHex(reading.rawFrame());
    List<IndicatorFormat> right =
        Arrays.stream(IndicatorFormat.values())
            .filter(other -> other != format)
            .filter(other -> agrees(other, frame, displayUnit, shownKg))
            .toList();
    if (!right.isEmpty()) {
      return verdict(
          Code.OTHER_READING,
          reading,
          factor(shownKg / readKg),
          "choose the other reading: format " + right.get(0));
    }
    if (displayUnit != shownUnit && agrees(format, frame, shownUnit, shownKg)) {
      return verdict(
          Code.OTHER_UNIT,
          reading,
          "the display shows another unit",
          "set displayUnit " + shownUnit);
    }
    boolean near = Math.abs(shownKg - readKg) <= NEAR * scaleIntervalKg;
    if (near || reading.motion() == Motion.MOVING) {
      return verdict(
          Code.NOT_AT_REST, reading, "the load may have moved", "wait for rest and compare again");
    }
    return verdict(
        Code.MISMATCH,
        reading,
        factor(shownKg / readKg),
        "look whether display and gateway mean the same scale, gross or net, and the same unit;"
            + " then the format");
  }

  private MassUnit unitOf(WeightReading reading) {
    return Rereading.of(format, HexFormat.of().parseHex(reading.rawFrame()))
        .map(Indication::unit)
        .orElse(displayUnit);
  }

  private boolean agrees(IndicatorFormat other, byte[] frame, MassUnit unit, double shownKg) {
    return Rereading.of(other, frame)
        .filter(indication -> same(shownKg, indication.kilograms(unit)))
        .isPresent();
  }

  private boolean same(double oneKg, double otherKg) {
    return Math.abs(oneKg - otherKg) <= SAME * scaleIntervalKg;
  }

  /** Powers of ten are named, since they point at the place of the point. */
  private static String factor(double ratio) {
    double power = Math.rint(Math.log10(Math.abs(ratio)));
    boolean powerOfTen = Math.abs(Math.abs(ratio) / Math.pow(10, power) - 1) < 1e-6 && power != 0;
    if (!powerOfTen || ratio < 0) {
      return "display and gateway differ";
    }
    long times = Math.round(Math.pow(10, Math.abs(power)));
    String word = times == 10 ? "ten" : Long.toString(times);
    return "the gateway reads " + word + " times too " + (power > 0 ? "little" : "much");
  }

  private Verdict verdict(Code code, WeightReading reading, String what, String remedy) {
    return new Verdict(
        code,
        String.format(
            Locale.ROOT,
            "%s (gateway: %s from frame %s as %s); %s",
            what,
            reading.mass(),
            reading.rawFrame(),
            format,
            remedy));
  }
}
