// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import java.util.Set;

/** Doubts and circumstances of a vehicle that a camera counted. */
public final class SightFlags {

  /** Nothing is known in metres: no ground points were given. */
  public static final Flag PIXELS = new Flag("pixels");

  /** Vehicles stood at the line so close that counts are unreliable now. */
  public static final Flag QUEUE = new Flag("queue");

  /** It was seen as one with others for most of its way. */
  public static final Flag MERGED = new Flag("merged");

  /** Parts of it were outside the picture at the line. */
  public static final Flag CUT = new Flag("cut");

  /** Against the way of the line. */
  public static final Flag WRONG_WAY = new Flag("wrong-way");

  /** It stood on its way to the line. */
  public static final Flag STOPPED = new Flag("stopped");

  private static final Set<Flag> DOUBTS = Set.of(QUEUE, MERGED);

  private SightFlags() {}

  /** Whether it may be no vehicle, or two. */
  public static boolean doubtful(Flags flags) {
    return flags.all().stream().anyMatch(DOUBTS::contains);
  }
}
