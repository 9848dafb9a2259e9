// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.water.LanternOrder;
import io.wayside.waterway.aid.Duty;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way of one order after the other: told, answered, proven by the light, and ended. Whatever
 * ends without another order in its place owes the lantern a release.
 */
final class Course {

  private final Limits limits;
  private final long publishedPeriodNanos;
  private final Notes notes;
  private final Lamp lamp;
  private @Nullable Front front;

  /** A change of the published character that has come to a good end. */
  private Optional<Order> changed = Optional.empty();

  Course(Limits limits, Duration publishedPeriod, Notes notes, Lamp lamp) {
    this.limits = limits;
    this.publishedPeriodNanos = publishedPeriod.toNanos();
    this.notes = notes;
    this.lamp = lamp;
  }

  Optional<Front> front() {
    return Optional.ofNullable(front);
  }

  Optional<Order> takeChanged() {
    Optional<Order> taken = changed;
    changed = Optional.empty();
    return taken;
  }

  /** Takes the place of the order before it, if there is one. */
  void begin(Order order, long nowNanos, long expiresNanos) {
    if (front != null) {
      String by = order.verb().word() + " by " + order.asked().actor() + ", order " + order.id();
      boolean held = front.isTried();
      close("replaced", "replaced: " + by, nowNanos);
      if (held && !order.verb().leased()) {
        lamp.owe(nowNanos);
      }
    }
    if (order.isRelease()) {
      lamp.owe(nowNanos);
    }
    front = new Front(order, nowNanos, expiresNanos);
  }

  /**
   * What time and the light bring.
   *
   * @param ruled whether something stands that takes the light when no order has it
   */
  void advance(Sight sight, boolean ruled, long nowNanos) {
    Front now = front;
    if (now == null) {
      return;
    }
    if (!now.isAnswered()) {
      expire(now, nowNanos);
    } else if (now.isLeaseOver(nowNanos)) {
      end("lease-over", "its lease is over", nowNanos);
    } else if (now.isOutOfReachFor(limits.linkPatience(), nowNanos)) {
      end("link-lost", "the lantern is out of reach: " + lamp.trouble(), nowNanos);
    } else if (now.isSettled()) {
      keepWatching(now, sight, nowNanos);
    } else if (ruled && now.order().shows().mode() == Duty.Mode.AUTOMATIC) {
      unproven(now, "a rule takes the light now", nowNanos);
    } else {
      prove(now, sight, nowNanos);
    }
  }

  private void expire(Front now, long nowNanos) {
    if (now.isExpired(nowNanos) || now.isLeaseOver(nowNanos)) {
      String words = "its time ran out before the lantern took it: " + lamp.trouble();
      outcome(now, Step.EXPIRED, "not-taken", words, nowNanos);
    }
  }

  /** Two periods, and what the light input needs to be sure. */
  long proofNanos(Order order) {
    long ordered =
        order
            .shows()
            .rhythm()
            .map(rhythm -> Duration.ofMillis(rhythm.periodMs()).toNanos())
            .orElse(0L);
    return 2 * Math.max(publishedPeriodNanos, ordered) + limits.settle().toNanos();
  }

  private void prove(Front now, Sight sight, long nowNanos) {
    Proof proof = Proof.of(now.order().shows().mode(), sight);
    long window = proofNanos(now.order());
    boolean waited = now.isWatchedFor(window, nowNanos);
    // At dusk a light and what is due change at different moments; only what lasts disagrees.
    boolean otherwise = now.disagreesFor(proof == Proof.DISAGREES, nowNanos) >= window;
    if (proof == Proof.AGREES && (waited || now.isNewerThanAnswer(sight.sinceNanos()))) {
      outcome(now, Step.OBSERVED, "light-shows-it", "the light itself shows it", nowNanos);
    } else if (otherwise) {
      String seen = sight.seen().map(Enum::name).orElse("nothing");
      outcome(
          now,
          Step.FAILED,
          "light-shows-otherwise",
          "the lantern took it, but its light is seen as " + seen + "; look at the lamp",
          nowNanos);
    } else if (waited && proof == Proof.CANNOT_TELL) {
      String why =
          sight.seen().isEmpty() ? "there is no light input" : "the light input cannot tell now";
      unproven(now, why, nowNanos);
    }
  }

  private void unproven(Front now, String why, long nowNanos) {
    if (now.isConfirmed()) {
      String words = "the lantern says that it is so; " + why;
      outcome(now, Step.DEVICE_CONFIRMED, "not-observed", words, nowNanos);
    } else {
      String words = "the lantern took it and has no word for having done it; " + why;
      outcome(now, Step.SENT, "not-confirmed", words, nowNanos);
    }
  }

  /** An order whose light shows otherwise for long is no order in force. */
  private void keepWatching(Front now, Sight sight, long nowNanos) {
    boolean otherwise = Proof.of(now.order().shows().mode(), sight) == Proof.DISAGREES;
    long patience = proofNanos(now.order()) + limits.repeat().toNanos();
    if (now.disagreesFor(otherwise, nowNanos) >= patience) {
      end("light-shows-otherwise", "the light does not show it any more", nowNanos);
    }
  }

  private void outcome(Front now, Step step, String code, String words, long nowNanos) {
    now.settle();
    notes.outcome(nowNanos, now.order().asked(), step, code, words);
    if (step == Step.FAILED || step == Step.EXPIRED) {
      front = null;
      lamp.owe(nowNanos);
    } else if (now.order().verb() == Verb.CHANGE_CHARACTER) {
      changed = Optional.of(now.order());
      front = null;
    } else if (!now.isLeased()) {
      front = null;
    }
  }

  /** Ends the order in force, if there is one, and gives the light back. */
  void end(String code, String words, long nowNanos) {
    if (front != null) {
      close(code, words, nowNanos);
      lamp.owe(nowNanos);
    }
  }

  private void close(String code, String words, long nowNanos) {
    Front now = front;
    front = null;
    if (now == null) {
      return;
    }
    if (now.isSettled()) {
      notes.step(nowNanos, now.order().asked(), Step.LEASE_ENDED, code, words);
    } else {
      notes.outcome(nowNanos, now.order().asked(), Step.RETURNED, code, words);
    }
  }

  /** What is to be told now; a release is the lamp's. */
  Optional<Act.Tell> due(long nowNanos) {
    Front now = front;
    if (now == null || now.order().isRelease() || !now.isTellDue(nowNanos)) {
      return Optional.empty();
    }
    now.trying(nowNanos);
    Duration lease =
        now.isLeased() ? Duration.ofNanos(now.leaseEndsNanos() - nowNanos) : limits.standingLease();
    return Optional.of(new Act.Tell(now.order().tells(), lease));
  }

  void answered(Front asked, Reply reply, long nowNanos) {
    if (reply instanceof Reply.Unknown) {
      lamp.doubt();
    }
    if (asked != front) {
      return;
    }
    if (reply instanceof Reply.Answered answered) {
      lamp.reached();
      took(asked, answered, nowNanos);
    } else if (reply instanceof Reply.Refused refused) {
      refused(asked, refused.words(), nowNanos);
    } else {
      missed(asked, reply, nowNanos);
    }
  }

  private void took(Front asked, Reply.Answered answered, long nowNanos) {
    Order order = asked.order();
    boolean repeats = !limits.repeat().isZero() && order.verb() != Verb.RESET;
    asked.tellAgainAt(repeats ? nowNanos + repeatNanos(order) : nowNanos + Long.MAX_VALUE / 2);
    if (!asked.answered(answered.answer(), nowNanos)) {
      return;
    }
    notes.step(nowNanos, order.asked(), Step.SENT, "sent", "the lantern took it");
    if (asked.isConfirmed()) {
      String words = "the lantern says that it is so";
      notes.step(nowNanos, order.asked(), Step.DEVICE_CONFIRMED, "confirmed", words);
    }
    if (order.tells() instanceof LanternOrder.Reset) {
      lamp.owe(nowNanos);
    }
  }

  private long repeatNanos(Order order) {
    return order.verb() == Verb.CHANGE_CHARACTER
        ? limits.standingLease().toNanos() / 2
        : limits.repeat().toNanos();
  }

  private void refused(Front asked, String words, long nowNanos) {
    if (asked.isAnswered()) {
      end("device-refused", "the lantern will not hold it any more: " + words, nowNanos);
    } else {
      outcome(asked, Step.FAILED, "device-refused", "the lantern will not: " + words, nowNanos);
    }
  }

  /** A reset that may have been done is not asked for twice. */
  private void missed(Front asked, Reply reply, long nowNanos) {
    String words =
        reply instanceof Reply.Unreachable unreachable
            ? unreachable.words()
            : ((Reply.Unknown) reply).words();
    lamp.missed(words, limits.again(), nowNanos);
    asked.missed(nowNanos);
    if (asked.order().verb() == Verb.RESET && reply instanceof Reply.Unknown) {
      outcome(
          asked, Step.FAILED, "no-answer", "whether it was done is unknown: " + words, nowNanos);
    } else {
      asked.tellAgainAt(nowNanos + limits.again().toNanos());
    }
  }

  /** The lamp was released; that is what an order of automatic asks for. */
  void released(Reply.Answered answered, long nowNanos) {
    Front now = front;
    if (now != null && now.order().isRelease()) {
      now.trying(nowNanos);
      took(now, answered, nowNanos);
    }
  }
}
