// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes one value as JSON, compact or indented. */
final class JsonWriter {

  private final StringBuilder out = new StringBuilder();
  private final boolean indent;

  private JsonWriter(boolean indent) {
    this.indent = indent;
  }

  static JsonWriter compact() {
    return new JsonWriter(false);
  }

  static JsonWriter indented() {
    return new JsonWriter(true);
  }

  String write(Value value) {
    write(value, 0);
    return out.toString();
  }

  private void write(Value value, int depth) {
    if (value instanceof Value.Whole whole) {
      out.append(whole.value());
    } else if (value instanceof Value.Real real) {
      out.append(RealText.of(real.value()));
    } else if (value instanceof Value.Text text) {
      writeText(text.value());
    } else if (value instanceof Value.Truth truth) {
      out.append(truth.value());
    } else if (value instanceof Value.Absent) {
      out.append("null");
    } else if (value instanceof Value.Many many) {
      requireShallow(depth);
      writeList(many.values(), depth + 1);
    } else if (value instanceof Value.Fields fields) {
      requireShallow(depth);
      writeFields(fields.values(), depth + 1);
    }
  }

  private static void requireShallow(int depth) {
    if (depth == Cbor.DEEPEST) {
      throw new IllegalArgumentException(
          "lists and fields are nested deeper than " + Cbor.DEEPEST + "; flatten the content");
    }
  }

  private void writeList(List<Value> elements, int depth) {
    out.append('[');
    for (Iterator<Value> i = elements.iterator(); i.hasNext(); ) {
      startLine(depth);
      write(i.next(), depth);
      out.append(i.hasNext() ? "," : "");
    }
    endWith(']', elements.isEmpty(), depth);
  }

  private void writeFields(Map<String, Value> fields, int depth) {
    out.append('{');
    for (Iterator<Map.Entry<String, Value>> i = fields.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<String, Value> field = i.next();
      startLine(depth);
      writeText(field.getKey());
      out.append(indent ? ": " : ":");
      write(field.getValue(), depth);
      out.append(i.hasNext() ? "," : "");
    }
    endWith('}', fields.isEmpty(), depth);
  }

  private void endWith(char bracket, boolean empty, int depth) {
    if (!empty) {
      startLine(depth - 1);
    }
    out.append(bracket);
  }

  private void startLine(int depth) {
    if (indent) {
      out.append('\n').append("  ".repeat(depth));
    }
  }

  private void writeText(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
