// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * In which pictures a vehicle is on a line. It is told a while later: what has only just come into
 * the picture turns out to be a vehicle when it has moved on, and then it was one all the while.
 */
final class Occupancy {

  /** By then it is known what came near the line, at two pictures a second too. */
  private static final double TELLS_AFTER_S = 1.5;

  /** What was not seen for a moment and stood before is still there. */
  private static final double STANDS_S = 1;

  private final CountingLine line;
  private final double share;
  private final TreeMap<Double, Boolean> pictures = new TreeMap<>();
  private final Set<Long> known = new HashSet<>();
  private double lastS = Double.NaN;

  /**
   * Of a line.
   *
   * @param share of the height of an outline at which the middle of what it covers of the road is
   */
  Occupancy(CountingLine line, double share) {
    this.line = line;
    this.share = share;
  }

  /** Vehicles of a picture. */
  void see(List<Track> vehicles, double atS) {
    pictures.put(atS, false);
    for (Track vehicle : vehicles) {
      List<Step> way = vehicle.way();
      if (known.add(vehicle.number())) {
        way.forEach(this::mark);
      } else if (vehicle.missedInARow() == 0 || vehicle.standsS() >= STANDS_S) {
        mark(way.get(way.size() - 1));
      }
    }
    known.retainAll(vehicles.stream().map(Track::number).collect(Collectors.toSet()));
  }

  private void mark(Step step) {
    if (pictures.containsKey(step.atS()) && line.touches(onRoad(step.box()))) {
      pictures.put(step.atS(), true);
    }
  }

  private Box onRoad(Box box) {
    double height = 2 * share * box.h();
    return new Box(box.x(), box.bottom() - height, box.w(), height);
  }

  /** What is settled by now and was not told yet. */
  List<Occupied> told(double atS) {
    return until(atS - TELLS_AFTER_S);
  }

  /** What was not told yet, since no pictures follow. */
  List<Occupied> rest() {
    return until(Double.POSITIVE_INFINITY);
  }

  private List<Occupied> until(double atS) {
    List<Occupied> told = new ArrayList<>();
    while (!pictures.isEmpty() && pictures.firstKey() <= atS) {
      Map.Entry<Double, Boolean> picture = pictures.pollFirstEntry();
      if (picture.getValue() && !Double.isNaN(lastS)) {
        told.add(new Occupied(lastS, picture.getKey()));
      }
      lastS = picture.getKey();
    }
    return told;
  }
}
