// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as text, most significant digit first: blanks, sign, blanks, digits with at most one
 * point, blanks.
 *
 * @param digits without the point, with the sign
 * @param decimals digits after the point
 */
record AsciiNumber(long digits, int decimals) {

  /** Eighteen digits fit into a long. */
  private static final Pattern FORM =
      Pattern.compile(" *([-+]?) *(?=[0-9.]{1,18} *$)([0-9]*)(?:\\.([0-9]*))? *");

  static Optional<AsciiNumber> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String fraction = matcher.group(3) == null ? "" : matcher.group(3);
    String all = matcher.group(2) + fraction;
    if (all.isEmpty()) {
      return Optional.empty();
    }
    long digits = Long.parseLong(all);
    return Optional.of(
        new AsciiNumber(matcher.group(1).equals("-") ? -digits : digits, fraction.length()));
  }

  Indication indication() {
    return Indication.shown(digits, decimals);
  }
}
