// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import io.wayside.counting.ground.Lit;
import io.wayside.counting.ground.LitVehicles;
import io.wayside.counting.ground.LitVehicles.Lights;
import io.wayside.counting.vision.Blob;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.opencv.core.Mat;

/**
 * By night, and where a wet road mirrors lamps, a vehicle is where its lamps are. What is seen of
 * bodies without lamps stays what it is; what lies at lamps belongs to them, and so does the rest
 * of a long vehicle whose lamps have left the picture before it. Who goes across the view is seen
 * by his body.
 */
final class NightEyes implements AutoCloseable {

  /** What lies so much where something of a vehicle was is of the same vehicle. */
  private static final double STAYS = 0.3;

  /** By day it looks for lamps so often, to see whether the road is wet. */
  private static final double LOOKS_EVERY_S = 0.13;

  private final LitVehicles vehicles;
  private final Lamps lamps;
  private final Night night = new Night(74, 88);
  private final WetRoad road = new WetRoad();
  private List<Box> claimed = List.of();
  private double lookedAtS = Double.NEGATIVE_INFINITY;

  NightEyes(LitVehicles vehicles, int widthPx) {
    this.vehicles = vehicles;
    this.lamps = new Lamps(widthPx);
  }

  /**
   * Vehicles of the last picture.
   *
   * @param bodies what is not road there
   * @param motion how what is seen at a point moves, as far as known
   * @param usual how most that passes moves, as far as known
   */
  List<Blob> see(
      MovingParts parts, List<Blob> bodies, double atS, UnaryOperator<Point> motion, Point usual) {
    boolean needed = night.of(parts.meanGrey()) || road.isWet();
    if (!needed) {
      claimed = List.of();
    }
    if (!needed && atS - lookedAtS < LOOKS_EVERY_S) {
      return bodies;
    }
    lookedAtS = atS;
    Mat picture = parts.picture();
    Lights lights =
        vehicles.of(
            lamps.in(picture, parts.usual(), parts.brightest()),
            motion,
            usual,
            new Gleam(picture, parts.usual()));
    road.saw(lights.lamps(), lights.mirrored(), atS);
    return needed
        ? together(lights, bodies, new Box(0, 0, picture.cols(), picture.rows()))
        : bodies;
  }

  private List<Blob> together(Lights lights, List<Blob> bodies, Box picture) {
    List<Blob> seen = new ArrayList<>();
    lights.vehicles().stream()
        .map(one -> one.outline().within(picture))
        .filter(box -> box.area() > 0)
        .forEach(box -> seen.add(new Blob(box, box.area(), true)));
    List<Box> now = new ArrayList<>();
    for (Blob body : bodies) {
      if (belongs(body.box(), lights.vehicles()) && !goesAcross(body.box(), lights)) {
        now.add(body.box());
      } else {
        seen.add(body);
      }
    }
    claimed = now;
    return seen;
  }

  private boolean belongs(Box body, List<Lit> lit) {
    return lit.stream().anyMatch(one -> one.reach().overlap(body) > 0)
        || claimed.stream().anyMatch(box -> box.overlap(body) > STAYS * body.area());
  }

  /** Whether his lamps were seen, and are not those of an end of him. */
  private static boolean goesAcross(Box body, Lights lights) {
    return lights.across().stream()
        .map(Spot::at)
        .anyMatch(
            at ->
                at.x() >= body.x()
                    && at.x() < body.right()
                    && at.y() >= body.y()
                    && at.y() < body.bottom());
  }

  @Override
  public void close() {
    lamps.close();
  }
}
