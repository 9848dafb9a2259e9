// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.record.Blob;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of a vehicle and goes into its record.
 *
 * @param plate the plate's text, where a rule asks for it
 */
public record Seen(List<Blob> pictures, Optional<String> plate, Measured measured) {

  public static final Seen NOTHING = new Seen(List.of(), Optional.empty(), Measured.NOTHING);

  public Seen {
    pictures = List.copyOf(pictures);
  }
}
