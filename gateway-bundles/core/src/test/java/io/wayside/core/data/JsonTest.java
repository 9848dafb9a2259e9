// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JSON text is read, how it is written, and how wrong text is answered. */
class JsonTest {

  @Test
  void readsEachKindOfValue() throws GarbledData {
    Value value =
        Json.read(" {\"a\": [1, -0, 1.0, 1E2, true, false, null, \"\\u00e9\\/\\ud83d\\ude00\"]}\n")
            .root();

    assertThat(value)
        .isEqualTo(
            Value.Fields.with(
                    "a",
                    new Value.Many(
                        List.of(
                            new Value.Whole(1),
                            new Value.Whole(0),
                            new Value.Real(1),
                            new Value.Real(100),
                            new Value.Truth(true),
                            new Value.Truth(false),
                            Value.ABSENT,
                            new Value.Text("é/😀"))))
                .build());
  }

  @Test
  void writesOnOneLineWithoutBlanks() {
    assertThat(Json.write(sample()))
        .isEqualTo("{\"massKg\":12.0,\"axles\":[1,null],\"note\":\"a \\\"b\\\"\",\"none\":{}}");
  }

  @Test
  void writesForPeople() {
    assertThat(Json.writeIndented(sample()))
        .isEqualTo(
            """
            {
              "massKg": 12.0,
              "axles": [
                1,
                null
              ],
              "note": "a \\"b\\"",
              "none": {}
            }""");
  }

  @Test
  void escapesControlAndLineSeparatingCharacters() {
    assertThat(Json.write(new Value.Text("\b\f\n\r\t\u0000\u001f\u007f\u0085\u2028/\\")))
        .isEqualTo("\"\\b\\f\\n\\r\\t\\u0000\\u001f\\u007f\\u0085\\u2028/\\\\\"");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | line 1, column 1: expected a value but found the end of the text",
        "` ` | line 1, column 2: expected a value but found the end of the text",
        "x | line 1, column 1: expected a value but found \"x\"",
        "é | line 1, column 1: expected a value but found the character U+00E9",
        "tru | line 1, column 1: expected a value such as true, false or null but found \"t\"",
        "truex | line 1, column 5: expected the end of the text after the value but found \"x\"",
        "1 2 | line 1, column 3: expected the end of the text after the value but found \"2\"",
        "{\"a\":1 x | line 1, column 8: expected ',' or '}' after a member but found \"x\"",
        "{\"a\":1,} | line 1, column 8: expected a key in quotes but found \"}\"",
        "{a:1} | line 1, column 2: expected a key in quotes or '}' but found \"a\"",
        "{\"a\" 1} | line 1, column 6: expected ':' after a key but found \"1\"",
        "[1 2] | line 1, column 4: expected ',' or ']' after an element but found \"2\"",
        "[1,] | line 1, column 4: expected a value but found \"]\"",
        "[1 | line 1, column 3: expected ',' or ']' after an element but found the end of the text",
        "// no | line 1, column 1: expected a value but found \"/\"",
        "'a' | line 1, column 1: expected a value but found \"'\"",
        "NaN | line 1, column 1: expected a value but found \"N\"",
        "01 | line 1, column 1: expected a number without leading zeros",
        "-01 | line 1, column 1: expected a number without leading zeros",
        "- | line 1, column 2: expected a digit but found the end of the text",
        "+1 | line 1, column 1: expected a value but found \"+\"",
        ".5 | line 1, column 1: expected a value but found \".\"",
        "1.e5 | line 1, column 3: expected a digit but found \"e\"",
        "1e+ | line 1, column 4: expected a digit but found the end of the text",
        "1e999 | line 1, column 1: the number 1e999 is too large for a 64-bit real",
        "\"abc | line 1, column 1: this text in quotes is never closed",
        "\"\\x\" | line 1, column 2: expected one of \" \\ / b f n r t u after a backslash",
        "\"\\ | line 1, column 2: expected one of \" \\ / b f n r t u after a backslash",
        "\"\\u12g4\" | line 1, column 2: expected four hexadecimal digits after \\u",
        "\"\\ud800\" | line 1, column 1: this text in quotes ends with half a surrogate pair",
        "\"\\ud800a\" | line 1, column 8: expected the two halves of a surrogate pair side by side",
        "\"\\udc00\" | line 1, column 2: expected the two halves of a surrogate pair side by side",
      })
  void refusesInWordsThatNameThePlace(String text, String message) {
    assertRefused(text, message);
  }

  @Test
  void refusesWhatOnlyShowsInEscapes() {
    assertRefused(
        "\ufeff{}",
        "line 1, column 1: the text begins with a byte order mark (U+FEFF); save it as UTF-8"
            + " without one");
    assertRefused(
        "[\"a\nb\"]",
        "line 1, column 4: expected control characters in quotes to be escaped but found the"
            + " character U+000A");
    assertRefused(
        "\"\ud800\"", "line 1, column 1: this text in quotes ends with half a surrogate pair");
    assertRefused("\u00a01", "line 1, column 1: expected a value but found the character U+00A0");
  }

  @Test
  void refusesAKeyGivenTwiceWithBothPlaces() {
    assertRefused(
        "{\n  \"rate\": 1,\n  \"rate\": 2\n}",
        "line 3, column 3: the key \"rate\" was already given at line 2, column 3");
    assertRefused(
        "{\"a\":1,\"\\u0061\":2}",
        "line 1, column 8: the key \"a\" was already given at line 1, column 2");
  }

  @Test
  void refusesWholeNumbersThatDoNotFit() throws GarbledData {
    assertThat(Json.read("-9223372036854775808").root()).isEqualTo(new Value.Whole(Long.MIN_VALUE));
    assertRefused(
        "9223372036854775808",
        "line 1, column 1: the whole number 9223372036854775808 is beyond 64 bits; write it with a"
            + " fraction (such as .0) if a rounded one will do, or in quotes");
    assertThatThrownBy(() -> Json.read("9".repeat(1_000_000)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("at most 1100 characters");
  }

  @Test
  void nestingIsBounded() throws GarbledData {
    assertThat(Json.read("[".repeat(64) + "]".repeat(64)).root()).isEqualTo(CborFuzzTest.tree(64));
    assertRefused(
        "[".repeat(100_000),
        "line 1, column 65: expected lists and objects nested at most 64 deep");
    assertThatThrownBy(() -> Json.write(CborFuzzTest.tree(65)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Value sample() {
    return Value.Fields.with("massKg", 12.0)
        .and("axles", List.of(new Value.Whole(1), Value.ABSENT))
        .and("note", "a \"b\"")
        .and("none", new Value.Fields(java.util.Map.of()))
        .build();
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> Json.read(text)).isInstanceOf(GarbledData.class).hasMessage(message);
  }

  @Test
  void eachCharacterStandsForItselfOrIsEscapedWhereverItStands() {
    for (char c = 0; c < Character.MIN_SURROGATE; c++) {
      String escaped =
          switch (c) {
            case '"', '\\' -> "\\" + c;
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default ->
                Character.getType(c) == Character.CONTROL
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                    ? "\\u%04x".formatted((int) c)
                    : String.valueOf(c);
          };
      assertThat(Json.write(new Value.Text("a" + c + c + "z" + c)))
          .isEqualTo("\"a" + escaped + escaped + "z" + escaped + "\"");
    }
  }
}
