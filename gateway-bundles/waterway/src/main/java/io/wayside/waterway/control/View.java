// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.data.Wording;
import io.wayside.core.water.LanternOrder;
import io.wayside.waterway.aid.Duty;
import java.util.Optional;
import java.util.OptionalLong;

/** How orders to a light stand at a moment, for people. */
public final class View {

  private final Optional<Held> order;
  private final Optional<Asked> proposed;
  private final Published published;
  private final Optional<Standing> standing;
  private final Optional<RuleRefusal> refused;
  private final Optional<Standing> rule;
  private final OptionalLong owedSinceNanos;
  private final String trouble;
  private final Duty duty;

  /**
   * The order that has the light or is about to.
   *
   * @param tried whether the lantern may have it
   * @param answered whether the lantern took it
   * @param settled whether it has its outcome
   */
  public record Held(
      Asked asked, boolean tried, boolean answered, boolean settled, long leaseEndsNanos) {}

  View(
      Optional<Front> front,
      Optional<Asked> proposed,
      Published published,
      Optional<Standing> rule,
      Lamp lamp,
      long nowNanos) {
    this.order =
        front.map(
            each ->
                new Held(
                    each.order().asked(),
                    each.isTried(),
                    each.isAnswered(),
                    each.isSettled(),
                    each.leaseEndsNanos()));
    this.proposed = proposed;
    this.published = published;
    this.standing = lamp.told();
    this.rule = rule;
    this.refused = lamp.refused();
    this.owedSinceNanos =
        lamp.isOwed() ? OptionalLong.of(lamp.owedSinceNanos()) : OptionalLong.empty();
    this.trouble = lamp.trouble();
    this.duty =
        front
            .filter(each -> each.isAnswered() && !each.isLeaseOver(nowNanos))
            .map(View::duty)
            .or(() -> lamp.told().map(told -> duty(told, lamp.standsUntilNanos())))
            .orElseGet(() -> Duty.automatic("nothing else is wanted of it"));
  }

  private static Duty duty(Front front) {
    Shows shows = front.order().shows();
    return new Duty(
        shows.mode(),
        shows.rhythm(),
        reason(front.order().asked()),
        front.isLeased() ? OptionalLong.of(front.leaseEndsNanos()) : OptionalLong.empty());
  }

  private static String reason(Asked asked) {
    return asked.verb().word()
        + " by "
        + asked.actor()
        + ", order "
        + asked.id()
        + ": "
        + asked.reason();
  }

  private static Duty duty(Standing told, long untilNanos) {
    Shows shows = told.shows();
    return new Duty(
        shows.mode(),
        shows.rhythm(),
        told.why().en(),
        shows.mode() == Duty.Mode.DARK ? OptionalLong.of(untilNanos) : OptionalLong.empty());
  }

  public Optional<Held> order() {
    return order;
  }

  public Optional<Asked> proposed() {
    return proposed;
  }

  public Published published() {
    return published;
  }

  /** What the lantern was told by a rule, or as the published character. */
  public Optional<Standing> standing() {
    return standing;
  }

  /** What the lantern would not do for a rule when it was asked last. */
  public Optional<RuleRefusal> refused() {
    return refused;
  }

  /** Whether an order, a rule or the published character wants something of the lantern. */
  public boolean isWanted() {
    return order.isPresent()
        || published.standing().isPresent()
        || rule.filter(each -> !(each.tells() instanceof LanternOrder.Automatic)).isPresent();
  }

  /** Since when the lantern has not answered that it was given back. */
  public OptionalLong owedSinceNanos() {
    return owedSinceNanos;
  }

  /** Why the last attempt to reach it came to nothing; empty when it did not. */
  public String trouble() {
    return trouble;
  }

  public Duty duty() {
    return duty;
  }

  /** Why the light is as it is, for people; a rule may want it to be its own master. */
  public Wording why() {
    if (order.filter(Held::tried).isPresent()) {
      return byOrder(order.get());
    }
    if (standing.isPresent()) {
      return standing.get().why();
    }
    if (owedSinceNanos.isPresent()) {
      return new Wording(
          "đang trả đèn về chế độ tự động; đèn chưa trả lời",
          "it is being given back to its own photocell; the lantern has not answered yet");
    }
    return rule.map(Standing::why)
        .orElseGet(
            () ->
                new Wording(
                    "không có lệnh hay quy tắc nào: đèn tự làm việc theo cảm biến ánh sáng",
                    "no order and no rule: the light works by its own photocell or clock"));
  }

  private static Wording byOrder(Held held) {
    Asked asked = held.asked();
    return new Wording(
        "lệnh "
            + asked.verb().word()
            + " của "
            + asked.actor()
            + " (số "
            + asked.id()
            + "): "
            + asked.reason()
            + (held.answered() ? "" : "; đèn chưa trả lời"),
        reason(asked) + (held.answered() ? "" : "; the lantern has not answered yet"));
  }
}
