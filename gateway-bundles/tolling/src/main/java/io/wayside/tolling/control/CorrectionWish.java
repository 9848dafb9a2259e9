// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.command.Command;
import io.wayside.core.data.Value;
import java.util.Locale;

/**
 * A correction as somebody asks for it.
 *
 * @param id chosen by who asks, else the command's
 * @param passage as it was named
 * @param after what the passage is to cost, in the smallest unit
 * @param code why, such as {@code charged-twice}
 * @param words why, for people
 * @param actor who asks, and by which face
 */
record CorrectionWish(
    String id, String passage, long after, String code, String words, String actor) {

  /** The name the control socket gives to those who do not say theirs. */
  private static final String NOBODY = "local";

  static CorrectionWish of(Command command) throws CorrectionRefused {
    String passage = text(command, "passage");
    if (passage.isBlank()) {
      throw wrong("passage is missing: name the record, such as GATEWAY/STREAM/NUMBER");
    }
    if (!(command.arguments().get("after") instanceof Value.Whole after)) {
      throw wrong(
          "after must be what the passage is to cost, a whole number of the currency's smallest"
              + " unit; 0 gives all of it back");
    }
    String code = text(command, "code");
    if (!code.matches("[a-z][a-z0-9-]{0,31}")) {
      throw wrong("code must be lower-case words joined by hyphens, such as charged-twice");
    }
    return new CorrectionWish(
        id(command),
        passage.strip(),
        after.value(),
        code,
        command.reason().strip(),
        person(command));
  }

  static String id(Command command) throws CorrectionRefused {
    String said = text(command, "id");
    String id = said.isEmpty() ? command.id() : said;
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw wrong("id must be letters, digits, dots, hyphens and underscores, at most 64");
    }
    return id;
  }

  /** Money is moved by people, not by a face. */
  static String person(Command command) throws CorrectionRefused {
    String name = command.actor().name().strip();
    if (name.isEmpty() || name.equals(NOBODY)) {
      throw new CorrectionRefused(
          "name-missing", "say who you are: a correction is kept with the name of a person");
    }
    return name + " (" + command.actor().face() + ")";
  }

  /** Whether the same person asks, by whatever face. */
  boolean isOf(String person) {
    return bare(actor).equals(bare(person));
  }

  private static String bare(String person) {
    return person.substring(0, person.lastIndexOf(" (")).strip().toLowerCase(Locale.ROOT);
  }

  private static String text(Command command, String name) {
    return command.arguments().get(name) instanceof Value.Text text ? text.value() : "";
  }

  private static CorrectionRefused wrong(String words) {
    return new CorrectionRefused("wrong-argument", words);
  }
}
