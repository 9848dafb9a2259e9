// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a camera told that is no plate to be passed on, counted by its reason. */
public final class PassedOver {

  /** Why. */
  public enum Reason {
    /** Of other topics. */
    OTHER_TOPIC,
    /** Of another video source than the one that is configured. */
    OTHER_SOURCE,
    /** What was so before the subscription began. */
    STATE_BEFORE,
    /** A property that is no more. */
    DELETED,
    /** Of a plate, and without one. */
    WITHOUT_PLATE,
    /** A passage that was told already. */
    AGAIN
  }

  private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
  private int withoutPlateInARow;

  public void count(Reason reason) {
    counts.merge(reason, 1L, Long::sum);
    withoutPlateInARow += reason == Reason.WITHOUT_PLATE ? 1 : 0;
  }

  /** One was read. */
  void read() {
    withoutPlateInARow = 0;
  }

  public long of(Reason reason) {
    return counts.getOrDefault(reason, 0L);
  }

  /** Events of plates, one after the other, in which none was found. */
  public int withoutPlateInARow() {
    return withoutPlateInARow;
  }

  /** For the log. */
  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(
            each -> each.getKey().name().toLowerCase(java.util.Locale.ROOT) + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }
}
