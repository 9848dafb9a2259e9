// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.List;

/**
 * What the tables say about a type of message or parameter.
 *
 * @param known whether the tables have it; else it has a made-up name, and no fields
 * @param slots the parameters within, in the order in which they are to be sent
 */
public record Definition(
    int type, String name, boolean known, List<Field> fields, List<Slot> slots) {

  public Definition {
    fields = List.copyOf(fields);
    slots = List.copyOf(slots);
  }

  /** A type that is not in the tables: all its bytes are kept as they are. */
  static Definition unknown(int type) {
    return new Definition(type, "unknown-" + type, false, List.of(), List.of());
  }

  /**
   * The place of a field.
   *
   * @throws IllegalArgumentException when there is no such field
   */
  public int indexOf(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name + " has no field \"" + field + "\"");
  }
}
