// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.lane.LaneAct.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The barrier's lines. Lowering is asked only while loop and curtain themselves say that nothing is
 * under the arm, at each renewal anew; what a lane has decided a moment ago is not enough. Nothing
 * is driven before the lane has asked for something.
 */
final class ArmDrive {

  private final HeldOutput raise;
  private final Optional<HeldOutput> lower;
  private final BooleanSupplier clear;
  private @Nullable Request request;

  /**
   * @param clear whether nothing is under the arm at this moment
   */
  ArmDrive(HeldOutput raise, Optional<HeldOutput> lower, BooleanSupplier clear) {
    this.raise = raise;
    this.lower = lower;
    this.clear = clear;
  }

  void request(Request wanted) {
    request = wanted;
    if (wanted == Request.RAISE) {
      lower.ifPresent(HeldOutput::letGo);
      raise.want(true);
    } else {
      lowerIfClear();
    }
  }

  void renew() {
    if (request == Request.LOWER) {
      lowerIfClear();
    }
    raise.renew();
    lower.ifPresent(HeldOutput::renew);
  }

  /**
   * A line that lowers is let go of while something is under the arm. Nothing is raised from here:
   * whether an arm that is down already is to rise is the lane's to say.
   */
  private void lowerIfClear() {
    if (clear.getAsBoolean()) {
      raise.want(false);
      lower.ifPresent(line -> line.want(true));
    } else {
      lower.ifPresent(HeldOutput::letGo);
    }
  }

  void letGo() {
    request = null;
    lower.ifPresent(HeldOutput::letGo);
    raise.letGo();
  }

  /** With one line alone, an arm that falls when the gateway stops may fall on somebody. */
  boolean fallsWhenLost() {
    return lower.map(HeldOutput::safeState).orElse(!raise.safeState());
  }

  List<HeldOutput> lines() {
    return lower.map(line -> List.of(raise, line)).orElse(List.of(raise));
  }
}
