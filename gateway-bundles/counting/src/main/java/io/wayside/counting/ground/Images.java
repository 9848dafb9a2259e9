// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Spot;

/** Tells whether the road shows the image of a lamp. */
@FunctionalInterface
public interface Images {

  /** Eyes that see none but those as bright as lamps. */
  Images NONE = (lamp, at, asidePx) -> false;

  /**
   * Whether something of the lamp's light is seen at a place.
   *
   * @param at where its image must be
   * @param asidePx so far beside it there is no light of this lamp
   */
  boolean shines(Spot lamp, Point at, double asidePx);
}
