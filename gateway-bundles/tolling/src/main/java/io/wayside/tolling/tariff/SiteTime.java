// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * Local times of a site on the one line of time. When clocks go forward, a local time that is left
 * out is the moment of the change; when they go back, a local time that comes twice is the first.
 */
record SiteTime(ZoneId zone) {

  long at(LocalDate date, LocalTime time) {
    LocalDateTime local = LocalDateTime.of(date, time);
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change != null && change.isGap()) {
      return change.getInstant().toEpochMilli();
    }
    return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant().toEpochMilli();
  }

  LocalDate dateOf(long ms) {
    return Instant.ofEpochMilli(ms).atZone(zone).toLocalDate();
  }

  String textOf(long ms) {
    return Instant.ofEpochMilli(ms).atZone(zone).toOffsetDateTime().toString();
  }
}
