// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.util.Optional;

/**
 * A medium was held to the reader.
 *
 * @param number of this gate's taps, rising
 * @param token keyed hash of the medium's id
 * @param told the medium's own word of its last tap, when the reader could read it, or that of
 *     another gate of the station, where that is later
 */
public record Tap(
    long number, String token, String station, Way way, TapTime at, Optional<Journey> told) {

  Journey journey(Proof proof) {
    return new Journey(way, station, at, proof);
  }
}
