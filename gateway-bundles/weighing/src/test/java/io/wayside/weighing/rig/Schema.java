// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rig;

import io.wayside.core.data.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks record content against a schema file, as far as our schemas go; a word it does not know is
 * an error, and so is a field the schema does not name.
 */
public final class Schema {

  private final Map<?, ?> root;

  private Schema(Map<?, ?> root) {
    this.root = root;
  }

  public static Schema ofRecord(String name) {
    Path file = Path.of("../../config/schema/records", name + ".schema.json");
    try {
      return new Schema((Map<?, ?>) Json.read(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<String> faults(Value body) {
    return check("", root, body);
  }

  /** The flag codes the schema names. */
  public List<?> namedFlags() {
    Map<?, ?> flags = (Map<?, ?>) ((Map<?, ?>) root.get("$defs")).get("flags");
    return (List<?>) ((Map<?, ?>) flags.get("items")).get("examples");
  }

  private List<String> check(String where, Map<?, ?> schema, Value value) {
    List<String> faults = new ArrayList<>();
    if (schema.containsKey("type") && !isOf(schema.get("type"), value)) {
      return List.of(where + " is no " + schema.get("type") + ": " + value);
    }
    schema.forEach(
        (word, wanted) -> {
          switch ((String) word) {
            case "$ref" -> faults.addAll(check(where, resolve((String) wanted), value));
            case "const" -> {
              if (!wanted.equals(plain(value))) {
                faults.add(where + " is not " + wanted);
              }
            }
            case "enum" -> {
              if (!((List<?>) wanted).contains(plain(value))) {
                faults.add(where + " is none of " + wanted + ": " + value);
              }
            }
            case "minimum" -> {
              if ((Double) plain(value) < (Double) wanted) {
                faults.add(where + " is below " + wanted);
              }
            }
            case "maximum" -> {
              if ((Double) plain(value) > (Double) wanted) {
                faults.add(where + " is above " + wanted);
              }
            }
            case "pattern" -> {
              if (value instanceof Value.Text text && !text.value().matches((String) wanted)) {
                faults.add(where + " does not match " + wanted + ": " + value);
              }
            }
            case "minItems" -> {
              if (((Value.Many) value).values().size() < (Double) wanted) {
                faults.add(where + " has fewer than " + wanted);
              }
            }
            case "maxItems" -> {
              if (((Value.Many) value).values().size() > (Double) wanted) {
                faults.add(where + " has more than " + wanted);
              }
            }
            case "anyOf" -> {
              if (((List<?>) wanted)
                  .stream().noneMatch(s -> check(where, (Map<?, ?>) s, value).isEmpty())) {
                faults.add(where + " fits none of " + wanted + ": " + value);
              }
            }
            case "items" -> {
              int index = 0;
              for (Value item : ((Value.Many) value).values()) {
                faults.addAll(check(where + "/" + index++, (Map<?, ?>) wanted, item));
              }
            }
            case "required" -> {
              for (Object name : (List<?>) wanted) {
                if (!((Value.Fields) value).values().containsKey(name)) {
                  faults.add(where + " lacks " + name);
                }
              }
            }
            case "properties" ->
                ((Value.Fields) value)
                    .values()
                    .forEach(
                        (name, field) -> property(where, (Map<?, ?>) wanted, name, field, faults));
            case "type",
                "$schema",
                "$id",
                "$defs",
                "title",
                "description",
                "uniqueItems",
                "examples" -> {}
            default -> throw new IllegalArgumentException("schema word " + word);
          }
        });
    return faults;
  }

  private void property(
      String where, Map<?, ?> known, String name, Value field, List<String> faults) {
    if (known.get(name) instanceof Map<?, ?> schema) {
      faults.addAll(check(where + "/" + name, schema, field));
    } else {
      faults.add(where + " has " + name + ", which the schema does not name");
    }
  }

  private Map<?, ?> resolve(String reference) {
    Map<?, ?> definitions = (Map<?, ?>) root.get("$defs");
    return (Map<?, ?>) definitions.get(reference.substring("#/$defs/".length()));
  }

  private static boolean isOf(Object type, Value value) {
    if (type instanceof List<?> several) {
      return several.stream().anyMatch(one -> isOf(one, value));
    }
    return switch ((String) type) {
      case "object" -> value instanceof Value.Fields;
      case "array" -> value instanceof Value.Many;
      case "string" -> value instanceof Value.Text;
      case "integer" -> value instanceof Value.Whole;
      case "number" -> value instanceof Value.Real;
      case "boolean" -> value instanceof Value.Truth;
      case "null" -> value instanceof Value.Absent;
      default -> false;
    };
  }

  private static Object plain(Value value) {
    if (value instanceof Value.Text text) {
      return text.value();
    }
    if (value instanceof Value.Whole whole) {
      return (double) whole.value();
    }
    return value instanceof Value.Real real ? real.value() : value;
  }
}
