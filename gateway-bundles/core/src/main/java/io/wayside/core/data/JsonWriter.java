// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes one value as JSON, compact or indented. */
final class JsonWriter {

  private static final int USUAL_LENGTH = 1024; // characters of a record

  // Control characters (ISO/IEC 6429): DELETE, and those of the second set up to 0x9f.
  private static final char DELETE = 0x7f;
  private static final char LAST_C1 = 0x9f;

  private final StringBuilder out = new StringBuilder(USUAL_LENGTH);
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

  /** What needs no escape is copied in runs: most texts are one run. */
  private void writeText(String text) {
    out.append('"');
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        continue;
      }
      out.append(text, copied, i);
      copied = i + 1;
      writeEscaped(c);
    }
    out.append(text, copied, text.length()).append('"');
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\' && (c < DELETE || (c > LAST_C1 && !endsLine(c)));
  }

  /** The line ends of JavaScript, which JSON may hold as they are but nobody expects. */
  private static boolean endsLine(char c) {
    return c == '\u2028' || c == '\u2029';
  }

  private void writeEscaped(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append(String.format("\\u%04x", (int) c));
    }
  }
}
