// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import io.wayside.core.record.Blob;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A camera read a plate, once for a vehicle that goes by. What it read may be wrong.
 *
 * @param monotonicNanos when the word of it came: a camera's own clock is not relied on
 * @param text as the camera said it, separators and line break included, since they tell forms
 *     apart; never blank
 * @param confidence of the text, 0 to 1, where the camera says one
 * @param alternatives what else it may be, the likeliest first
 * @param lane as the camera numbers lanes
 * @param direction as the camera says it
 * @param country as the camera says it
 * @param colour of the plate, as the camera says it: evidence of its own
 * @param vehicle kind of vehicle, as the camera says it
 * @param pictures that came with it
 */
public record PlateReading(
    long monotonicNanos,
    String text,
    OptionalDouble confidence,
    List<Alternative> alternatives,
    Optional<String> lane,
    Optional<String> direction,
    Optional<String> country,
    Optional<String> colour,
    Optional<String> vehicle,
    List<Blob> pictures) {

  /** Another text, and how sure the camera is of it. */
  public record Alternative(String text, OptionalDouble confidence) {}

  public PlateReading {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a reading without a plate is none");
    }
    alternatives = List.copyOf(alternatives);
    pictures = List.copyOf(pictures);
  }

  /** A text and nothing else. */
  public static PlateReading of(long monotonicNanos, String text) {
    return new PlateReading(
        monotonicNanos,
        text,
        OptionalDouble.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
