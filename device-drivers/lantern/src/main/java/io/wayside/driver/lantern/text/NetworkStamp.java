// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The network's time of a message: {@code 26/11/22,09:15:00+28}, the zone in quarters of an hour.
 */
public final class NetworkStamp {

  private static final Pattern FORM =
      Pattern.compile("(\\d{2})/(\\d{2})/(\\d{2}),(\\d{2}):(\\d{2}):(\\d{2})(?:([+-])(\\d{2}))?");

  private static final int CENTURY = 2000;
  private static final int QUARTER_S = 900;

  private NetworkStamp() {}

  /** Empty where it is no time. */
  public static Optional<Instant> read(String stamp) {
    Matcher form = FORM.matcher(stamp);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      int quarters = form.group(8) == null ? 0 : Integer.parseInt(form.group(8));
      int seconds = ("-".equals(form.group(7)) ? -quarters : quarters) * QUARTER_S;
      return Optional.of(
          LocalDateTime.of(
                  CENTURY + part(form, 1),
                  part(form, 2),
                  part(form, 3),
                  part(form, 4),
                  part(form, 5),
                  part(form, 6))
              .toInstant(ZoneOffset.ofTotalSeconds(seconds)));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private static int part(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }
}
