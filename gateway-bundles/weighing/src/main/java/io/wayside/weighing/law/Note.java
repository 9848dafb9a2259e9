// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.Wording;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a reader of a decision must know.
 *
 * @param when on which occasion
 * @param from only for days from this one on
 */
public record Note(Occasion when, Optional<LocalDate> from, Wording text, Evidence evidence) {

  /** When a note is told. */
  public enum Occasion {
    ALWAYS,
    /** A lifted axle was seen. */
    LIFTED_AXLE,
    /** The kingpin's place was concluded from the axles. */
    KINGPIN_ESTIMATED,
    /** No registered weight was given. */
    REGISTERED_UNKNOWN
  }
}
