// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a fare document. */
final class FareTableReader {

  private static final int MOST_GROUPS = 20;

  private final Node document;

  FareTableReader(Node document) {
    this.document = document;
  }

  FareTable read() throws GarbledData {
    document.only(
        "$schema",
        "fares",
        "title",
        "about",
        "system",
        "currency",
        "rounding",
        "businessDay",
        "groups",
        "missing",
        "timesOfDay",
        "stations",
        "ways",
        "sections",
        "rates");
    int groups = document.member("groups").whole(1, MOST_GROUPS);
    FareTable.Kind system = document.member("system").word(FareTable.Kind.class);
    return new FareTable(
        document.member("fares").text(),
        Wording.from(document.member("title")),
        system,
        currency(document.member("currency")),
        rounding(document.member("rounding")),
        businessDay(document.member("businessDay")),
        groups,
        rules(document.member("missing"), groups),
        timesOfDay(),
        new FareRowReader(document, groups).read());
  }

  private static Currency currency(Node node) throws GarbledData {
    node.only("code", "minorUnits");
    String code = node.member("code").text();
    if (!code.matches("[A-Z]{3}")) {
      throw node.member("code").wrong("must be a code of ISO 4217 such as VND, not " + code);
    }
    return new Currency(code, node.member("minorUnits").whole(0, 4));
  }

  private static Rounding rounding(Node node) throws GarbledData {
    node.only("to", "direction");
    return new Rounding(
        node.member("to").whole(1, 1_000_000),
        node.member("direction").word(Rounding.Direction.class));
  }

  private static BusinessDay businessDay(Node node) throws GarbledData {
    node.only("zone", "startsAt");
    try {
      return new BusinessDay(ZoneId.of(node.member("zone").text()), time(node.member("startsAt")));
    } catch (DateTimeException unknown) {
      throw node.member("zone").wrong("must be a time zone such as Asia/Ho_Chi_Minh");
    }
  }

  private static FareRules rules(Node node, int groups) throws GarbledData {
    node.only("group", "entry", "entryStaleAfterH");
    Node group = node.member("group");
    group.only("rule", "group");
    Optional<Integer> instead =
        switch (group.member("rule").word(GroupRule.class)) {
          case CHARGE_AS -> Optional.of(group.member("group").whole(1, groups));
          case REVIEW -> Optional.empty();
        };
    return new FareRules(
        instead,
        node.member("entry").word(FareRules.EntryMissing.class),
        Duration.ofHours(node.member("entryStaleAfterH").whole(1, 24 * 31)));
  }

  private enum GroupRule {
    CHARGE_AS,
    REVIEW
  }

  private List<TimeOfDay> timesOfDay() throws GarbledData {
    List<TimeOfDay> times = new ArrayList<>();
    Optional<Node> listed = document.optional("timesOfDay");
    if (listed.isPresent()) {
      for (Node row : listed.get().elements()) {
        row.only("id", "days", "from", "to", "percent");
        times.add(
            new TimeOfDay(
                row.member("id").text(),
                days(row.member("days")),
                time(row.member("from")),
                time(row.member("to")),
                row.member("percent").whole(0, 1000)));
      }
    }
    return times;
  }

  private static Set<DayOfWeek> days(Node node) throws GarbledData {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Node day : node.elements()) {
      days.add(day.word(DayOfWeek.class));
    }
    return days;
  }

  private static LocalTime time(Node node) throws GarbledData {
    String text = node.text();
    if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
      throw node.wrong("must be a time of day such as 06:00, not \"" + text + "\"");
    }
    return LocalTime.parse(text);
  }
}
