// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.counting.cli.Watched.Stretch;
import java.util.ArrayList;
import java.util.List;

/** The time in which pictures came and the background was known. */
final class WatchedTime {

  /** Between two pictures further apart than this nobody looked, as the camera counter has it. */
  static final double LONGEST_GAP_S = 1;

  private final List<Stretch> stretches = new ArrayList<>();
  private double fromS = Double.NaN;
  private double lastS = Double.NaN;

  /**
   * A picture was looked at.
   *
   * @param learns nothing is counted yet
   */
  void seen(double atS, boolean learns) {
    if (learns || atS - lastS > LONGEST_GAP_S) {
      end(0);
    }
    if (!learns && Double.isNaN(fromS)) {
      fromS = atS;
    }
    lastS = atS;
  }

  /**
   * All of it.
   *
   * @param heldS how long the last picture stands for
   */
  List<Stretch> until(double heldS) {
    end(heldS);
    return List.copyOf(stretches);
  }

  private void end(double heldS) {
    if (!Double.isNaN(fromS)) {
      stretches.add(new Stretch(fromS, lastS + heldS));
      fromS = Double.NaN;
    }
  }
}
