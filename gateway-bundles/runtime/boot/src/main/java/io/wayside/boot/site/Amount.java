// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number with its unit as people write it: {@code 20 kg}, {@code 0.02 t}, {@code 250 ms}. */
public record Amount(BigDecimal number, Unit unit) {

  /** The number's form; also part of the patterns in the generated schema. */
  public static final String NUMBER = "-?[0-9]{1,15}(\\.[0-9]{1,9})?";

  private static final Pattern FORM = Pattern.compile("(" + NUMBER + ") ?([A-Za-z%][A-Za-z0-9/]*)");

  /** Reads a text; empty when it is not a number with a unit of that quantity. */
  public static Optional<Amount> read(String text, Quantity quantity) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    return Unit.ofSymbol(form.group(3), quantity)
        .map(unit -> new Amount(new BigDecimal(form.group(1)), unit));
  }

  /** The number in another unit of the same quantity. */
  public BigDecimal in(Unit other) {
    return unit.convert(number, other);
  }
}
