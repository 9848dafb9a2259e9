// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.water.Lantern.Fallback;
import io.wayside.waterway.aid.Convention;
import io.wayside.waterway.automation.RuleBook;
import io.wayside.waterway.control.Limits;
import io.wayside.waterway.control.Piece;
import io.wayside.waterway.control.Repertoire;
import io.wayside.waterway.light.LanternLimits;
import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightSyntax;
import io.wayside.waterway.light.Rhythm;
import io.wayside.waterway.mark.Mark;
import io.wayside.waterway.mark.Marks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the light of an aid may be ordered about, out of its configuration. */
final class AidLight {

  private final AidConfig config;
  private final AidParts parts;
  private final Path site;

  /**
   * @param site the folder of the site document
   */
  AidLight(AidConfig config, AidParts parts, Path site) {
    this.config = config;
    this.parts = parts;
    this.site = site;
  }

  /** Empty without a lantern. */
  Optional<AidControlSettings> settings() throws GarbledData {
    if (config.lanternDevice().isEmpty()) {
      return Optional.empty();
    }
    if (parts.expected().isEmpty()) {
      throw config.character().isEmpty()
          ? wrong("character", "a light that takes orders has a published character; give it")
          : wrong("lightAndDark", "the character does not fix its times; give light and dark");
    }
    return Optional.of(
        new AidControlSettings(
            parts.aid().id(),
            "station." + config.station_id(),
            limits(),
            Duration.ofMillis(
                shown(config.character(), parts.expected().get().rhythm()).periodMs()),
            new Repertoire(config.character(), pieces()),
            character -> objection(config.mark(), config.convention(), character),
            rules(),
            parts.sync()));
  }

  private GarbledData wrong(String attribute, String what) {
    return new GarbledData("stations." + config.station_id() + "." + attribute + ": " + what);
  }

  /** As if the lantern held what it was told last: that is the one to be watched harder. */
  private Limits limits() throws GarbledData {
    Limits usual = Limits.usual(Fallback.HOLDS);
    try {
      return new Limits(
          Duration.ofMinutes(config.usualLeaseMin()),
          Duration.ofMinutes(config.longestLeaseMin()),
          Duration.ofMinutes(config.longestDarkMin()),
          usual.again(),
          usual.linkPatience(),
          usual.repeat(),
          usual.standingLease(),
          usual.settle(),
          usual.reassure(),
          Duration.ofSeconds(config.centreGoneAfterS()),
          usual.fallback());
    } catch (IllegalArgumentException tooLong) {
      throw wrong("longestLease", String.valueOf(tooLong.getMessage()));
    }
  }

  private List<Piece> pieces() throws GarbledData {
    List<Piece> pieces = new ArrayList<>();
    for (String one : config.lanternCharacters()) {
      String[] words = one.split("=", 3);
      if (words.length < 2 || words[0].isBlank()) {
        throw wrong(
            "lanternCharacters",
            "\"" + one + "\" does not read CODE=CHARACTER, such as 37=Fl R 3s");
      }
      pieces.add(
          new Piece(
              words[0].strip(),
              words[1].strip(),
              shown(words[1], rhythm(words[1], words.length > 2 ? words[2] : ""))));
    }
    return pieces;
  }

  /** Refused here, it is never ordered: what is ordered is the published one or one of these. */
  private Rhythm shown(String character, Rhythm rhythm) throws GarbledData {
    List<String> faults =
        new LanternLimits(
                config.flasherStepMs(), config.longestPeriodMs(), config.shortestFlashMs())
            .faults(rhythm);
    if (!faults.isEmpty()) {
      throw wrong(
          character.equals(config.character()) ? "character" : "lanternCharacters",
          "the lantern cannot show "
              + character
              + ": "
              + String.join("; ", faults)
              + "; give another character, or correct flasherStep, shortestFlash and longestPeriod");
    }
    return rhythm;
  }

  private Rhythm rhythm(String text, String seconds) throws GarbledData {
    try {
      LightCharacter character = LightCharacter.parse(text);
      if (!seconds.isBlank()) {
        return character.rhythm(seconds);
      }
      if (character.open().isPresent()) {
        throw wrong(
            "lanternCharacters",
            text + ": " + character.open().get() + "; give the seconds as well");
      }
      return character.rhythm();
    } catch (LightSyntax unreadable) {
      throw wrong("lanternCharacters", String.valueOf(unreadable.getMessage()));
    }
  }

  private static Optional<String> objection(Mark mark, Convention convention, String character) {
    try {
      Marks.Verdict verdict = Marks.allows(mark, convention, LightCharacter.parse(character));
      return verdict.allowed() ? Optional.empty() : Optional.of(verdict.reason());
    } catch (LightSyntax unreadable) {
      return Optional.of(String.valueOf(unreadable.getMessage()));
    }
  }

  private Optional<RuleBook> rules() throws GarbledData {
    if (config.lightRules().isEmpty()) {
      return Optional.empty();
    }
    Path file = site.resolve(config.lightRules());
    try {
      return Optional.of(RuleBook.from(Node.read(file.toString(), Files.readString(file))));
    } catch (IOException unread) {
      throw wrong("lightRules", file + " cannot be read: " + unread + "; put it there");
    }
  }
}
