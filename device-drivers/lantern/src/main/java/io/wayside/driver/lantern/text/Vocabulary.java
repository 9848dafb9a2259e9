// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.driver.lantern.map.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a make of lanterns: what it is asked, and what its answers and alarms mean.
 *
 * @param questions texts that it answers
 */
public record Vocabulary(Wording title, List<String> questions, List<Entry> entries) {

  public Vocabulary {
    questions = List.copyOf(questions);
    entries = List.copyOf(entries);
  }

  /** What a word or a value after a name means. */
  public sealed interface Meaning {

    record Quantity(AidQuantity what, double scale) implements Meaning {}

    record Sign(AidSign what, boolean isSo) implements Meaning {}

    /** Off its place, in its own opinion. */
    record OffPosition() implements Meaning {}

    /** By whose will, by the words of the make in small letters. */
    record Mode(Map<String, LanternMode> codes) implements Meaning {}

    record Light(Map<String, LightStatus> codes) implements Meaning {}

    record Rhythm() implements Meaning {}
  }

  /**
   * One row.
   *
   * @param word alone, an alarm; or the name before a value
   * @param named whether a value follows
   */
  public record Entry(String word, boolean named, Meaning meaning, Evidence evidence) {}

  public static Vocabulary from(Node document) throws GarbledData {
    document.only("$schema", "title", "notes", "questions", "rows");
    List<String> questions = new ArrayList<>();
    for (Node question : document.member("questions").elements()) {
      if (!GsmText.canBeSent(question.text())) {
        throw question.wrong("cannot be sent: at most 160 characters of the GSM alphabet");
      }
      questions.add(question.text());
    }
    List<Entry> entries = new ArrayList<>();
    for (Node row : document.member("rows").elements()) {
      entries.add(entry(row));
    }
    return new Vocabulary(Wording.from(document.member("title")), questions, entries);
  }

  private static Entry entry(Node row) throws GarbledData {
    row.only("word", "name", "tells", "scale", "codes", "not", "source", "certainty");
    Optional<Node> word = row.optional("word");
    Node text = word.isPresent() ? word.get() : row.member("name");
    if (word.isPresent() && row.optional("name").isPresent()) {
      throw row.wrong("has a word and a name; a word stands alone, a name has a value after it");
    }
    Meaning meaning = meaning(row, word.isEmpty());
    return new Entry(
        text.text().toLowerCase(Locale.ROOT), word.isEmpty(), meaning, Evidence.from(row));
  }

  private static Meaning meaning(Node row, boolean named) throws GarbledData {
    Node tells = row.member("tells");
    Optional<AidQuantity> quantity = Words.find(AidQuantity.class, tells.text());
    if (quantity.isPresent() && named) {
      Optional<Node> scale = row.optional("scale");
      return new Meaning.Quantity(quantity.get(), scale.isEmpty() ? 1 : scale.get().number());
    }
    Optional<AidSign> sign = Words.find(AidSign.class, tells.text());
    if (sign.isPresent() && !named) {
      Optional<Node> not = row.optional("not");
      return new Meaning.Sign(sign.get(), not.isEmpty() || !not.get().truth());
    }
    return switch (tells.text() + (named ? "=" : "")) {
      case "off-position" -> new Meaning.OffPosition();
      case "rhythm=" -> new Meaning.Rhythm();
      case "mode=" -> new Meaning.Mode(codes(row, LanternMode.class));
      case "light=" -> new Meaning.Light(codes(row, LightStatus.class));
      default ->
          throw tells.wrong(
              "cannot be told so: a word tells a sign or off-position, a name a quantity, rhythm,"
                  + " mode or light");
    };
  }

  private static <E extends Enum<E>> Map<String, E> codes(Node row, Class<E> set)
      throws GarbledData {
    Map<String, E> codes = new LinkedHashMap<>();
    for (var code : row.member("codes").members().entrySet()) {
      codes.put(code.getKey().toLowerCase(Locale.ROOT), code.getValue().word(set));
    }
    return codes;
  }
}
