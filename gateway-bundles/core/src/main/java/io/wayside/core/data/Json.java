// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import java.util.Map;

/**
 * Record content and documents as JSON (RFC 8259). A number with a fraction or an exponent is a
 * {@link Value.Real}, one without is a {@link Value.Whole}, null is {@link Value.Absent}; reals are
 * written so that they read back as the same reals.
 */
public final class Json {

  private Json() {}

  /**
   * A document that was read.
   *
   * @param root its content
   * @param places where each value begins, by JSON pointer (RFC 6901); the root is the empty text
   * @param keyPlaces where the key of each member begins, by the pointer of its value
   */
  public record Document(Value root, Map<String, Place> places, Map<String, Place> keyPlaces) {}

  /**
   * A place in a text.
   *
   * @param line from 1
   * @param column from 1, in characters as people count them; a tab is one
   */
  public record Place(int line, int column) {

    @Override
    public String toString() {
      return "line " + line + ", column " + column;
    }
  }

  /**
   * The value on one line without blanks, members in the order of the tree.
   *
   * @throws IllegalArgumentException when lists and fields are nested deeper than {@link
   *     Cbor#DEEPEST}
   */
  public static String write(Value value) {
    return JsonWriter.compact().write(value);
  }

  /**
   * The value for people: a line for each member and element, indented by two blanks a level,
   * without a line end after the last.
   *
   * @throws IllegalArgumentException when lists and fields are nested deeper than {@link
   *     Cbor#DEEPEST}
   */
  public static String writeIndented(Value value) {
    return JsonWriter.indented().write(value);
  }

  /**
   * Reads a text strictly: no comments, no trailing commas, no key twice in an object, whole
   * numbers within 64 bits, nothing after the value.
   *
   * @throws GarbledData that begins with the place, such as {@code line 12, column 19: expected ','
   *     or '}' after a member but found "x"}
   */
  public static Document read(String text) throws GarbledData {
    return new JsonReader(text).document();
  }

  /** One step of a JSON pointer for a member of this name. */
  public static String pointerStep(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
