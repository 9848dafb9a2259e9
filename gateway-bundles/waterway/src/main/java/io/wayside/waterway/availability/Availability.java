// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.availability;

import io.wayside.waterway.aid.Category;
import java.time.Duration;
import java.util.OptionalDouble;

/** What the figures of a time mean: shares, times between failures, and the category. */
public record Availability(Figures figures) {

  private static final double HOUR = 3600;

  /** Whether the share of the category was reached. */
  public enum Met {
    MET,
    NOT_MET,
    /** It hangs on what it was while nobody knew. */
    OPEN
  }

  /** Share of the known time in which it was up, 0 to 1; empty when nothing is known. */
  public OptionalDouble share() {
    return part(figures.up(), figures.known());
  }

  /** The same without what was down on purpose. */
  public OptionalDouble unplannedShare() {
    return part(figures.up(), figures.up().plus(figures.downUnplanned()));
  }

  /** As if it had been down whenever nobody knew. */
  public OptionalDouble atLeast() {
    return part(figures.up(), figures.total());
  }

  /** As if it had been up whenever nobody knew. */
  public OptionalDouble atMost() {
    return part(figures.up().plus(figures.unknown()), figures.total());
  }

  public Met met(Category category) {
    if (atLeast().isPresent() && atLeast().getAsDouble() >= category.share()) {
      return Met.MET;
    }
    return atMost().isPresent() && atMost().getAsDouble() < category.share()
        ? Met.NOT_MET
        : Met.OPEN;
  }

  /** Share of the hours in which the light should have shone and somebody knew. */
  public OptionalDouble litShare() {
    return part(figures.lit(), figures.due().minus(figures.dueUnknown()));
  }

  /** Hours up for each failure. */
  public Mean mtbf() {
    return mean(figures.up(), figures.failures());
  }

  /** Hours down for each failure; empty without one. */
  public OptionalDouble mttrH() {
    return figures.failures() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(hours(figures.downUnplanned()) / figures.failures());
  }

  /** Hours up for each outage, planned or not. */
  public Mean mtbo() {
    return mean(figures.up(), figures.outages());
  }

  /** Hours until service is restored for each outage; empty without one. */
  public OptionalDouble mtsrH() {
    return figures.outages() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(hours(figures.down()) / figures.outages());
  }

  /**
   * A mean time between.
   *
   * @param atLeast nothing happened yet, so the mean is this or more
   */
  public record Mean(double hours, boolean atLeast) {}

  private static Mean mean(Duration up, int times) {
    return times == 0 ? new Mean(hours(up), true) : new Mean(hours(up) / times, false);
  }

  private static double hours(Duration duration) {
    return (duration.getSeconds() + duration.getNano() / 1e9) / HOUR;
  }

  private static OptionalDouble part(Duration part, Duration whole) {
    return whole.isZero() ? OptionalDouble.empty() : OptionalDouble.of(hours(part) / hours(whole));
  }
}
