// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.data.Value;
import io.wayside.core.device.TagSighting;
import io.wayside.tolling.tag.TagNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tag that was heard while a vehicle was there.
 *
 * @param replies how often
 * @param peakDbm strongest reply in dBm
 * @param antennas replies by antenna port
 * @param score with which it was put to the vehicle
 * @param sightings as the reader said them, where they are kept
 * @param user what its user bank says, by the issuer's fields; empty where none was read
 */
public record TagTrace(
    TagNumber tag,
    Optional<String> issuer,
    Optional<String> tid,
    long firstNanos,
    long lastNanos,
    long replies,
    double peakDbm,
    Map<Integer, Long> antennas,
    double score,
    boolean chosen,
    List<TagSighting> sightings,
    Optional<Value.Fields> user) {

  public TagTrace {
    antennas = Map.copyOf(antennas);
    sightings = List.copyOf(sightings);
  }
}
