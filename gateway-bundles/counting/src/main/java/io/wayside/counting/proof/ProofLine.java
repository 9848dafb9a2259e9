// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.proof;

import java.util.Optional;

/**
 * A counting line in pixels of the picture, as the machine was given it.
 *
 * @param id its name in the events
 * @param way {@code left} or {@code right}, where vehicles should move to
 */
public record ProofLine(
    String id, double fromX, double fromY, double toX, double toY, Optional<String> way) {

  /** A line that is crossed both ways. */
  public ProofLine(String id, double fromX, double fromY, double toX, double toY) {
    this(id, fromX, fromY, toX, toY, Optional.empty());
  }
}
