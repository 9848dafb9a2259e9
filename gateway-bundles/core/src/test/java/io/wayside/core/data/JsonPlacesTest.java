// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.wayside.core.data.Json.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A document knows where each of its values and keys stands. */
class JsonPlacesTest {

  private final RandomTrees trees = new RandomTrees(6901);

  @Test
  void namesThePlaceOfEveryValueByPointer() throws GarbledData {
    Map<String, Place> places = Json.read("{\n  \"a\": [1,\t{\"b/~\": 2}],\r\n\"\": 3}").places();

    assertThat(places)
        .containsExactly(
            entry("", new Place(1, 1)),
            entry("/a", new Place(2, 8)),
            entry("/a/0", new Place(2, 9)),
            entry("/a/1", new Place(2, 12)),
            entry("/a/1/b~1~0", new Place(2, 20)),
            entry("/", new Place(3, 5)));
  }

  @Test
  void namesThePlaceOfEveryKeyByThePointerOfItsValue() throws GarbledData {
    Json.Document document = Json.read("{\n  \"a\": [1,\t{\"b/~\": 2}],\r\n\"\": 3}");

    assertThat(document.keyPlaces())
        .containsExactly(
            entry("/a", new Place(2, 3)),
            entry("/a/1/b~1~0", new Place(2, 13)),
            entry("/", new Place(3, 1)));
  }

  @Test
  void knowsNoPlaceOfWhatIsNotThere() throws GarbledData {
    Json.Document document = Json.read("{\"a\": [1]}");

    assertThat(document.places().get("/b")).isNull();
    assertThat(document.places().get("/a/1")).isNull();
    assertThat(document.places().get("a")).isNull();
    assertThat(document.keyPlaces().get("")).isNull();
    assertThat(document.keyPlaces().get("/a/0")).isNull();
  }

  @Test
  void countsCharactersAsPeopleDoAndEveryKindOfLineEnd() throws GarbledData {
    assertThat(Json.read("[\"😀\", 1]").places()).containsEntry("/1", new Place(1, 7));
    assertThat(Json.read("[\r1]").places()).containsEntry("/0", new Place(2, 1));
    assertThat(Json.read("[\r\n1]").places()).containsEntry("/0", new Place(2, 1));
    assertThat(Json.read("[\n\r1]").places()).containsEntry("/0", new Place(3, 1));
  }

  @Test
  void whatStandsAtAPlaceIsTheValue() throws GarbledData {
    for (int i = 0; i < 500; i++) {
      String text = Json.writeIndented(trees.next());
      Json.Document document = Json.read(text);
      List<String> lines = text.lines().toList();

      document
          .places()
          .forEach(
              (pointer, place) ->
                  assertThat(rest(lines, place))
                      .startsWith(beginning(at(document.root(), pointer))));
      document
          .keyPlaces()
          .forEach(
              (pointer, place) ->
                  assertThat(rest(lines, place)).startsWith(Json.write(lastStep(pointer)) + ": "));
    }
  }

  @Test
  @Timeout(20)
  void manyValuesUnderALongKeyDoNotNeedTheSquareOfTheText() throws GarbledData {
    String text = "{\"" + "k".repeat(1_000_000) + "\": [" + "1,".repeat(500_000) + "1]}";

    assertThat(Json.read(text).places().get("/" + "k".repeat(1_000_000) + "/500000"))
        .isEqualTo(new Place(1, 2_000_007));
  }

  private static String rest(List<String> lines, Place place) {
    String line = lines.get(place.line() - 1);
    return line.substring(line.offsetByCodePoints(0, place.column() - 1));
  }

  private static String beginning(Value value) {
    if (value instanceof Value.Fields) {
      return "{";
    }
    return value instanceof Value.Many ? "[" : Json.write(value);
  }

  private static Value at(Value root, String pointer) {
    Value value = root;
    for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      value =
          value instanceof Value.Many many
              ? many.values().get(Integer.parseInt(step))
              : ((Value.Fields) value).get(unescaped(step));
    }
    return value;
  }

  private static Value.Text lastStep(String pointer) {
    return new Value.Text(unescaped(pointer.substring(pointer.lastIndexOf('/') + 1)));
  }

  private static String unescaped(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
