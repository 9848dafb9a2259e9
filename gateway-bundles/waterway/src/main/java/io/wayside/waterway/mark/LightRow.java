// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.mark;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import io.wayside.waterway.aid.Convention;
import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lights of one kind of mark, as a rule prescribes them.
 *
 * @param code of the sign in the rule: {@code A7.1}
 * @param characters any of them may be shown; without a period where the rule's was not readable
 * @param words how the rule words the rhythm, where that was readable
 */
public record LightRow(
    String code,
    Convention convention,
    Mark mark,
    Wording title,
    List<LightCharacter> characters,
    Optional<String> words,
    Evidence evidence) {

  public LightRow {
    characters = List.copyOf(characters);
  }

  static LightRow from(Node row) throws GarbledData {
    row.only("code", "convention", "mark", "title", "characters", "words", "source", "certainty");
    List<LightCharacter> characters = new ArrayList<>();
    for (Node text : row.member("characters").elements()) {
      try {
        characters.add(LightCharacter.parse(text.text()));
      } catch (LightSyntax wrong) {
        throw text.wrong("is no character of a light: " + wrong.getMessage());
      }
    }
    if (characters.isEmpty()) {
      throw row.member("characters").wrong("must name one character at least");
    }
    Optional<Node> words = row.optional("words");
    LightRow made =
        new LightRow(
            row.member("code").text(),
            row.member("convention").word(Convention.class),
            row.member("mark").word(Mark.class),
            Wording.from(row.member("title")),
            characters,
            words.isPresent() ? Optional.of(words.get().text()) : Optional.empty(),
            Evidence.from(row));
    for (LightCharacter character : characters) {
      Marks.Verdict verdict = Marks.allows(made.mark, made.convention, character);
      if (!verdict.allowed()) {
        throw row.member("characters")
            .wrong("contradicts its mark: " + verdict.reason() + "; correct one of them");
      }
    }
    return made;
  }
}
