// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.event;

import io.wayside.core.device.PlateReading;
import io.wayside.core.record.Blob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A camera tells of a plate.
 *
 * @param passage the same when the same passage is told again; empty when the camera does not say
 * @param post the how manieth telling it is; cameras tell a passage again with a growing number
 * @param plate as the camera says it
 * @param confidence 0 to 1
 * @param cameraTime by the camera's own clock
 * @param pictures how many parts with pictures follow, where the camera says so
 */
public record PlateNotice(
    Optional<String> passage,
    int post,
    String plate,
    OptionalDouble confidence,
    Optional<String> lane,
    Optional<String> direction,
    Optional<String> country,
    Optional<String> colour,
    Optional<String> vehicle,
    Optional<Instant> cameraTime,
    OptionalInt pictures) {

  private static final int LONGEST_PLATE = 32;

  /** Whether the text is short enough to be a plate. */
  public boolean isOfAPlatesLength() {
    return plate.length() <= LONGEST_PLATE;
  }

  /**
   * What stations hear of it.
   *
   * @param nanos when the word of it came
   */
  public PlateReading reading(long nanos, List<byte[]> jpegs) {
    List<Blob> named = new ArrayList<>();
    for (byte[] jpeg : jpegs) {
      named.add(new Blob("plate-" + (named.size() + 1), "image/jpeg", jpeg));
    }
    return new PlateReading(
        nanos, plate, confidence, List.of(), lane, direction, country, colour, vehicle, named);
  }
}
