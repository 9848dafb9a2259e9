// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A line of chronyd's tracking log (chrony.conf, {@code log tracking}): date, time (UTC),
 * reference, stratum, frequency, skew, offset in seconds, leap status {@code N}, {@code +}, {@code
 * -} or {@code ?} for unsynchronised, and more.
 *
 * @param when it was written
 * @param offset of the local clock from the reference
 */
record ChronyTracking(Instant when, Duration offset) {

  private static final int FIELDS = 8;

  /** The last line that tells of a reference; empty when the last one tells that there is none. */
  static Optional<ChronyTracking> last(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      String[] fields = lines.get(i).strip().split("\\s+");
      if (fields.length >= FIELDS && fields[0].matches("\\d{4}-\\d\\d-\\d\\d")) {
        return fields[7].equals("?") ? Optional.empty() : parse(fields);
      }
    }
    return Optional.empty();
  }

  private static Optional<ChronyTracking> parse(String[] fields) {
    try {
      Instant when = Instant.parse(fields[0] + "T" + fields[1] + "Z");
      double offsetS = Double.parseDouble(fields[6]);
      return Double.isFinite(offsetS)
          ? Optional.of(new ChronyTracking(when, Duration.ofNanos(Math.round(offsetS * 1e9))))
          : Optional.empty();
    } catch (DateTimeParseException | NumberFormatException otherForm) {
      return Optional.empty();
    }
  }
}
