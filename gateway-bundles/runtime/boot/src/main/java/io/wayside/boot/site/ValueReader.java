// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Turns one written value into the Java value of the component, or says what is wrong with it. */
final class ValueReader {

  private final Findings findings;

  ValueReader(Findings findings) {
    this.findings = findings;
  }

  /**
   * Reads a value or a list of values.
   *
   * @param written the name under which it is written: with or without the suffix of its unit
   */
  Optional<Object> read(Attribute attribute, String written, Value value, Spot spot) {
    boolean withUnit = attribute.unit().isPresent() && !written.equals(attribute.name());
    if (!attribute.many()) {
      return one(attribute, withUnit, value, spot);
    }
    if (!(value instanceof Value.Many list)) {
      findings.wrong(
          spot,
          "expected a list, found " + ValueWords.found(value),
          "write [ ] around it, even for one value");
      return Optional.empty();
    }
    Object[] all = attribute.type().array(list.values().size());
    boolean complete = true;
    for (int i = 0; i < all.length; i++) {
      Optional<Object> one = one(attribute, withUnit, list.values().get(i), spot.element(i));
      complete &= one.isPresent();
      all[i] = one.orElse(null);
    }
    return complete ? Optional.of(all) : Optional.empty();
  }

  private Optional<Object> one(Attribute attribute, boolean withUnit, Value value, Spot spot) {
    Optional<Object> read =
        switch (attribute.type()) {
          case STRING -> text(value, spot);
          case BOOLEAN -> truth(value, spot);
          case INTEGER, LONG, DOUBLE, FLOAT ->
              withUnit || (attribute.plainName().equals(attribute.name()) && isAmount(value))
                  ? amount(attribute, value, spot)
                  : number(attribute, value, spot);
        };
    return read.filter(result -> isOption(attribute, result, spot));
  }

  /** A text where the name alone is the unit, as in {@code "bytes": "64 KiB"}. */
  private static boolean isAmount(Value value) {
    return value instanceof Value.Text text && !text.value().isEmpty();
  }

  private Optional<Object> text(Value value, Spot spot) {
    if (value instanceof Value.Text text) {
      return Optional.of(text.value());
    }
    return mismatch(ValueType.STRING, value, spot, "put it in quotes");
  }

  private Optional<Object> truth(Value value, Spot spot) {
    if (value instanceof Value.Truth truth) {
      return Optional.of(truth.value());
    }
    return mismatch(ValueType.BOOLEAN, value, spot, "write true or false without quotes");
  }

  private Optional<Object> number(Attribute attribute, Value value, Spot spot) {
    if (value instanceof Value.Whole whole) {
      return ranged(attribute, BigDecimal.valueOf(whole.value()), spot);
    }
    if (value instanceof Value.Real real) {
      return ranged(attribute, BigDecimal.valueOf(real.value()), spot);
    }
    return mismatch(attribute.type(), value, spot, Remedies.number(attribute));
  }

  private Optional<Object> amount(Attribute attribute, Value value, Spot spot) {
    Optional<Unit> unit = attribute.unit();
    if (unit.isEmpty()) {
      return mismatch(attribute.type(), value, spot, "write it without quotes");
    }
    Quantity quantity = unit.get().quantity();
    if (!(value instanceof Value.Text text)) {
      String words = value instanceof Value.Whole || value instanceof Value.Real ? "no unit" : "";
      findings.wrong(
          spot,
          words.isEmpty()
              ? "expected a " + quantity.words() + ", found " + ValueWords.found(value)
              : ValueWords.quoted(value) + " has " + words,
          Remedies.amount(attribute, unit.get()));
      return Optional.empty();
    }
    Optional<Amount> amount = Amount.read(text.value(), quantity);
    if (amount.isEmpty()) {
      findings.wrong(
          spot,
          ValueWords.quoted(value) + " is not a " + quantity.words(),
          Remedies.amount(attribute, unit.get()));
      return Optional.empty();
    }
    return ranged(attribute, amount.get().in(unit.get()), spot);
  }

  private Optional<Object> ranged(Attribute attribute, BigDecimal number, Spot spot) {
    boolean tooSmall = attribute.minimum().filter(least -> number.compareTo(least) < 0).isPresent();
    boolean tooLarge = attribute.maximum().filter(most -> number.compareTo(most) > 0).isPresent();
    if (tooSmall || tooLarge) {
      findings.wrong(
          spot,
          Remedies.amountWords(attribute, number) + " is too " + (tooSmall ? "small" : "large"),
          Remedies.range(attribute));
      return Optional.empty();
    }
    if (!fits(attribute.type(), number)) {
      findings.wrong(
          spot,
          Remedies.amountWords(attribute, number) + " is not a whole number",
          "write a whole number" + attribute.unit().map(u -> " of " + u.symbol()).orElse(""));
      return Optional.empty();
    }
    return Optional.of(attribute.type().fromNumber(number));
  }

  private static boolean fits(ValueType type, BigDecimal number) {
    int bits = type == ValueType.INTEGER ? 31 : 63;
    return !type.isWhole()
        || (number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
            && number.stripTrailingZeros().scale() <= 0
            && number.toBigInteger().bitLength() <= bits);
  }

  private boolean isOption(Attribute attribute, Object value, Spot spot) {
    String text = value.toString();
    if (attribute.options().isEmpty() || attribute.options().contains(text)) {
      return true;
    }
    findings.wrong(
        spot,
        "\"" + text + "\" is not one of the choices",
        NearestName.remedy(text, "choices", attribute.options()));
    return false;
  }

  private Optional<Object> mismatch(ValueType type, Value value, Spot spot, String remedy) {
    findings.wrong(spot, "expected " + type.words() + ", found " + ValueWords.found(value), remedy);
    return Optional.empty();
  }
}
