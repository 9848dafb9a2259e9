// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.plate.Plate;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Blob;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a vehicle when something of it is written down.
 *
 * @param vehicle its name within the lane and boot, such as {@code 4711}
 * @param openedNanos when it came to L1
 * @param atNanos what is written happened then: L3 fell, it went back, the grant was given
 * @param grant lane number of its grant, once that is in the journal
 * @param tags all that were heard, whether chosen or not
 * @param timeline loops, curtain, barrier and lights
 * @param pictures of it, kept beside the record
 */
public record PassageFacts(
    String vehicle,
    long openedNanos,
    long atNanos,
    Optional<Long> grant,
    Optional<Decided> decided,
    List<TagTrace> tags,
    List<LaneMoment> timeline,
    Measured measured,
    Optional<Plate> plate,
    List<Blob> pictures,
    Flags flags) {

  public PassageFacts {
    tags = List.copyOf(tags);
    timeline = List.copyOf(timeline);
    pictures = List.copyOf(pictures);
  }
}
