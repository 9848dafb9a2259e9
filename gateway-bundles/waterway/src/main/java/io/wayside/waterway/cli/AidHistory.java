// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.cli;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.waterway.aid.Category;
import io.wayside.waterway.availability.Availability;
import io.wayside.waterway.availability.Figures;
import io.wayside.waterway.availability.Ledger;
import io.wayside.waterway.availability.Window;
import io.wayside.waterway.record.AidRecords;
import io.wayside.waterway.record.Verdicts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One aid out of the records of its stream, in their order. Up and down are reckoned anew from all
 * changes of answers; hours in which its light should have shone are those of the days' records.
 */
public final class AidHistory {

  /** A station that runs writes something more often. */
  private static final Duration WATCHED = Duration.ofHours(1);

  private final Ledger ledger = new Ledger();
  private final List<Lit> days = new ArrayList<>();
  private @Nullable Instant first;
  private @Nullable Instant last;
  private Category category = Category.THREE;

  /** Light of a day, or of a part of one. */
  private record Lit(Instant to, Figures figures) {}

  /** A row of the report: an aid in a window, as far as there are records of it. */
  public record Row(String aid, Category category, Window window, Availability availability) {}

  public void add(JournalRecord record) {
    Instant at = record.occurred().wall();
    first = first == null || at.isBefore(first) ? at : first;
    last = last == null || at.isAfter(last) ? at : last;
    if (record.body().get("category") instanceof Value.Whole number) {
      category = Category.of(number.value()).orElse(category);
    }
    if (record.kind().equals(AidRecords.STATE)) {
      Verdicts.enter(ledger, record.body());
    } else if (record.kind().equals(AidRecords.AVAILABILITY)) {
      lit(record.body());
    }
  }

  private void lit(Value.Fields body) {
    try {
      if (body.get("to") instanceof Value.Text to) {
        Figures figures =
            new Figures(
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                seconds(body, "dueS"),
                seconds(body, "litS"),
                seconds(body, "dueUnknownS"),
                0,
                0);
        days.add(new Lit(Instant.parse(to.value()), figures));
      }
    } catch (DateTimeException otherForm) {
      return; // Of a release that writes times in another form: its light hours are not counted.
    }
  }

  private static Duration seconds(Value.Fields body, String name) {
    Value value = body.get(name);
    double seconds =
        value instanceof Value.Real real
            ? real.value()
            : value instanceof Value.Whole whole ? whole.value() : 0;
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** What the window says of it; empty when there is no record of that time. */
  public Optional<Row> row(String aid, Window window) {
    Instant begins = first;
    Instant ends = last;
    if (begins == null || ends == null) {
      return Optional.empty();
    }
    Instant from = begins.isAfter(window.from()) ? begins : window.from();
    if (!from.isBefore(window.to())) {
      return Optional.empty();
    }
    Figures reckoned = upTo(ends, from, window.to());
    Figures light =
        days.stream()
            .filter(day -> day.to().isAfter(from) && !day.to().isAfter(window.to()))
            .map(Lit::figures)
            .reduce(Figures.NONE, Figures::plus);
    Figures all =
        new Figures(
            reckoned.up(),
            reckoned.downPlanned(),
            reckoned.downUnplanned(),
            reckoned.unknown(),
            light.due(),
            light.lit(),
            light.dueUnknown(),
            reckoned.failures(),
            reckoned.outages());
    Window seen = new Window(window.name(), from, window.to());
    return Optional.of(new Row(aid, category, seen, new Availability(all)));
  }

  /** What nobody wrote down is unknown. */
  private Figures upTo(Instant known, Instant from, Instant to) {
    if (!to.isAfter(known.plus(WATCHED))) {
      return ledger.figures(from, to);
    }
    Instant end = known.isBefore(from) ? from : known;
    Figures before = ledger.figures(from, end);
    return new Figures(
        before.up(),
        before.downPlanned(),
        before.downUnplanned(),
        before.unknown().plus(Duration.between(end, to)),
        before.due(),
        before.lit(),
        before.dueUnknown(),
        before.failures(),
        before.outages());
  }
}
