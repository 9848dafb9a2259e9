// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.counting.fault.Fault;
import io.wayside.counting.loop.Port;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the worst thing is at a counter, and what to do about it. */
final class CounterHealth {

  private static final int MANY_WAITING = 64;

  private CounterHealth() {}

  /**
   * @param unkept records that found no room in the backlog
   */
  static Health judge(
      List<Fault> faults,
      Map<Port, String> unheard,
      Backlog.State waiting,
      long unkept,
      long nanos) {
    long lost = unkept + waiting.refused();
    if (lost > 0) {
      return new Health(
          Status.FAILED,
          "records-lost",
          lost
              + " records are only in the gateway's log, the journal did not take them ("
              + waiting.why()
              + "): save the log, mend the journal, restart the station",
          nanos);
    }
    if (!unheard.isEmpty()) {
      return degraded("no-signal", "not heard, look at the contacts' health: " + unheard, nanos);
    }
    if (!faults.isEmpty()) {
      Fault fault = faults.get(0);
      String sensor = fault.port().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return degraded(
          fault.kind().code(),
          sensor + ": " + fault.detail() + "; intervals are marked, look at the sensor",
          nanos);
    }
    if (waiting.waiting() > MANY_WAITING) {
      return degraded(
          "records-waiting",
          waiting.waiting() + " records wait for the journal: " + waiting.lastFailure(),
          nanos);
    }
    return Health.ok(nanos);
  }

  private static Health degraded(String code, String message, long nanos) {
    return new Health(Status.DEGRADED, code, message, nanos);
  }
}
