// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.metrology;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One parameter that differs between two documents.
 *
 * @param path JSON pointer
 * @param before as it was; absent when it is new
 * @param after as it is; absent when it was taken away
 */
public record ParameterChange(String path, Value before, Value after) {

  /**
   * Every place at which the documents differ, as deep as both have the place, in the order of
   * paths.
   */
  public static List<ParameterChange> between(Value before, Value after) {
    Map<String, ParameterChange> changes = new TreeMap<>();
    compare("", before, after, changes);
    return List.copyOf(changes.values());
  }

  private static void compare(
      String path, Value before, Value after, Map<String, ParameterChange> changes) {
    if (before.equals(after)) {
      return;
    }
    Map<String, Value> was = below(before);
    Map<String, Value> is = below(after);
    if (was.isEmpty() || is.isEmpty() || before.getClass() != after.getClass()) {
      changes.put(path, new ParameterChange(path, before, after));
      return;
    }
    Set<String> names = new LinkedHashSet<>(was.keySet());
    names.addAll(is.keySet());
    for (String name : names) {
      compare(
          path + Json.pointerStep(name),
          was.getOrDefault(name, Value.ABSENT),
          is.getOrDefault(name, Value.ABSENT),
          changes);
    }
  }

  private static Map<String, Value> below(Value value) {
    if (value instanceof Value.Fields fields) {
      return fields.values();
    }
    if (value instanceof Value.Many many) {
      return IntStream.range(0, many.values().size())
          .boxed()
          .collect(Collectors.toMap(String::valueOf, many.values()::get));
    }
    return Map.of();
  }

  Value toValue() {
    return Value.Fields.with("path", path).and("before", before).and("after", after).build();
  }
}
