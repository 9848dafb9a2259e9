// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.counting.interval.Counted;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.interval.IntervalBook;
import io.wayside.counting.interval.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A book of intervals for each line of one camera: they are blind together. */
final class LineBooks {

  /** Wall time that moves more than this against the monotonic clock stepped. */
  private static final Duration STEP = Duration.ofSeconds(1);

  private static final Duration DRIFT = Duration.ofMillis(20);

  private final Map<String, IntervalBook> books = new LinkedHashMap<>();

  /** An interval of a line. */
  record Told(String line, Interval interval) {}

  LineBooks(List<String> lines, List<Span> spans, ZoneId zone, long nanos, Instant wall) {
    lines.forEach(line -> books.put(line, new IntervalBook(spans, zone, nanos, wall)));
  }

  private IntervalBook book(String line) {
    IntervalBook book = books.get(line);
    if (book == null) {
      throw new IllegalArgumentException("there is no line " + line);
    }
    return book;
  }

  private List<Told> each(Function<IntervalBook, List<Interval>> what) {
    List<Told> told = new ArrayList<>();
    books.forEach(
        (line, book) -> what.apply(book).forEach(interval -> told.add(new Told(line, interval))));
    return told;
  }

  void count(String line, Counted counted) {
    book(line).count(counted);
  }

  void occupied(String line, long fromNanos, long toNanos) {
    book(line).occupied(fromNanos, toNanos);
  }

  List<Told> blind(String cause, long sinceNanos) {
    return each(book -> book.blind(cause, sinceNanos));
  }

  void seeing(String cause, long nanos) {
    books.values().forEach(book -> book.seeing(cause, nanos));
  }

  /** One line alone is not looked at. */
  List<Told> blind(String line, String cause, long sinceNanos) {
    return told(line, book(line).blind(cause, sinceNanos));
  }

  void seeing(String line, String cause, long nanos) {
    book(line).seeing(cause, nanos);
  }

  List<Told> unmeasured(String line, String cause, long nanos) {
    return told(line, book(line).unmeasured(cause, nanos));
  }

  private static List<Told> told(String line, List<Interval> intervals) {
    return intervals.stream().map(interval -> new Told(line, interval)).toList();
  }

  void measured(String line, String cause, long nanos) {
    book(line).measured(cause, nanos);
  }

  /** Time passed; nothing comes any more for what was before the settled time. */
  List<Told> advance(long settledNanos, long nanos, Instant wall) {
    List<Told> told = new ArrayList<>(each(book -> book.advance(settledNanos)));
    for (Map.Entry<String, IntervalBook> line : books.entrySet()) {
      Duration off = Duration.between(line.getValue().wallAt(nanos), wall).abs();
      if (off.compareTo(STEP) >= 0) {
        line.getValue()
            .step(nanos, wall)
            .forEach(interval -> told.add(new Told(line.getKey(), interval)));
      } else if (off.compareTo(DRIFT) >= 0) {
        line.getValue().drifted(nanos, wall);
      }
    }
    return told;
  }

  List<Told> stop(long nanos) {
    return each(book -> book.stop(nanos));
  }
}
