// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node of record content. The tree has no byte strings (hexadecimal text stands for bytes) and no
 * NaN or infinity (an unknown number is {@link Absent}, with a flag that says why), so that CBOR
 * and JSON carry exactly the same content and the same hash can be computed from either.
 */
public sealed interface Value {

  Value ABSENT = new Absent();

  /** A known gap: the quantity exists but has no value here. */
  record Absent() implements Value {}

  /** Yes or no. */
  record Truth(boolean value) implements Value {}

  /** A whole number. */
  record Whole(long value) implements Value {}

  /** A finite real number; {@code 12.0} stays a real in every form and never becomes {@code 12}. */
  record Real(double value) implements Value {
    public Real {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "a record cannot hold "
                + value
                + "; use Value.ABSENT and a flag for an unknown number");
      }
      if (value == 0.0) {
        value = 0.0; // minus zero and zero are one value with one encoding
      }
    }
  }

  /** Text in Unicode without unpaired surrogates. */
  record Text(String value) implements Value {
    public Text {
      requireWellFormed(value);
    }
  }

  /** An ordered list. */
  record Many(List<Value> values) implements Value {
    public Many {
      values = List.copyOf(values);
    }
  }

  /** Named content; iteration keeps the order it was built in, equality ignores the order. */
  record Fields(Map<String, Value> values) implements Value {
    public Fields {
      values.keySet().forEach(Value::requireWellFormed);
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The named value, or {@link Value#ABSENT} when there is none. */
    public Value get(String name) {
      return values.getOrDefault(name, ABSENT);
    }

    public static FieldsBuilder with(String name, Value value) {
      return new FieldsBuilder().and(name, value);
    }

    public static FieldsBuilder with(String name, String value) {
      return new FieldsBuilder().and(name, value);
    }

    public static FieldsBuilder with(String name, long value) {
      return new FieldsBuilder().and(name, value);
    }

    public static FieldsBuilder with(String name, double value) {
      return new FieldsBuilder().and(name, value);
    }

    public static FieldsBuilder with(String name, boolean value) {
      return new FieldsBuilder().and(name, value);
    }
  }

  private static void requireWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < Character.MIN_SURROGATE) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new IllegalArgumentException("text has an unpaired surrogate at index " + i);
      }
    }
  }
}
