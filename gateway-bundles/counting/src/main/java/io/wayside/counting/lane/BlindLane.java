// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.lane;

import io.wayside.counting.fault.Fault;
import io.wayside.counting.fault.Fault.Kind;
import io.wayside.counting.fault.FaultNews;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.interval.IntervalBook;
import io.wayside.counting.loop.Port;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a sensor's fault does to intervals: while one loop of a pair still counts, speeds, lengths
 * and classes are not to be believed; when none counts, nothing is observed.
 */
final class BlindLane {

  private static final String NONE_COUNTS = "no-loop-counts";
  private static final Set<Kind> DEAF =
      EnumSet.of(Kind.CHATTERING, Kind.STUCK_ON, Kind.SILENT, Kind.MISSING_PARTNER);

  private final IntervalBook book;
  private final boolean pair;
  private boolean blind;

  BlindLane(IntervalBook book, boolean pair) {
    this.book = book;
    this.pair = pair;
  }

  /** Intervals that are told anew because of it. */
  List<Interval> hear(FaultNews news, List<Fault> standing) {
    List<Interval> anew = new ArrayList<>();
    String cause = cause(news.fault());
    if (news instanceof FaultNews.Ended ended) {
      book.measured(cause, ended.nanos());
      if (blind && since(standing).isEmpty()) {
        blind = false;
        book.seeing(NONE_COUNTS, ended.nanos());
      }
      return anew;
    }
    Optional<Long> since = since(standing);
    if (since.isPresent() && !blind) {
      blind = true;
      anew.addAll(book.blind(NONE_COUNTS, since.get()));
    }
    anew.addAll(book.unmeasured(cause, news.fault().sinceNanos()));
    return anew;
  }

  /** Since when no loop of the lane counts; empty while one does. */
  private Optional<Long> since(List<Fault> standing) {
    Optional<Long> lead = since(Port.LEAD, standing);
    Optional<Long> trail = pair ? since(Port.TRAIL, standing) : lead;
    return lead.isPresent() && trail.isPresent()
        ? Optional.of(Math.max(lead.get(), trail.get()))
        : Optional.empty();
  }

  private static Optional<Long> since(Port port, List<Fault> standing) {
    return standing.stream()
        .filter(fault -> fault.port() == port && DEAF.contains(fault.kind()))
        .map(Fault::sinceNanos)
        .min(Long::compare);
  }

  private static String cause(Fault fault) {
    return fault.kind().code()
        + "-"
        + fault.port().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
