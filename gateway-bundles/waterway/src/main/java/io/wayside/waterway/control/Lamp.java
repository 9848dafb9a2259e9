// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.water.Lantern.Fallback;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the lantern has been told what it is to do. It begins with a release owed: what it held
 * before nobody knows. Times are monotonic nanoseconds.
 */
final class Lamp {

  private final Limits limits;
  private boolean owed = true;
  private long owedSinceNanos;
  private long tryAtNanos;
  private boolean doubtful;
  private boolean reassuring;
  private long reassureAtNanos;
  private @Nullable Standing told;
  private long standingAtNanos;
  private Optional<RuleRefusal> refused = Optional.empty();
  private String trouble = "";

  Lamp(Limits limits, long nowNanos) {
    this.limits = limits;
    this.owedSinceNanos = nowNanos;
    this.tryAtNanos = nowNanos;
  }

  /** From now on nothing may hold it; at once, whatever was waited for before. */
  void owe(long nowNanos) {
    told = null;
    tryAtNanos = nowNanos;
    if (!owed) {
      owed = true;
      owedSinceNanos = nowNanos;
    }
  }

  boolean isOwed() {
    return owed;
  }

  long owedSinceNanos() {
    return owedSinceNanos;
  }

  boolean isReleaseDue(long nowNanos) {
    return owed && nowNanos - tryAtNanos >= 0;
  }

  /** The device may have taken an order late, or take it yet. */
  void doubt() {
    doubtful = true;
  }

  void released(long nowNanos) {
    owed = false;
    told = null;
    trouble = "";
    boolean holds = limits.fallback() == Fallback.HOLDS;
    reassuring = holds || doubtful;
    long wait = (doubtful ? limits.linkPatience() : limits.reassure()).toNanos();
    reassureAtNanos = nowNanos + wait;
    doubtful = false;
  }

  /** What stood and could not be told anew may have ended in the lantern: it is given back. */
  void lapse(long nowNanos) {
    if (told != null && nowNanos - standsUntilNanos() >= 0) {
      owe(nowNanos);
    }
  }

  /**
   * Owes a release again where one answer is not enough: a device that holds what it was told, or
   * one that an order may have reached late.
   */
  void reassure(long nowNanos) {
    if (reassuring && !owed && told == null && nowNanos - reassureAtNanos >= 0) {
      owe(nowNanos);
    }
  }

  void missed(String words, Duration wait, long nowNanos) {
    trouble = words;
    tryAtNanos = nowNanos + wait.toNanos();
  }

  void reached() {
    trouble = "";
  }

  /** Why the last attempt came to nothing; empty when it did not. */
  String trouble() {
    return trouble;
  }

  Optional<Standing> told() {
    return Optional.ofNullable(told);
  }

  /** The same in newer words. */
  void reword(Standing wanted) {
    if (told != null && told.sameOrder(wanted)) {
      told = wanted;
    }
  }

  /** An order has taken the place of what stood. */
  void overtaken() {
    told = null;
  }

  boolean isStandingDue(Standing wanted, long nowNanos) {
    boolean waits =
        refused.filter(each -> each.isOf(wanted) && nowNanos - each.againNanos() < 0).isPresent();
    if (waits) {
      return false;
    }
    return nowNanos - tryAtNanos >= 0
        && (told == null || !told.sameOrder(wanted) || nowNanos - standingAtNanos >= 0);
  }

  /** Whether something else stood before. */
  boolean stands(Standing taken, long nowNanos) {
    boolean anew = told == null || !told.sameOrder(taken);
    told = taken;
    refused = Optional.empty();
    trouble = "";
    standingAtNanos = nowNanos + limits.standingLease().toNanos() / 2;
    return anew;
  }

  /** Whether it is news: it was not refused before, or in other words. */
  boolean refuses(Standing standing, String words, long nowNanos) {
    Optional<RuleRefusal> before = refused.filter(each -> each.isOf(standing));
    refused =
        Optional.of(
            before
                .map(each -> each.again(standing, words, nowNanos))
                .orElseGet(() -> RuleRefusal.first(standing, words, nowNanos)));
    return before.filter(each -> each.words().equals(words)).isEmpty();
  }

  /** What the lantern would not do when it was asked last. */
  Optional<RuleRefusal> refused() {
    return refused;
  }

  void forgetRefusal(Optional<Standing> wanted) {
    refused = refused.filter(each -> wanted.filter(each::isOf).isPresent());
  }

  /** Until when what stands is leased, for a duty that must have an end. */
  long standsUntilNanos() {
    return standingAtNanos + limits.standingLease().toNanos() / 2;
  }
}
