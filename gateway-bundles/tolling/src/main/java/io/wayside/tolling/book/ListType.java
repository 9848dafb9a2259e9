// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book;

import java.util.Locale;
import java.util.Optional;

/** What a list says of the tags on it. */
public enum ListType {
  /** Registered group, whether there is money enough, and the registered plate as a keyed hash. */
  ACCOUNTS,
  /** Refused by the issuer. */
  BLOCKED,
  /** Reported stolen or lost. */
  STOLEN,
  /** Pays nothing, and why. */
  EXEMPT,
  /** Season tickets. */
  TICKETS,
  /** Pays less, under the name of a discount that the tariff knows. */
  DISCOUNTED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As documents and records write it. */
  public String word() {
    return word;
  }

  public static Optional<ListType> of(String word) {
    for (ListType type : values()) {
      if (type.word.equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
