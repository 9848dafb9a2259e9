// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.math.BigDecimal;

/** What to do, in the words of one attribute. */
final class Remedies {

  private Remedies() {}

  /** How to write a missing attribute. */
  static String missing(Attribute attribute) {
    String example =
        attribute
            .unit()
            .map(unit -> "\"" + example(attribute) + " " + unit.symbol() + "\"")
            .orElse("\u2026");
    String why = attribute.description().isEmpty() ? "" : " (" + attribute.description() + ")";
    return "add \"" + attribute.plainName() + "\": " + example + why;
  }

  static String number(Attribute attribute) {
    return attribute
        .unit()
        .map(
            unit ->
                "write the number of %s without quotes, or \"%s\": \"%s %s\""
                    .formatted(
                        unit.symbol(), attribute.plainName(), example(attribute), unit.symbol()))
        .orElse("write it without quotes");
  }

  static String amount(Attribute attribute, Unit unit) {
    return "write a number and one of %s, such as \"%s %s\""
        .formatted(String.join(", ", unit.quantity().symbols()), example(attribute), unit.symbol());
  }

  static String range(Attribute attribute) {
    String least = attribute.minimum().map(number -> amountWords(attribute, number)).orElse("");
    String most = attribute.maximum().map(number -> amountWords(attribute, number)).orElse("");
    if (least.isEmpty()) {
      return "write at most " + most;
    }
    return most.isEmpty() ? "write at least " + least : "write " + least + " to " + most;
  }

  /** A number with the unit of the attribute. */
  static String amountWords(Attribute attribute, BigDecimal number) {
    String plain =
        number.precision() - number.scale() > 20
            ? number.toString()
            : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    return plain + attribute.unit().map(unit -> " " + unit.symbol()).orElse("");
  }

  private static String example(Attribute attribute) {
    if (!attribute.defaults().isEmpty()) {
      return new BigDecimal(attribute.defaults().get(0)).stripTrailingZeros().toPlainString();
    }
    return attribute.minimum().map(least -> least.max(BigDecimal.ONE).toPlainString()).orElse("1");
  }
}
