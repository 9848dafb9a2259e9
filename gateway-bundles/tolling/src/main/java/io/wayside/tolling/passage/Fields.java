// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.data.Value;
import java.util.List;
import java.util.Optional;

/** Reads a body that may have been written by another release: what is not there is empty. */
public record Fields(Value value) {

  public Fields member(String name) {
    return new Fields(value instanceof Value.Fields fields ? fields.get(name) : Value.ABSENT);
  }

  public boolean isThere() {
    return !(value instanceof Value.Absent);
  }

  public Optional<String> text(String name) {
    return member(name).value instanceof Value.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  public Optional<Long> whole(String name) {
    return member(name).value instanceof Value.Whole whole
        ? Optional.of(whole.value())
        : Optional.empty();
  }

  /** A number, whole or not. */
  public Optional<Double> number(String name) {
    Value number = member(name).value;
    if (number instanceof Value.Real real) {
      return Optional.of(real.value());
    }
    return whole(name).map(Long::doubleValue);
  }

  public boolean truth(String name) {
    return member(name).value instanceof Value.Truth truth && truth.value();
  }

  /** The texts of a list; what is none is left out. */
  public List<String> texts(String name) {
    return each(name).stream()
        .map(Fields::value)
        .filter(Value.Text.class::isInstance)
        .map(text -> ((Value.Text) text).value())
        .toList();
  }

  public List<Fields> each(String name) {
    return member(name).value instanceof Value.Many many
        ? many.values().stream().map(Fields::new).toList()
        : List.of();
  }
}
