// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

/**
 * Whether an office is worth waiting for. After some questions in vain it is not, until it has
 * shown a sign of life; then one more question in vain is enough, and the next sign is asked for
 * twice as late. Not for several threads.
 */
public final class Reach {

  private final int most;
  private final long idleNanos;
  private final long firstRestNanos;
  private final long lastRestNanos;
  private boolean reachable;
  private int inVain;
  private long restNanos;
  private long probeDue;

  /**
   * Nothing is known at first, and a sign of life is due.
   *
   * @param most questions in vain, one after the other
   * @param idleNanos after an exchange, until a sign of life is asked for
   * @param firstRestNanos between the first of these while it is silent
   * @param lastRestNanos between them in the end
   */
  public Reach(int most, long idleNanos, long firstRestNanos, long lastRestNanos, long nowNanos) {
    this.most = most;
    this.idleNanos = idleNanos;
    this.firstRestNanos = firstRestNanos;
    this.lastRestNanos = lastRestNanos;
    this.restNanos = firstRestNanos;
    this.probeDue = nowNanos;
  }

  public boolean isReachable() {
    return reachable;
  }

  /** When a sign of life is to be asked for. */
  public long probeDue() {
    return probeDue;
  }

  /** A question was answered in time. */
  public void answered(long nowNanos) {
    reachable = true;
    inVain = 0;
    restNanos = firstRestNanos;
    probeDue = nowNanos + idleNanos;
  }

  /** It shows a sign of life, which does not prove that it answers questions in time. */
  public void alive(long nowNanos) {
    if (!reachable) {
      reachable = true;
      inVain = most - 1;
    }
    probeDue = nowNanos + idleNanos;
  }

  /** A question, or a sign of life that was asked for, was in vain. */
  public void silent(long nowNanos) {
    inVain = Math.min(most, inVain + 1);
    if (reachable && inVain < most) {
      probeDue = Math.min(probeDue, nowNanos + firstRestNanos);
      return;
    }
    if (reachable || nowNanos - probeDue >= 0) {
      probeDue = nowNanos + restNanos;
      restNanos = Math.min(lastRestNanos, restNanos * 2);
    }
    reachable = false;
  }
}
