// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a document of rules; what is wrong is told with its line. */
final class RuleReader {

  private static final double HIGHEST_M = 1_000;
  private static final int LONGEST_STALE_S = 86_400;
  private static final int LONGEST_PERSIST_S = 3_600;
  private static final int MOST_READINGS = 100;

  private final Node document;
  private final Set<String> names = new HashSet<>();

  private enum Kind {
    LEVEL,
    SEASON
  }

  RuleReader(Node document) {
    this.document = document;
  }

  RuleBook book() throws GarbledData {
    document.only("$schema", "rules", "version", "title", "notes", "zone", "lights", "clearance");
    List<Rule> rules = new ArrayList<>();
    for (Node node : document.member("lights").elements()) {
      rules.add(rule(node));
    }
    var clearance = document.optional("clearance");
    return new RuleBook(
        document.member("rules").text(),
        document.member("version").whole(1, Integer.MAX_VALUE),
        Wording.from(document.member("title")),
        zone(document.member("zone")),
        rules,
        clearance.isPresent() ? Optional.of(clearance(clearance.get())) : Optional.empty());
  }

  private static ZoneId zone(Node node) throws GarbledData {
    try {
      return ZoneId.of(node.text());
    } catch (DateTimeException unknown) {
      throw node.wrong("must be a time zone such as Asia/Ho_Chi_Minh");
    }
  }

  private Rule rule(Node node) throws GarbledData {
    String name = node.member("name").text();
    if (!names.add(name)) {
      throw node.member("name").wrong("is given twice: \"" + name + "\"");
    }
    try {
      return switch (node.member("by").word(Kind.class)) {
        case LEVEL -> level(node, name);
        case SEASON -> season(node, name);
      };
    } catch (IllegalArgumentException wrong) {
      throw node.wrong("does not hold: " + wrong.getMessage());
    }
  }

  private static LevelRule level(Node node, String name) throws GarbledData {
    node.only(
        "name",
        "by",
        "title",
        "gauge",
        "bands",
        "hysteresisM",
        "staleAfterS",
        "persistS",
        "persistReadings",
        "scatterM",
        "safe",
        "source");
    List<Band> bands = new ArrayList<>();
    for (Node each : node.member("bands").elements()) {
      bands.add(band(each, bands.isEmpty()));
    }
    if (bands.size() < 2) {
      throw node.member("bands").wrong("must have two bands at least");
    }
    return new LevelRule(
        name,
        Wording.from(node.member("title")),
        node.member("gauge").text(),
        bands,
        node.member("hysteresisM").number(0, HIGHEST_M),
        seconds(node.member("staleAfterS")),
        steadiness(node),
        index(node.member("safe"), bands),
        node.member("source").text());
  }

  private static Band band(Node node, boolean lowest) throws GarbledData {
    node.only("name", "fromM", "light", "says");
    if (lowest && node.optional("fromM").isPresent()) {
      throw node.wrong("is the lowest band and begins nowhere; leave \"fromM\" out");
    }
    return new Band(
        node.member("name").text(),
        lowest ? Double.NEGATIVE_INFINITY : node.member("fromM").number(-HIGHEST_M, HIGHEST_M),
        Wish.from(node.member("light")),
        Wording.from(node.member("says")));
  }

  private static int index(Node node, List<Band> bands) throws GarbledData {
    for (int i = 0; i < bands.size(); i++) {
      if (bands.get(i).name().equals(node.text())) {
        return i;
      }
    }
    throw node.wrong("must be the name of a band of this rule, not \"" + node.text() + "\"");
  }

  private static SeasonRule season(Node node, String name) throws GarbledData {
    node.only("name", "by", "title", "from", "to", "when", "light", "source");
    return new SeasonRule(
        name,
        Wording.from(node.member("title")),
        day(node.member("from")),
        day(node.member("to")),
        node.member("when").word(SeasonRule.When.class),
        Wish.from(node.member("light")),
        node.member("source").text());
  }

  private static MonthDay day(Node node) throws GarbledData {
    try {
      return MonthDay.parse("--" + node.text());
    } catch (DateTimeException notADay) {
      throw node.wrong("must be a month and a day such as 07-15");
    }
  }

  private static Clearance clearance(Node node) throws GarbledData {
    node.only(
        "gauge",
        "spanM",
        "marginM",
        "stepM",
        "staleAfterS",
        "persistS",
        "persistReadings",
        "scatterM");
    return new Clearance(
        node.member("gauge").text(),
        node.member("spanM").number(-HIGHEST_M, HIGHEST_M),
        node.member("marginM").number(0, HIGHEST_M),
        node.member("stepM").number(0.01, 10),
        seconds(node.member("staleAfterS")),
        steadiness(node));
  }

  private static Steadiness steadiness(Node node) throws GarbledData {
    Steadiness usual = Steadiness.usual();
    Optional<Node> readings = node.optional("persistReadings");
    Optional<Node> lasting = node.optional("persistS");
    Optional<Node> scatter = node.optional("scatterM");
    return new Steadiness(
        readings.isEmpty() ? usual.readings() : readings.get().whole(1, MOST_READINGS),
        lasting.isEmpty()
            ? usual.lasting()
            : Duration.ofSeconds(lasting.get().whole(0, LONGEST_PERSIST_S)),
        scatter.isEmpty() ? usual.scatterM() : scatter.get().number(0, HIGHEST_M));
  }

  private static Duration seconds(Node node) throws GarbledData {
    return Duration.ofSeconds(node.whole(1, LONGEST_STALE_S));
  }
}
