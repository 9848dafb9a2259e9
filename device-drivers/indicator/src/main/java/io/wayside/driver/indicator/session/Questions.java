// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** When the next command is due: one at a time, and again when no answer came in time. */
final class Questions {

  private static final byte[] NOTHING = {};

  private final Inquiry inquiry;
  private final byte[] command;
  private boolean waiting;
  private long askedNanos;
  private long notBeforeNanos;
  private long unanswered;

  Questions(Inquiry inquiry) {
    this.inquiry = inquiry;
    this.command = inquiry.command().getBytes(US_ASCII);
  }

  /** Starts afresh; nothing is asked before that time. */
  void from(long nanos) {
    waiting = false;
    notBeforeNanos = nanos;
    unanswered = 0;
  }

  /** What to send now; empty when nothing is due. */
  byte[] due(long nowNanos) {
    if (!inquiry.asks() || dueInNanos(nowNanos) > 0) {
      return NOTHING;
    }
    unanswered++;
    waiting = true;
    askedNanos = nowNanos;
    notBeforeNanos = nowNanos + inquiry.intervalNanos();
    return command.clone();
  }

  /** How long nothing is due; for ever when nothing is ever asked. */
  long dueInNanos(long nowNanos) {
    if (!inquiry.asks()) {
      return Long.MAX_VALUE;
    }
    long patienceEnds = askedNanos + inquiry.answerNanos();
    long next = waiting ? Math.max(notBeforeNanos, patienceEnds) : notBeforeNanos;
    return Math.max(0, next - nowNanos);
  }

  /** An answer came; in a stream of them the next is waited for. */
  void answered(long nowNanos) {
    unanswered = 0;
    waiting = inquiry.repeats();
    askedNanos = nowNanos;
  }

  /** Commands since the last answer. */
  long unanswered() {
    return unanswered;
  }
}
