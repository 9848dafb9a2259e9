// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.cli;

import io.wayside.core.data.Value.Fields;
import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightSyntax;
import io.wayside.waterway.light.Rhythm;
import io.wayside.waterway.mark.LightRow;
import io.wayside.waterway.rhythm.Recognition;
import io.wayside.waterway.rhythm.Recognition.Candidate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A recorded level, and which light it shows. */
final class Observation {

  private static final double FARTHEST_MS = 1e12;

  private final Recognition recognition = new Recognition();
  private double lastMs = Double.NEGATIVE_INFINITY;

  private Observation() {}

  /** Those of the command line, or of the table, each once. */
  static List<LightCharacter> characters(LightArguments given) throws Refused {
    List<LightCharacter> characters = new ArrayList<>();
    if (given.characters().isPresent()) {
      for (String text : given.characters().get().split(";", -1)) {
        try {
          characters.add(LightCharacter.parse(text.strip()));
        } catch (LightSyntax wrong) {
          throw new Refused("--characters \"" + text.strip() + "\": " + wrong.getMessage());
        }
      }
      return characters;
    }
    for (LightRow row : TableFile.read(given.table().orElse("vn")).rows()) {
      row.characters().stream().filter(one -> !characters.contains(one)).forEach(characters::add);
    }
    return characters;
  }

  static Observation read(InputStream in, String file) throws Refused {
    Observation observation = new Observation();
    try (BufferedReader lines =
        file.equals("-")
            ? new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
            : Files.newBufferedReader(Path.of(file))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        observation.take(line.strip(), ++number);
      }
    } catch (InvalidPathException | IOException | UncheckedIOException unreadable) {
      throw new Refused(
          "--observe " + file + ": cannot be read as text in UTF-8; look at its path and rights");
    }
    if (observation.lastMs == Double.NEGATIVE_INFINITY) {
      throw new Refused("--observe " + file + ": holds no samples; give lines ms,level");
    }
    return observation;
  }

  private void take(String line, int number) throws Refused {
    if (line.isEmpty() || (number == 1 && Character.isLetter(line.charAt(0)))) {
      return;
    }
    String[] cells = line.split(",", -1);
    try {
      double ms = Double.parseDouble(cells[0]);
      double level = Double.parseDouble(cells.length == 2 ? cells[1] : "");
      if (!(Math.abs(ms) <= FARTHEST_MS) || !Double.isFinite(level)) {
        throw new NumberFormatException("out of bounds");
      }
      if (ms <= lastMs) {
        throw new Refused("--observe: line " + number + ": time goes back; sort the samples by it");
      }
      lastMs = ms;
      recognition.level(Math.round(ms * 1e6), level);
    } catch (NumberFormatException notNumber) {
      throw new Refused(
          "--observe: line " + number + ": \"" + line + "\" is not ms,level; write 120,0.35");
    }
  }

  Answer against(List<LightCharacter> characters) {
    return new Answer(recognition.seconds(), recognition.measured(), recognition.rank(characters));
  }

  /**
   * What was found.
   *
   * @param measured what repeats in it
   */
  record Answer(double seconds, Optional<Rhythm> measured, List<Candidate> ranked) {

    boolean matched() {
      return ranked.stream().anyMatch(Candidate::matches);
    }

    String text() {
      StringBuilder text = new StringBuilder();
      text.append(String.format(Locale.ROOT, "%.1f s of samples\n", seconds));
      text.append(
          measured
              .map(
                  rhythm ->
                      "shows "
                          + LightCharacter.of(rhythm)
                              .map(LightCharacter::toString)
                              .orElse("light of no class")
                          + ", its colour is not seen\n"
                          + lengths(rhythm))
              .orElse("nothing repeats in it for 15 s and twice; record longer or look at it\n"));
      text.append(String.format(Locale.ROOT, "%7s %7s  %s\n", "agrees", "off ms", "character"));
      for (Candidate one : ranked) {
        text.append(
            String.format(
                Locale.ROOT,
                "%6.0f%% %7.0f  %s%s%s\n",
                100 * one.fit().share(),
                one.fit().offMs(),
                one.character(),
                one.matches() ? "  matches" : "",
                one.matches() && !one.usual() ? ", with lengths of its own" : ""));
      }
      return text.toString();
    }

    private static String lengths(Rhythm rhythm) {
      StringBuilder text = new StringBuilder();
      rhythm
          .phases()
          .forEach(
              phase ->
                  text.append(phase.lit() ? "  lit " : "  dark ")
                      .append(phase.millis())
                      .append(" ms"));
      return text.append('\n').toString();
    }

    Fields json() {
      List<Fields> candidates =
          ranked.stream()
              .map(
                  one ->
                      Fields.with("character", one.character().toString())
                          .and("matches", one.matches())
                          .and("agrees", one.fit().share())
                          .and("offMs", one.fit().offMs())
                          .and("usualLengths", one.usual())
                          .build())
              .toList();
      var fields = Fields.with("seconds", seconds).and("matched", matched());
      measured.ifPresent(rhythm -> fields.and("measured", RhythmPrint.phases(rhythm)));
      measured
          .flatMap(LightCharacter::of)
          .ifPresent(named -> fields.and("shows", named.toString()));
      return fields.and("candidates", candidates).build();
    }
  }
}
