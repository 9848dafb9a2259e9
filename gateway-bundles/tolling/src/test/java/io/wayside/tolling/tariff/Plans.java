// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Plans of tests: the one that ships, and small ones. */
final class Plans {

  static final Path CONFIG = Path.of("../../config");

  private Plans() {}

  static String shippedText() {
    return text(CONFIG.resolve("tolling/tariffs-example-vn.json"));
  }

  static Tariff shipped() {
    return tariff(shippedText(), calendar());
  }

  static DayCalendar calendar() {
    try {
      return DayCalendar.from(Node.read("vn.json", text(CONFIG.resolve("calendars/vn.json"))));
    } catch (GarbledData e) {
      throw new AssertionError(e);
    }
  }

  /** 20 000 for the first hour, 10 000 for each further half hour, 10 minutes free. */
  static Tariff hourly(String zone) {
    return tariff(
        small(
            zone,
            10,
            "stay",
            "{\"minutes\":60,\"amount\":20000},{\"minutes\":30,\"amount\":10000}"),
        DayCalendar.none());
  }

  /** In each day anew: 5 000 for the first two hours, then 1 000 an hour. */
  static Tariff daily(String zone) {
    return tariff(
        small(
            zone,
            0,
            "period",
            "{\"minutes\":120,\"amount\":5000},{\"minutes\":60,\"amount\":1000}"),
        DayCalendar.none());
  }

  static Tariff tariff(String json, DayCalendar calendar) {
    try {
      return new Tariff(Plan.from(Node.read("plan.json", json)), calendar);
    } catch (GarbledData e) {
      throw new AssertionError(e);
    }
  }

  static String small(String zone, int graceMin, String counts, String steps) {
    String known = "\"source\":\"made up\",\"certainty\":\"from-knowledge\"";
    String name = "\"name\":{\"vi\":\"x\",\"en\":\"x\"}";
    return """
        {"plan":"small","version":1,"title":{"vi":"x","en":"x"},"zone":"ZONE","currency":"VND",
         "minorDigits":0,"calendar":"none","validFrom":"2000-01-01","weekend":[],
         "graceInMin":GRACE,"graceOutMin":15,"clockDoubtMin":10,"longestStayDays":30,
         "rounding":{"to":1,"how":"down"},
         "classes":[{"id":"car",NAME,"lostTicket":50,"unknownEntry":70,KNOWN}],
         "rates":[{"id":"flat",NAME,"counts":"COUNTS","steps":[STEPS],KNOWN}],
         "schedules":[{"classes":["car"],"days":["working","weekend","holiday"],
                       "starts":[{"from":"00:00","rate":"flat"}],KNOWN}],
         "discountsAtMost":0}
        """
        .replace("ZONE", zone)
        .replace("GRACE", Integer.toString(graceMin))
        .replace("COUNTS", counts)
        .replace("STEPS", steps)
        .replace("NAME", name)
        .replace("KNOWN", known);
  }

  static Moment at(String text) {
    return Moment.sure(OffsetDateTime.parse(text).toInstant());
  }

  static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
