// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import java.util.Locale;
import java.util.Optional;

/** What a light can be ordered to do. */
public enum Verb {
  SHINE(true),
  DARK(true),
  /** Ends any order before it. */
  AUTOMATIC(false),
  RHYTHM(true),
  INTENSITY(true),
  RESET(false),
  /** Of the published character; needs a second person and has no end. */
  CHANGE_CHARACTER(false);

  private final boolean leased;

  Verb(boolean leased) {
    this.leased = leased;
  }

  /** Whether it holds for a time and no longer. */
  public boolean leased() {
    return leased;
  }

  /** As it stands in commands and records. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Verb> of(String word) {
    for (Verb verb : values()) {
      if (verb.word().equals(word)) {
        return Optional.of(verb);
      }
    }
    return Optional.empty();
  }
}
