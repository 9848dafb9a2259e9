// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.WaterQuantity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What each transducer stands for: their names are the maker's own, so the site says it. */
public final class TransducerNames {

  /** What a transducer tells of. */
  sealed interface Meaning {}

  record OfWater(WaterQuantity quantity) implements Meaning {}

  record OfAid(AidQuantity quantity) implements Meaning {}

  /** Is so while the transducer's value is not 0. */
  record Sign(AidSign sign) implements Meaning {}

  private final Map<String, Meaning> byName;

  private TransducerNames(Map<String, Meaning> byName) {
    this.byName = byName;
  }

  /**
   * Of lines such as {@code BATT=SUPPLY_V}, {@code TIDE=LEVEL_M} or {@code HATCH=DOOR_OPEN}.
   *
   * @throws IllegalArgumentException that quotes the line and shows what it may be
   */
  public static TransducerNames parse(List<String> lines) {
    Map<String, Meaning> byName = new HashMap<>();
    for (String line : lines) {
      int equals = line.lastIndexOf('=');
      Optional<Meaning> meaning =
          equals < 0 ? Optional.empty() : meaning(line.substring(equals + 1).strip());
      if (meaning.isEmpty()) {
        throw new IllegalArgumentException(
            "transducer \""
                + line
                + "\" is not of the form NAME=QUANTITY with one of "
                + Arrays.toString(WaterQuantity.values())
                + ", "
                + Arrays.toString(AidQuantity.values())
                + " or "
                + Arrays.toString(AidSign.values()));
      }
      byName.put(line.substring(0, equals).strip(), meaning.get());
    }
    return new TransducerNames(Map.copyOf(byName));
  }

  private static Optional<Meaning> meaning(String word) {
    String name = word.toUpperCase(Locale.ROOT);
    return find(WaterQuantity.values(), name, (Function<WaterQuantity, Meaning>) OfWater::new)
        .or(() -> find(AidQuantity.values(), name, OfAid::new))
        .or(() -> find(AidSign.values(), name, Sign::new));
  }

  private static <E extends Enum<E>> Optional<Meaning> find(
      E[] all, String name, Function<E, Meaning> as) {
    return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst().map(as);
  }

  Optional<Meaning> of(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
