// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import io.wayside.rig.simulators.scene.paint.Visible;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** For how long each vehicle was to be seen in a film, and how much of that with road around it. */
final class InSight {

  /** So much of it is seen, or nobody could say what it is. */
  private static final double LEAST_SHARE = 0.5;

  /** And so many pixels in a picture 640 wide. */
  private static final double LEAST_PX = 100;

  private final double pictureS;
  private final double leastPx;
  private final Map<Integer, Integer> seen = new HashMap<>();
  private final Map<Integer, Integer> apart = new HashMap<>();

  InSight(Shot shot) {
    this.pictureS = 1 / shot.rateHz();
    this.leastPx = LEAST_PX * Math.pow(shot.widthPx() / 640.0, 2);
  }

  /** One more picture. */
  void see(Collection<Visible> bodies) {
    for (Visible body : bodies) {
      if (body.share() >= LEAST_SHARE && body.seenPx() >= leastPx) {
        seen.merge(body.id(), 1, Integer::sum);
        apart.merge(body.id(), body.apart() ? 1 : 0, Integer::sum);
      }
    }
  }

  /** For how long half of it or more was to be seen. */
  double seenS(int id) {
    return seen.getOrDefault(id, 0) * pictureS;
  }

  /** For how long of this nobody else was before, behind or right beside it in the picture. */
  double apartS(int id) {
    return apart.getOrDefault(id, 0) * pictureS;
  }
}
