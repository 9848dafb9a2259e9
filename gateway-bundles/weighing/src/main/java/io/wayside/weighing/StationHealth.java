// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.core.quality.Flag;
import io.wayside.weighing.statics.Phase;
import io.wayside.weighing.statics.Situation;
import io.wayside.weighing.statics.WeighingFlags;

/** What the worst thing is, and what to do about it. */
final class StationHealth {

  /** A healthy journal takes a record in well under a second. */
  private static final int MANY_WAITING = 16;

  private final String station;
  private final String scale;

  StationHealth(String station, String scale) {
    this.station = station;
    this.scale = scale;
  }

  Health judge(Situation now, Backlog.State backlog, int lost, long nanos) {
    if (lost > 0 || backlog.refused() > 0) {
      return health(
          Status.FAILED,
          "records-lost",
          lost
              + backlog.refused()
              + " records are only in the gateway's log, the journal did not take them ("
              + backlog.why()
              + "): save the log, mend the journal, restart the station",
          nanos);
    }
    boolean notTaken = backlog.waiting() > 0 && !backlog.lastFailure().isEmpty();
    if (notTaken || backlog.waiting() > MANY_WAITING) {
      return health(
          Status.DEGRADED,
          "records-waiting",
          backlog.waiting()
              + " records wait for the journal, look at its health: "
              + (notTaken ? backlog.lastFailure() : "it is slow"),
          nanos);
    }
    if (!now.blindCause().isEmpty()) {
      return health(
          Status.DEGRADED,
          "no-signal",
          "nothing heard of " + scale + ": " + now.blindDetail(),
          nanos);
    }
    if (now.phase() == Phase.UNSEEN) {
      return Health.starting("waits for the first reading of " + scale, nanos);
    }
    return platform(now, nanos);
  }

  private Health platform(Situation now, long nanos) {
    if (now.trouble().has(Flag.OUT_OF_RANGE)) {
      return health(
          Status.DEGRADED, "out-of-range", scale + " is out of its range: unload it", nanos);
    }
    if (now.stuck()) {
      return health(
          Status.DEGRADED,
          "platform-stuck",
          "the platform of " + scale + " has been loaded too long: look what stands on it",
          nanos);
    }
    if (now.trouble().has(WeighingFlags.NET_INDICATION)) {
      return health(
          Status.DEGRADED,
          "net-indication",
          scale + " indicates net, so no axle gets a value: clear its tare",
          nanos);
    }
    if (now.trouble().has(WeighingFlags.INTERVAL_MISMATCH)) {
      return health(
          Status.DEGRADED,
          "interval-mismatch",
          scale
              + " indicates in coarser steps than stations."
              + station
              + ".scaleInterval says: set it as on the instrument's plate",
          nanos);
    }
    if (now.zeroOff()) {
      return health(
          Status.DEGRADED,
          "zero-off",
          "the empty platform of "
              + scale
              + " indicates "
              + now.zeroKg().orElse(0)
              + " kg: clean it and set the instrument to zero",
          nanos);
    }
    return Health.ok(nanos);
  }

  private static Health health(Status status, String code, String message, long nanos) {
    return new Health(status, code, message, nanos);
  }
}
