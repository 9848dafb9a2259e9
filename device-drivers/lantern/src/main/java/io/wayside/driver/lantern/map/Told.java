// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the rows of a map were last read as, and the report that it makes. Not for several threads.
 */
public final class Told {

  private static final int EIGHT_BITS = 0xFF;

  private final Map<Row, BigDecimal> raw = new LinkedHashMap<>();
  private final EnumMap<AidQuantity, Double> quantities = new EnumMap<>(AidQuantity.class);
  private final Set<AidSign> signs = EnumSet.noneOf(AidSign.class);
  private final Set<AidSign> tells = EnumSet.noneOf(AidSign.class);
  private final EnumMap<Row.Topic, String> words = new EnumMap<>(Row.Topic.class);
  private OptionalInt inputs = OptionalInt.empty();

  /** The cells of a row were read. */
  public void take(Row row, int... cells) {
    row.cell().number(cells).ifPresentOrElse(number -> raw.put(row, number), () -> raw.remove(row));
  }

  /** A row could not be read. */
  public void forget(Row row) {
    raw.remove(row);
  }

  public void forgetAll() {
    raw.clear();
  }

  /** The number of a row, before scale and codes. */
  public Optional<BigDecimal> raw(Row row) {
    return Optional.ofNullable(raw.get(row));
  }

  /** What a row's number means, for people. */
  public Optional<String> meaning(Row row) {
    BigDecimal number = raw.get(row);
    if (number == null) {
      return Optional.empty();
    }
    if (row instanceof Row.Quantity quantity) {
      return Optional.of(
          quantity
              .value(number)
              .map(value -> value + " " + quantity.what().unit())
              .orElse("not used"));
    }
    if (row instanceof Row.Sign sign) {
      return Optional.of(sign.isSo(number.longValue()) ? "yes" : "no");
    }
    return Optional.of(word((Row.Word) row, number).orElse("a number that the map does not name"));
  }

  private static Optional<String> word(Row.Word row, BigDecimal number) {
    String plain = number.toPlainString();
    Optional<String> coded = Optional.ofNullable(row.codes().get(number.longValue()));
    return switch (row.topic()) {
      case RHYTHM -> Optional.of(coded.orElse(plain));
      case INPUTS -> Optional.of(plain);
      default -> coded;
    };
  }

  /** All of it as a report; what was not read is not told. */
  public AidReport report(long monotonicNanos, String aid) {
    quantities.clear();
    signs.clear();
    tells.clear();
    words.clear();
    inputs = OptionalInt.empty();
    raw.forEach(this::add);
    return new AidReport(
        monotonicNanos,
        aid,
        Optional.empty(),
        Presence.REAL,
        Optional.empty(),
        Optional.empty(),
        find(LightStatus.class, Row.Topic.LIGHT, LightStatus.NOT_TOLD),
        find(RaconStatus.class, Row.Topic.RACON, RaconStatus.NOT_TOLD),
        Optional.ofNullable(words.get(Row.Topic.ALARM)).map("yes"::equals),
        find(LanternMode.class, Row.Topic.MODE, LanternMode.NOT_TOLD),
        Optional.ofNullable(words.get(Row.Topic.RHYTHM)),
        quantities,
        signs,
        tells,
        inputs);
  }

  private void add(Row row, BigDecimal number) {
    if (row instanceof Row.Quantity quantity) {
      quantity.value(number).ifPresent(value -> quantities.put(quantity.what(), value));
    } else if (row instanceof Row.Sign sign) {
      tells.add(sign.what());
      if (sign.isSo(number.longValue())) {
        signs.add(sign.what());
      }
    } else if (row instanceof Row.Word word && word.topic() == Row.Topic.INPUTS) {
      inputs = OptionalInt.of(number.intValue() & EIGHT_BITS);
    } else if (row instanceof Row.Word word) {
      word(word, number).ifPresent(text -> words.put(word.topic(), text));
    }
  }

  private <E extends Enum<E>> E find(Class<E> set, Row.Topic topic, E otherwise) {
    return Optional.ofNullable(words.get(topic))
        .flatMap(word -> Words.find(set, word))
        .orElse(otherwise);
  }
}
