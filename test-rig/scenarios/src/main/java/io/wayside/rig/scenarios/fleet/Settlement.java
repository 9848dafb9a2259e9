// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.core.journal.JournalException;
import io.wayside.rig.scenarios.fleet.Arrivals.Line;
import io.wayside.rig.scenarios.fleet.Arrivals.Span;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The end of a run: nothing new is made, what waits is sent, and what a broker acknowledged and
 * lost before its receiver had it is asked for again, as a centre does.
 */
final class Settlement {

  private final List<Gateway> gateways;
  private final Arrivals arrivals;
  private final Watch watch;
  private final Results results;
  private final Duration patience;
  private final Duration quiet;
  private final Map<Line, Long> truth = new HashMap<>();
  private long asOf;
  private long atNanos;

  /**
   * @param quiet when nothing has come for so long, nothing more is on its way
   */
  Settlement(
      List<Gateway> gateways,
      Arrivals arrivals,
      Watch watch,
      Results results,
      Duration patience,
      Duration quiet) {
    this.gateways = gateways;
    this.arrivals = arrivals;
    this.watch = watch;
    this.results = results;
    this.patience = patience;
    this.quiet = quiet;
  }

  void settle() throws JournalException {
    watch.tell("no more records; the last ones are sent");
    results.part("Closing the account");
    if (!watch.until(() -> gateways.stream().allMatch(Gateway::settled), patience)) {
      results.fault("a journal did not answer for all that was handed in");
    }
    gateways.forEach(gateway -> truth.putAll(gateway.accepted()));
    sent();
    List<Span> lost = arrivals.missing(truth);
    long records = lost.stream().mapToLong(Span::size).sum();
    results.add("lostAtBroker", "acknowledged by a broker, never received", records, "");
    Map<String, Gateway> byName =
        gateways.stream().collect(Collectors.toMap(Gateway::name, gateway -> gateway));
    long again = 0;
    for (Span span : lost) {
      Gateway gateway = byName.get(span.line().gateway());
      if (gateway != null) {
        again += gateway.resend(span.line().stream(), span.first(), span.last()).records();
      }
    }
    results.add("resent", "  sent again when asked", again, "");
    if (again > 0) {
      sent();
    }
  }

  /** Until nothing waits, and all is there or nothing more has come for a while. */
  private void sent() {
    boolean empty =
        watch.until(() -> gateways.stream().mapToLong(Gateway::backlog).sum() == 0, patience);
    if (!empty) {
      results.fault("gateways still have records that the broker did not acknowledge");
    }
    long accepted = truth.values().stream().mapToLong(Long::longValue).sum();
    asOf = arrivals.distinct();
    atNanos = watch.now();
    watch.until(() -> arrivals.distinct() >= accepted || isQuiet(), patience);
  }

  private boolean isQuiet() {
    if (arrivals.distinct() != asOf) {
      asOf = arrivals.distinct();
      atNanos = watch.now();
    }
    return watch.now() - atNanos > quiet.toNanos();
  }
}
