// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.Wording;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a code or a validation takes off.
 *
 * @param value percent from 1 to 100, minutes, or an amount in the smallest unit
 * @param mostMinor a percentage takes off no more than this
 * @param to last local day of the exit on which it holds
 */
public record Discount(
    String code,
    Wording name,
    Set<String> classes,
    Kind kind,
    long value,
    long mostMinor,
    Optional<LocalDate> to) {

  /** In the order in which they are applied. */
  public enum Kind {
    /** The stay is counted as if it had ended so much earlier. */
    MINUTES,
    PERCENT,
    AMOUNT
  }

  public Discount {
    classes = Set.copyOf(classes);
  }
}
