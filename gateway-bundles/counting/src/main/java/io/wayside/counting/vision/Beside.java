// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * Whether somebody is known as one of his own beside another that stood in a queue. When that one
 * moves off, more is seen of it than was held: what appears there within the picture and is like no
 * vehicle is a part of it, however long it is seen.
 */
final class Beside {

  /** What stood for less was not in a queue. */
  private static final double STANDS_S = 1;

  /** Seen by itself for so long it is known. */
  private static final double ALONE_S = 0.5;

  private final Tempo tempo;
  private final boolean measured;

  /**
   * For one road.
   *
   * @param measured whether it is known what vehicles look like there
   */
  Beside(Tempo tempo, boolean measured) {
    this.tempo = tempo;
    this.measured = measured;
  }

  boolean isKnown(Track track, Track other) {
    return other.wasHeld()
        && other.stoodS() > STANDS_S
        && (track.wasHeld() || track.seenAlone() > tempo.pictures(ALONE_S, 4, 12))
        && (!measured || track.cameOverEdge() || track.looksOne());
  }
}
