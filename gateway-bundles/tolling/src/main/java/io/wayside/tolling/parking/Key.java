// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import java.util.regex.Pattern;

/**
 * By what a vehicle is known again.
 *
 * @param value a tag's number, the keyed hash of a plate or a ticket's number; never a plate itself
 */
public record Key(Kind kind, String value) implements Comparable<Key> {

  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z._:-]{1,128}");

  /** Of what. */
  public enum Kind {
    TAG,
    PLATE,
    TICKET
  }

  public Key {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a key of 1 to 128 letters, digits and . _ : - is wanted, not \"" + value + "\"");
    }
  }

  @Override
  public int compareTo(Key other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : value.compareTo(other.value);
  }
}
