// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.record;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import java.util.List;
import java.util.Set;

/** Reads values of an expected type out of a tree; what does not fit is garbled data. */
final class Shape {

  private Shape() {}

  static String text(Value value, String what) throws GarbledData {
    if (value instanceof Value.Text text) {
      return text.value();
    }
    throw unexpected(value, what, "text");
  }

  static long whole(Value value, String what) throws GarbledData {
    if (value instanceof Value.Whole whole) {
      return whole.value();
    }
    throw unexpected(value, what, "a whole number");
  }

  static Value.Fields fields(Value value, String what) throws GarbledData {
    if (value instanceof Value.Fields fields) {
      return fields;
    }
    throw unexpected(value, what, "an object");
  }

  static List<Value> many(Value value, String what) throws GarbledData {
    if (value instanceof Value.Many many) {
      return many.values();
    }
    throw unexpected(value, what, "a list");
  }

  /** A list of exactly so many items. */
  static List<Value> tuple(Value value, int size, String what) throws GarbledData {
    List<Value> values = many(value, what);
    if (values.size() != size) {
      throw new GarbledData(what + " has " + values.size() + " items, expected " + size);
    }
    return values;
  }

  /** An object with these names and no other. */
  static Value.Fields exactly(Value value, Set<String> names, String what) throws GarbledData {
    Value.Fields fields = fields(value, what);
    if (!fields.values().keySet().equals(names)) {
      throw new GarbledData(
          what + " has the fields " + fields.values().keySet() + ", expected " + names);
    }
    return fields;
  }

  private static GarbledData unexpected(Value value, String what, String expected) {
    return new GarbledData(
        what + " is " + value.getClass().getSimpleName() + ", expected " + expected);
  }
}
