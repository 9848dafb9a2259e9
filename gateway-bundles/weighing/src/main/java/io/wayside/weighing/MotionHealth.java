// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.metrology.Seal;
import io.wayside.weighing.motion.MotionWeighing.Trouble;
import java.util.List;

/** What the worst thing is at a lane weighed in motion, and what to do about it. */
final class MotionHealth {

  private static final int MANY_WAITING = 16;

  /**
   * How it stands.
   *
   * @param missing why no signal is heard; empty while it is
   * @param unrecorded why the parameters are not in the journal; empty when they are
   * @param lost records that are only in the log
   */
  record Situation(
      String deviceId,
      boolean heard,
      String missing,
      List<Trouble> troubles,
      String unrecorded,
      Flags seal,
      Backlog.State waiting,
      int lost) {}

  private MotionHealth() {}

  static Health judge(Situation now, long nanos) {
    if (now.lost() > 0 || now.waiting().refused() > 0) {
      return health(
          Status.FAILED,
          "records-lost",
          now.lost()
              + now.waiting().refused()
              + " records are only in the gateway's log, the journal did not take them ("
              + now.waiting().why()
              + "): save the log, mend the journal, restart the station",
          nanos);
    }
    if (now.waiting().waiting() > MANY_WAITING || !now.waiting().lastFailure().isEmpty()) {
      return health(
          Status.DEGRADED,
          "records-waiting",
          now.waiting().waiting()
              + " records wait for the journal, look at its health: "
              + now.waiting().lastFailure(),
          nanos);
    }
    if (!now.missing().isEmpty()) {
      return health(
          Status.DEGRADED,
          "no-signal",
          "nothing heard of " + now.deviceId() + ": " + now.missing(),
          nanos);
    }
    if (!now.heard()) {
      return Health.starting("waits for the first samples of " + now.deviceId(), nanos);
    }
    return instrument(now, nanos);
  }

  private static Health instrument(Situation now, long nanos) {
    if (!now.unrecorded().isEmpty()) {
      return health(
          Status.DEGRADED,
          "parameters-unrecorded",
          "the parameters in force are not in the journal, no weighing is offered for enforcement: "
              + now.unrecorded(),
          nanos);
    }
    if (now.seal().has(Seal.SEAL_BROKEN) || now.seal().has(Seal.SOFTWARE_CHANGED)) {
      return health(
          Status.DEGRADED,
          "seal-broken",
          "the instrument is not as it was sealed, no weighing is offered for enforcement: have it"
              + " verified and sealed anew, or restore what it was sealed with",
          nanos);
    }
    if (!now.troubles().isEmpty()) {
      Trouble worst = now.troubles().get(0);
      return health(Status.DEGRADED, worst.code(), worst.detail(), nanos);
    }
    return Health.ok(nanos);
  }

  private static Health health(Status status, String code, String message, long nanos) {
    return new Health(status, code, message, nanos);
  }
}
