// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Days that are not what their place in the week says: rows of a document, each with its source.
 *
 * @param from first day the document answers for
 * @param to last day
 * @param rows exceptions by date
 */
public record DayCalendar(
    String id, int version, LocalDate from, LocalDate to, Map<LocalDate, Row> rows) {

  /**
   * An exception.
   *
   * @param kind {@link DayKind#HOLIDAY}, or {@link DayKind#WORKING} for a weekend day that is
   *     worked
   */
  public record Row(DayKind kind, Wording name, Evidence evidence) {}

  public DayCalendar {
    rows = Map.copyOf(rows);
  }

  /** No exceptions at all, for ever: for plans that know no holidays. */
  public static DayCalendar none() {
    return new DayCalendar("none", 1, LocalDate.MIN, LocalDate.MAX, Map.of());
  }

  public DayKind kindOf(LocalDate date, Set<DayOfWeek> weekend) {
    Row row = rows.get(date);
    if (row != null) {
      return row.kind();
    }
    return weekend.contains(date.getDayOfWeek()) ? DayKind.WEEKEND : DayKind.WORKING;
  }

  /** Whether the document answers for this day. */
  public boolean covers(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }

  /** Reads a document of {@code config/calendars}. */
  public static DayCalendar from(Node document) throws GarbledData {
    document.only("$schema", "calendar", "version", "title", "notes", "from", "to", "days", "open");
    LocalDate from = Texts.date(document.member("from"));
    LocalDate to = Texts.date(document.member("to"));
    if (to.isBefore(from)) {
      throw document.member("to").wrong("must not be before \"from\", which is " + from);
    }
    Map<LocalDate, Row> rows = new HashMap<>();
    for (Node day : document.member("days").elements()) {
      day.only("date", "kind", "name", "lunar", "source", "certainty", "notes");
      LocalDate date = Texts.date(day.member("date"));
      if (date.isBefore(from) || date.isAfter(to)) {
        throw day.member("date").wrong("must be from " + from + " to " + to + ", not " + date);
      }
      DayKind kind = day.member("kind").word(DayKind.class);
      if (kind == DayKind.WEEKEND) {
        throw day.member("kind").wrong("must be holiday or working; the plan says the weekend");
      }
      Row row = new Row(kind, Wording.from(day.member("name")), Evidence.from(day));
      if (Optional.ofNullable(rows.put(date, row)).isPresent()) {
        throw day.member("date").wrong("is given twice: " + date);
      }
    }
    return new DayCalendar(
        document.member("calendar").text(),
        document.member("version").whole(1, Integer.MAX_VALUE),
        from,
        to,
        rows);
  }
}
