// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import java.util.Locale;

/**
 * What is known about one question.
 *
 * @param reason for people, with figures and units
 * @param sinceNanos since when it is so by the first evidence of it, not since it was recognised
 */
public record Answer<S extends Enum<S>>(S state, String reason, long sinceNanos) {

  /** As records and documents write it: lower-case words joined by hyphens. */
  public String code() {
    return code(state);
  }

  /** The same of any state. */
  public static String code(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the other answers the same, whatever its figures. */
  public boolean sameAs(Answer<S> other) {
    return state == other.state && sinceNanos == other.sinceNanos;
  }
}
