// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A record's body flattened to named single values, for profiles that know only those
 * (docs/wire/mqtt.md): names of nested fields are joined by a separator, elements of a list are
 * numbered from 0, a list of texts is one text joined by commas, an empty list or object is left
 * out. In the order in which the body was written.
 */
public final class Leaves {

  /** One value that is neither a list nor an object. */
  public record Leaf(String name, Value value) {}

  private final String separator;
  private final boolean elements;
  private final List<Leaf> leaves = new ArrayList<>();

  private Leaves(String separator, boolean elements) {
    this.separator = separator;
    this.elements = elements;
  }

  /**
   * Flattens a body.
   *
   * @param elements whether the elements of lists are leaves too; a list of texts always is one
   */
  public static List<Leaf> of(Value.Fields body, String separator, boolean elements) {
    Leaves leaves = new Leaves(separator, elements);
    body.values().forEach(leaves::add);
    return leaves.leaves;
  }

  private void add(String name, Value value) {
    if (value instanceof Value.Fields fields) {
      fields.values().forEach((inner, v) -> add(name + separator + inner, v));
    } else if (value instanceof Value.Many many) {
      addList(name, many.values());
    } else {
      leaves.add(new Leaf(name, value));
    }
  }

  private void addList(String name, List<Value> values) {
    if (!values.isEmpty() && values.stream().allMatch(Value.Text.class::isInstance)) {
      String joined =
          values.stream().map(v -> ((Value.Text) v).value()).collect(Collectors.joining(","));
      leaves.add(new Leaf(name, new Value.Text(joined)));
    } else if (elements) {
      for (int i = 0; i < values.size(); i++) {
        add(name + separator + i, values.get(i));
      }
    }
  }
}
