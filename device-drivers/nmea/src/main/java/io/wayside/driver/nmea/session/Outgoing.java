// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.session;

import io.wayside.core.device.Sentence;
import io.wayside.driver.nmea.sentence.Framer;
import io.wayside.driver.nmea.sentence.plain.Plain;
import io.wayside.driver.nmea.sentence.plain.PlainSentences;
import io.wayside.driver.nmea.sentence.plain.Understood.Said;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Sentences on their way out.
 *
 * @param text all of them
 * @param question what an answer to them would be about; empty where there is none
 */
public record Outgoing(String text, Optional<Question> question) {

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * What an answer is about.
   *
   * @param message type of the message that is to be sent
   * @param sequence of the sentences
   */
  public record Question(int message, int sequence) {

    /** Whether this is the answer. */
    public boolean isAnsweredBy(Plain.Answered answered) {
      return same(message, answered.message()) && same(sequence, answered.sequence());
    }

    /** Devices leave fields out that they think are plain. */
    private static boolean same(int asked, OptionalInt told) {
      return told.isEmpty() || told.getAsInt() == asked;
    }
  }

  /** Why they are not sent. */
  public static final class NotSent extends Exception {
    private static final long serialVersionUID = 1L;

    NotSent(String message) {
      super(message);
    }
  }

  /**
   * Judges sentences before they are sent.
   *
   * @throws NotSent when one is no sentence, or would set up the device otherwise
   */
  public static Outgoing of(List<String> sentences) throws NotSent {
    Optional<Question> question = Optional.empty();
    for (String sentence : sentences) {
      String text = text(sentence);
      if (PlainSentences.read(text) instanceof Said said
          && said.plain() instanceof Plain.SetUp setUp
          && setUp.commands()) {
        throw new NotSent(
            "\"" + text + "\" would set up the device otherwise; use the maker's own programmer");
      }
      question = question.or(() -> question(text.split(",", -1)));
    }
    return new Outgoing(String.join("", sentences), question);
  }

  private static String text(String sentence) throws NotSent {
    byte[] bytes = sentence.getBytes(StandardCharsets.ISO_8859_1);
    List<Sentence> found = new ArrayList<>();
    Framer framer = new Framer();
    framer.feed(bytes, 0, bytes.length, 0, found::add);
    framer.finish();
    boolean whole = sentence.endsWith("\r\n") && sentence.startsWith(start(found));
    if (found.size() != 1 || framer.faults().total() > 0 || !whole) {
      throw new NotSent(
          "\"" + sentence.strip() + "\" is not one sentence with its check sum and line end");
    }
    return found.get(0).text();
  }

  private static String start(List<Sentence> found) {
    return found.isEmpty() ? "" : found.get(0).tagBlock().isEmpty() ? found.get(0).text() : "\\";
  }

  /**
   * Of sentences that have a transponder send: count, number, sequence, and the type further on.
   */
  private static Optional<Question> question(String[] fields) {
    if (fields[0].length() != 6 || fields.length < 7) {
      return Optional.empty();
    }
    return switch (fields[0].substring(3)) {
      case "ABM", "MEB" -> question(fields[6], fields[3]);
      case "BBM" -> question(fields[5], fields[3]);
      default -> Optional.empty();
    };
  }

  private static Optional<Question> question(String message, String sequence) {
    return message.matches("\\d{1,2}") && sequence.matches("\\d")
        ? Optional.of(new Question(Integer.parseInt(message), Integer.parseInt(sequence)))
        : Optional.empty();
  }
}
