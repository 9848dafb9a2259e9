// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.scheme;

import io.wayside.core.vehicle.AxlePattern;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.counting.scheme.PcuTable.Terrain;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Gives vehicles a class of the counter's scheme, and passenger-car units where they have any. */
public final class Classifier {

  /** Below this several classes are left, and one of them would be a guess. */
  private static final double LEAST_CONFIDENCE = 0.5;

  private final Optional<ClassScheme> scheme;
  private final PcuRule units;

  /**
   * A classifier.
   *
   * @param scheme none: every vehicle is unknown
   * @param map to the scheme of the units, where that is another
   */
  public Classifier(
      Optional<ClassScheme> scheme,
      Optional<PcuTable> pcu,
      Optional<ClassMap> map,
      Terrain terrain) {
    this.scheme = scheme;
    this.units = new PcuRule(scheme.map(ClassScheme::id).orElse("none"), pcu, map, terrain);
  }

  /**
   * A vehicle's class.
   *
   * @param vehicleClass {@code unknown} where it cannot be told
   * @param by what it was told from: axles, length, what a detector card says, or nothing
   */
  public record Told(
      String vehicleClass, String rule, double confidence, By by, OptionalDouble pcu) {}

  /** What a class was told from. */
  public enum By {
    AXLES,
    LENGTH,
    CARD,
    NOTHING
  }

  /** Id of the scheme, {@code none} without one. */
  public String schemeId() {
    return units.scheme();
  }

  /** The class of a vehicle with these axle spacings, or where there are none of this length. */
  public Told tell(List<Double> spacingsM, OptionalDouble lengthM) {
    By by = !spacingsM.isEmpty() ? By.AXLES : lengthM.isPresent() ? By.LENGTH : By.NOTHING;
    if (scheme.isEmpty() || by == By.NOTHING) {
      return new Told("unknown", "", 0, By.NOTHING, OptionalDouble.empty());
    }
    Sureness sure =
        Sureness.of(
            by == By.AXLES
                ? scheme.get().classify(pattern(spacingsM, lengthM))
                : scheme.get().classifyLength(lengthM.orElseThrow()));
    if (sure.confidence() < LEAST_CONFIDENCE) {
      return new Told("unknown", sure.rule(), 0, by, OptionalDouble.empty());
    }
    return new Told(
        sure.vehicleClass(), sure.rule(), sure.confidence(), by, units.of(sure.vehicleClass()));
  }

  private static AxlePattern pattern(List<Double> spacingsM, OptionalDouble lengthM) {
    return new AxlePattern(spacingsM, List.of(), lengthM, OptionalInt.empty());
  }
}
