// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.water.Lantern.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The order that has the light, or is about to; times are monotonic nanoseconds. */
final class Front {

  private final Order order;
  private final long expiresNanos;
  private boolean tried;
  private long leaseEndsNanos;
  private @Nullable Answer answer;
  private long answeredNanos;
  private boolean missing;
  private long missingNanos;
  private long tellAtNanos;
  private boolean settled;
  private boolean disagreeing;
  private long disagreesNanos;

  Front(Order order, long nowNanos, long expiresNanos) {
    this.order = order;
    this.expiresNanos = expiresNanos;
    this.tellAtNanos = nowNanos;
  }

  Order order() {
    return order;
  }

  boolean isLeased() {
    return order.verb().leased();
  }

  /** The device may have it from now on, so its lease runs. */
  void trying(long nowNanos) {
    if (!tried) {
      tried = true;
      leaseEndsNanos = nowNanos + order.asked().lease().toNanos();
    }
  }

  boolean isTried() {
    return tried;
  }

  long leaseEndsNanos() {
    return leaseEndsNanos;
  }

  boolean isLeaseOver(long nowNanos) {
    return isLeased() && tried && nowNanos - leaseEndsNanos >= 0;
  }

  boolean isExpired(long nowNanos) {
    return nowNanos - expiresNanos >= 0;
  }

  boolean isTellDue(long nowNanos) {
    return nowNanos - tellAtNanos >= 0;
  }

  void tellAgainAt(long nanos) {
    tellAtNanos = nanos;
  }

  /** Whether the device never answered it so far. */
  boolean answered(Answer given, long nowNanos) {
    missing = false;
    if (answer != null) {
      return false;
    }
    answer = given;
    answeredNanos = nowNanos;
    return true;
  }

  boolean isAnswered() {
    return answer != null;
  }

  boolean isConfirmed() {
    return answer == Answer.CONFIRMED;
  }

  /** The device did not answer this time. */
  void missed(long nowNanos) {
    if (!missing) {
      missing = true;
      missingNanos = nowNanos;
    }
  }

  /** Whether a device that took it has been out of reach for so long. */
  boolean isOutOfReachFor(Duration patience, long nowNanos) {
    return answer != null && missing && nowNanos - missingNanos >= patience.toNanos();
  }

  /** It has its outcome. */
  void settle() {
    settled = true;
  }

  boolean isSettled() {
    return settled;
  }

  boolean isWatchedFor(long nanos, long nowNanos) {
    return answer != null && nowNanos - answeredNanos >= nanos;
  }

  /** Whether this sight began after the device took it. */
  boolean isNewerThanAnswer(long sinceNanos) {
    return answer != null && sinceNanos - answeredNanos > 0;
  }

  /** Since when the light shows otherwise without a break; zero when it does not. */
  long disagreesFor(boolean disagrees, long nowNanos) {
    if (!disagrees) {
      disagreeing = false;
      return 0;
    }
    if (!disagreeing) {
      disagreeing = true;
      disagreesNanos = nowNanos;
    }
    return nowNanos - disagreesNanos;
  }
}
