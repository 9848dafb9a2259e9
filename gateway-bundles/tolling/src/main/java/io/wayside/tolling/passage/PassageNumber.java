// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a passage as drivers and call centres see it: {@code SSSS-LLL-YYYYMMDD-NNNNNN-C}:
 * station, lane, local calendar day, the last six digits of the lane number, and {@linkplain
 * CheckDigit a check digit} over all of them. It is worked out from the record and stored nowhere.
 * Since lane numbers never begin anew, it names one record as long as a lane writes fewer than a
 * million records on one day.
 *
 * @param station four digits
 * @param lane three digits
 * @param day local calendar day on which it happened
 * @param tail lane number modulo a million
 */
public record PassageNumber(String station, String lane, LocalDate day, int tail) {

  /** From one lane number with this tail to the next. */
  public static final int CYCLE = 1_000_000;

  private static final Pattern FORM =
      Pattern.compile("([0-9]{4})-([0-9]{3})-([0-9]{8})-([0-9]{6})-([0-9])");

  public PassageNumber {
    if (!station.matches("[0-9]{4}") || !lane.matches("[0-9]{3}")) {
      throw new IllegalArgumentException(
          "station \""
              + station
              + "\" and lane \""
              + lane
              + "\" must have four and three digits, such as 0017 and 002");
    }
    if (tail < 0 || tail >= CYCLE || day.getYear() < 1 || day.getYear() > 9999) {
      throw new IllegalArgumentException("no passage number has " + tail + " on " + day);
    }
  }

  /** That of a record. */
  public static PassageNumber of(String station, String lane, LocalDate day, long laneNumber) {
    return new PassageNumber(station, lane, day, (int) (laneNumber % CYCLE));
  }

  /** Reads one; empty when the form or the check digit is wrong. */
  public static Optional<PassageNumber> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches() || !CheckDigit.holds(text.strip().replace("-", ""))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PassageNumber(
              form.group(1),
              form.group(2),
              LocalDate.parse(form.group(3), DateTimeFormatter.BASIC_ISO_DATE),
              Integer.parseInt(form.group(4))));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  /** Whether a lane number can be the one meant. */
  public boolean fits(long laneNumber) {
    return laneNumber % CYCLE == tail;
  }

  @Override
  public String toString() {
    String digits =
        String.format(
            Locale.ROOT,
            "%s-%s-%04d%02d%02d-%06d",
            station,
            lane,
            day.getYear(),
            day.getMonthValue(),
            day.getDayOfMonth(),
            tail);
    return digits + "-" + CheckDigit.of(digits.replace("-", ""));
  }
}
