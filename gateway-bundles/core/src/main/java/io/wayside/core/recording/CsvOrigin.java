// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is to be assumed of a CSV file that does not say it itself.
 *
 * @param deviceId what the recording is said to be of
 * @param startedAt wall time of its time zero
 * @param rateHz needed when the file has no column of times
 * @param units UCUM codes by channel name, for columns without {@code [unit]}; else {@code 1}
 */
public record CsvOrigin(
    String deviceId, Instant startedAt, OptionalDouble rateHz, Map<String, String> units) {

  public CsvOrigin {
    units = Map.copyOf(units);
    if (rateHz.isPresent() && !(rateHz.getAsDouble() > 0 && rateHz.getAsDouble() < 1e12)) {
      throw new IllegalArgumentException(
          "the rate must be above zero, not " + rateHz.getAsDouble() + " Hz");
    }
  }

  /** Nothing is known but a name; times must be in the file. */
  public static CsvOrigin named(String deviceId) {
    return new CsvOrigin(deviceId, Instant.EPOCH, OptionalDouble.empty(), Map.of());
  }
}
