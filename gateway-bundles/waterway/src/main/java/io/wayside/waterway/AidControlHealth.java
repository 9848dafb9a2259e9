// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.Lantern.Fallback;
import io.wayside.waterway.control.Asked;
import io.wayside.waterway.control.RuleRefusal;
import io.wayside.waterway.control.View;
import java.time.Duration;

/** How the control of a light is. An order in force is no trouble; it is said all the same. */
final class AidControlHealth {

  private final AidControlSettings settings;
  private final TimeSource time;
  private Health last;

  AidControlHealth(AidControlSettings settings, TimeSource time) {
    this.settings = settings;
    this.time = time;
    this.last = Health.starting(settings.target() + " begins", time.monotonicNanos());
  }

  /**
   * How it is now.
   *
   * @param broken the fault in itself that its last turn ended with; empty after one that did not
   * @param unread why orders are not read back from the journal yet; empty when they are
   */
  synchronized Health of(View view, String broken, String unread, Backlog.State kept) {
    Health now = broken.isEmpty() ? judge(view, unread, kept) : fault(broken);
    if (!now.sameAs(last)) {
      last = now;
    }
    return last;
  }

  private Health fault(String broken) {
    return says(
        Status.FAILED,
        "fault-in-itself",
        settings.target()
            + " has a fault in itself and cannot speak to the lantern of "
            + settings.aid()
            + ": "
            + broken
            + "; look at the light, restart the gateway, report the log");
  }

  private Health judge(View view, String unread, Backlog.State kept) {
    long nanos = time.monotonicNanos();
    boolean overdue =
        view.owedSinceNanos().isPresent()
            && nanos - view.owedSinceNanos().getAsLong()
                >= settings.limits().linkPatience().toNanos();
    boolean holds = settings.limits().fallback() == Fallback.HOLDS;
    if (overdue && holds) {
      return says(
          Status.FAILED,
          "light-not-given-back",
          "the lantern of "
              + settings.aid()
              + " holds what it was told last and has not answered"
              + " that it was given back: "
              + view.trouble()
              + "; look at the light");
    }
    if (overdue || (!view.trouble().isEmpty() && view.isWanted())) {
      return says(
          Status.DEGRADED,
          "lantern-silent",
          "the lantern of "
              + settings.aid()
              + " does not do what it is told: "
              + view.trouble()
              + "; look at its driver and its line");
    }
    if (!unread.isEmpty()) {
      return says(
          Status.DEGRADED,
          "journal-unread",
          settings.target() + " takes no orders yet, the light is its own master: " + unread);
    }
    if (view.refused().isPresent()) {
      return says(Status.DEGRADED, "rule-refused", refusal(view.refused().get(), nanos));
    }
    if (!kept.lastFailure().isEmpty()) {
      return says(
          Status.DEGRADED,
          "journal-behind",
          kept.waiting() + " steps of orders wait for the journal: " + kept.lastFailure());
    }
    return view.order().isPresent()
        ? says(Status.OK, "lease-runs", lease(view.order().get()))
        : Health.ok(nanos);
  }

  private String refusal(RuleRefusal refused, long nanos) {
    long againS = Math.max(0, Duration.ofNanos(refused.againNanos() - nanos).toSeconds());
    return "the lantern of "
        + settings.aid()
        + " will not do what rule "
        + refused.standing().source()
        + " wants: "
        + refused.words()
        + "; it was asked "
        + refused.times()
        + " times, and is asked again in "
        + (againS + 59) / 60
        + " min; change the rule or the lantern";
  }

  private static String lease(View.Held held) {
    Asked asked = held.asked();
    return asked.verb().word()
        + " by order "
        + asked.id()
        + " of "
        + asked.actor()
        + ": "
        + asked.reason();
  }

  private Health says(Status status, String code, String words) {
    return new Health(status, code, words, time.monotonicNanos());
  }
}
