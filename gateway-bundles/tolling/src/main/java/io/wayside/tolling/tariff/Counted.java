// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The charges of a stay, each at the moment at which its step was begun. The charges of a shorter
 * stay are the first charges of a longer one: that is why a later exit never costs less.
 *
 * @param charges in order of time, before any cap
 * @param countedMs time of the stay that no pass covers
 * @param coveredMs time that passes cover
 */
record Counted(List<Charge> charges, long countedMs, long coveredMs) {

  Counted {
    charges = List.copyOf(charges);
  }

  static Counted of(List<Span> spans, Timeline timeline, SiteTime site) {
    List<Charge> charges = new ArrayList<>();
    Counter stay = new Counter();
    Counter period = new Counter();
    long periodMs = Long.MIN_VALUE;
    long counted = 0;
    long covered = 0;
    for (Span span : spans) {
      if (span.periodMs() != periodMs) {
        periodMs = span.periodMs();
        period = new Counter();
      }
      if (span.covered()) {
        covered += span.toMs() - span.fromMs();
      } else {
        counted += span.toMs() - span.fromMs();
        Counter counter = span.rate().counts() == Rate.Counts.STAY ? stay : period;
        counter.run(span, timeline, site, charges);
      }
    }
    return new Counted(charges, counted, covered);
  }

  /** Time used and time paid for. */
  private static final class Counter {
    private long usedMs;
    private long paidMs;

    void run(Span span, Timeline timeline, SiteTime site, List<Charge> charges) {
      long endMs = usedMs + span.toMs() - span.fromMs();
      while (paidMs < endMs) {
        Step step = span.rate().stepAt(paidMs);
        long at = span.fromMs() + paidMs - usedMs;
        LocalDate date = site.dateOf(at);
        charges.add(
            new Charge(
                at, span.rate(), span.periodMs(), date, timeline.kindOf(date), step.minor()));
        paidMs = step.lengthMs() == Step.WHOLE_PERIOD ? Long.MAX_VALUE : paidMs + step.lengthMs();
      }
      usedMs = endMs;
    }
  }
}
