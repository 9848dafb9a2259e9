// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.display.DriverBoard;
import io.wayside.tolling.lane.LaneAct.Show;
import io.wayside.tolling.lane.Notices;
import java.time.Duration;
import java.util.Optional;

/** The displays at both ends of a lane: who comes against it is told so. */
final class Boards {

  private final Optional<DriverBoard> served;
  private final Optional<DriverBoard> against;
  private final Duration lease;

  Boards(Optional<DriverBoard> served, Optional<DriverBoard> against, Duration lease) {
    this.served = served;
    this.against = against;
    this.lease = lease;
  }

  void show(Show now) {
    served.ifPresent(board -> board.show(now.code(), now.fare(), lease));
    against.ifPresent(board -> board.show(Notices.WRONG_WAY, Optional.empty(), lease));
  }

  /** Well within the lease. */
  void renew() {
    served.ifPresent(board -> board.renew(lease));
    against.ifPresent(board -> board.renew(lease));
  }

  void letGo() {
    served.ifPresent(DriverBoard::letGo);
    against.ifPresent(DriverBoard::letGo);
  }
}
