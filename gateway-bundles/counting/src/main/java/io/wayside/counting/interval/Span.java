// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/** How long an interval is. Shorter ones begin at round local times; a day is the local day. */
public enum Span {
  M1("1m", 60),
  M5("5m", 300),
  M15("15m", 900),
  M60("60m", 3600),
  DAY("day", 0);

  private final String code;
  private final long seconds;

  Span(String code, long seconds) {
    this.code = code;
    this.seconds = seconds;
  }

  /** As it stands in records and on command lines. */
  public String code() {
    return code;
  }

  public static Optional<Span> of(String code) {
    String common = code.equals("1h") ? "60m" : code.equals("1d") ? "day" : code;
    return List.of(values()).stream().filter(span -> span.code.equals(common)).findFirst();
  }

  /**
   * From when to when.
   *
   * @param from belongs to it
   * @param to does not
   */
  public record Slot(Instant from, Instant to) {
    public long seconds() {
      return Duration.between(from, to).toSeconds();
    }
  }

  /**
   * The interval a moment belongs to. Where the clocks change within it, it ends at the change
   * unless the change is by whole intervals; a day has then 23 or 25 hours.
   */
  public Slot slot(Instant moment, ZoneId zone) {
    if (this == DAY) {
      LocalDate day = moment.atZone(zone).toLocalDate();
      return new Slot(
          day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    }
    ZoneOffset offset = zone.getRules().getOffset(moment);
    long local = moment.getEpochSecond() + offset.getTotalSeconds();
    Instant from =
        Instant.ofEpochSecond(Math.floorDiv(local, seconds) * seconds - offset.getTotalSeconds());
    Instant to = from.plusSeconds(seconds);
    ZoneOffsetTransition last = zone.getRules().previousTransition(moment.plusNanos(1));
    ZoneOffsetTransition next = zone.getRules().nextTransition(moment);
    from = last != null && last.getInstant().isAfter(from) ? last.getInstant() : from;
    to = next != null && next.getInstant().isBefore(to) ? next.getInstant() : to;
    return new Slot(from, to);
  }
}
