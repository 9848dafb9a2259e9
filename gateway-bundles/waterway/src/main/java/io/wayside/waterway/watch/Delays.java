// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/**
 * From a fault to its answer, at most, for an aid whose reports come so often at least. Faults of a
 * light count from when it should shine.
 */
public record Delays(WatchRules rules, long reportNanos) {

  /** Time until the next look at what the light input shows, and what that itself takes. */
  private static final long LOOKS = 15 * Span.SECOND;

  public long darkBySight() {
    return rules.light().darkNanos() * 2 + LOOKS;
  }

  public long rhythmBySight() {
    return rules.light().otherNanos() * 2 + LOOKS;
  }

  public long reducedBySight() {
    return rules.light().reducedNanos() * 2 + LOOKS;
  }

  public long dayBurning() {
    return rules.light().dayBurningNanos() + 2 * reportNanos + LOOKS;
  }

  /** By reports of its own: two, and ten minutes. */
  public long darkByWord() {
    return rules.light().reportNanos() + (rules.light().reports() + 1L) * reportNanos;
  }

  /** Three fixes outside, each further. */
  public long adrift() {
    return 4 * fixNanos();
  }

  /** Beyond the circle by more than three deviations. */
  public long clearlyOff() {
    return rules.place().of() * fixNanos();
  }

  /** Beyond the circle by less. */
  public long nearlyOff() {
    return rules.place().nearNanos() * 3 / 2 + rules.place().of() * fixNanos();
  }

  public long body() {
    return 10 * reportNanos;
  }

  public long flat() {
    return 10 * Span.MINUTE + 3 * reportNanos;
  }

  /** From when fewer days are left than the limit. */
  public long low() {
    return 2 * Span.DAY + reportNanos;
  }

  public long silent() {
    return Math.max(rules.telemetry().leastNanos(), rules.telemetry().intervals() * usual());
  }

  /** Until the other answers are unknown. */
  public long unknown() {
    return rules.telemetry().spread() * silent();
  }

  private long usual() {
    return rules.telemetry().usualNanos() > 0 ? rules.telemetry().usualNanos() : reportNanos;
  }

  private long fixNanos() {
    long spaced = Math.max(rules.place().everyNanos(), reportNanos);
    return reportNanos < rules.place().everyNanos() ? spaced + reportNanos : spaced;
  }
}
