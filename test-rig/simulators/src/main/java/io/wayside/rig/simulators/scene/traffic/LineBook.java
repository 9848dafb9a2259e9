// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.traffic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who crossed which line when, between the steps of the traffic by even movement. */
final class LineBook {

  private final List<CountLine> lines;
  private final List<Crossing> crossings = new ArrayList<>();
  private final Map<String, Double> entered = new HashMap<>();
  private final Map<String, Crossing> under = new HashMap<>();

  LineBook(List<CountLine> lines) {
    this.lines = lines;
  }

  /**
   * A vehicle moved.
   *
   * @param fromM the y of its middle before
   * @param fromS when it was there
   */
  void moved(Mover mover, double fromM, double fromS, double toS) {
    for (CountLine line : lines) {
      String key = mover.id() + "/" + line.id();
      double half = mover.way().sign() * mover.body().lengthM() / 2;
      if (mover.xM() < line.fromM() || mover.xM() > line.toM()) {
        continue;
      }
      double front = reached(line.yM() - half, fromM, mover.yM(), fromS, toS);
      if (!Double.isNaN(front)) {
        entered.put(key, front);
      }
      double middle = reached(line.yM(), fromM, mover.yM(), fromS, toS);
      if (!Double.isNaN(middle)) {
        Crossing crossing =
            new Crossing(mover, line, middle, mover.speedMps(), entered.getOrDefault(key, middle));
        crossings.add(crossing);
        under.put(key, crossing);
      }
      double rear = reached(line.yM() + half, fromM, mover.yM(), fromS, toS);
      Crossing crossing = Double.isNaN(rear) ? null : under.remove(key);
      if (crossing != null) {
        crossing.left(rear);
        entered.remove(key);
      }
    }
  }

  /** When it was at a place between two others; not a number if it was not. */
  private static double reached(double at, double from, double to, double fromS, double toS) {
    boolean passed = from < to ? from < at && at <= to : to <= at && at < from;
    return passed ? fromS + (toS - fromS) * (at - from) / (to - from) : Double.NaN;
  }

  List<Crossing> crossings() {
    return List.copyOf(crossings);
  }
}
