// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds {@link Value.Fields}; a name given twice is a mistake and is refused. */
public final class FieldsBuilder {

  private final Map<String, Value> values = new LinkedHashMap<>();

  public FieldsBuilder and(String name, Value value) {
    if (values.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("field \"" + name + "\" is given twice");
    }
    return this;
  }

  public FieldsBuilder and(String name, String value) {
    return and(name, new Value.Text(value));
  }

  public FieldsBuilder and(String name, long value) {
    return and(name, new Value.Whole(value));
  }

  public FieldsBuilder and(String name, double value) {
    return and(name, new Value.Real(value));
  }

  public FieldsBuilder and(String name, boolean value) {
    return and(name, new Value.Truth(value));
  }

  public FieldsBuilder and(String name, List<? extends Value> values) {
    return and(name, new Value.Many(List.copyOf(values)));
  }

  public Value.Fields build() {
    return new Value.Fields(values);
  }
}
