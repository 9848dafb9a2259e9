// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.tag.TagNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All sightings of one tag, summed up.
 *
 * @param tid the chip's own id where it was read
 * @param firstNanos first heard, monotonic
 * @param lastNanos last heard, monotonic
 * @param replies how often
 * @param peakDbm strongest reply in dBm
 * @param antennas replies by antenna port
 * @param score for the vehicle it stands beside, 0 to 1; 0 for a ghost
 * @param sightings of all these the first, the strongest and the last, as the reader said them
 * @param user what was read of the user bank, in hexadecimal
 */
public record TagEvidence(
    TagNumber tag,
    Optional<String> tid,
    long firstNanos,
    long lastNanos,
    long replies,
    double peakDbm,
    Map<Integer, Long> antennas,
    double score,
    List<LaneEvent.Heard> sightings,
    Optional<String> user) {

  public TagEvidence {
    antennas = Map.copyOf(antennas);
    sightings = List.copyOf(sightings);
  }

  /** Summed up alone. */
  public TagEvidence(
      TagNumber tag,
      Optional<String> tid,
      long firstNanos,
      long lastNanos,
      long replies,
      double peakDbm,
      Map<Integer, Long> antennas,
      double score) {
    this(
        tag,
        tid,
        firstNanos,
        lastNanos,
        replies,
        peakDbm,
        antennas,
        score,
        List.of(),
        Optional.empty());
  }
}
