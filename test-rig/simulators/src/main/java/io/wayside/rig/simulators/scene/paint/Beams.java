// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import io.wayside.rig.simulators.scene.shape.VehicleKind;
import io.wayside.rig.simulators.scene.view.Vec;
import java.util.List;

/** What head and tail lamps throw onto the road and onto each other. */
final class Beams {

  private static final double REACH_M = 38;
  private static final double HEAD_LEVEL = 0.16;
  private static final double TAIL_LEVEL = 0.012;
  private static final double TAIL_REACH_M = 5;

  private final List<Posed> sources;

  Beams(List<Posed> posed) {
    this.sources =
        posed.stream().filter(p -> p.mover().body().kind() != VehicleKind.PEDESTRIAN).toList();
  }

  /** White light that one vehicle throws onto a place on the road. */
  private static double head(Posed source, double x, double y) {
    double dx = x - source.place().x();
    double dy = y - source.place().y();
    double half = source.mover().body().lengthM() / 2;
    double ahead = dx * source.forward().x() + dy * source.forward().y() - half;
    if (ahead < 0.2 || ahead > REACH_M) {
      return 0;
    }
    double aside = dx * source.left().x() + dy * source.left().y();
    double wide = 0.45 * source.mover().body().widthM() + 0.12 * ahead;
    double across = aside / wide;
    double profile = 1 / (1 + across * across * across * across);
    double far = ahead / 9;
    double level = source.mover().body().kind() == VehicleKind.MOTORCYCLE ? 0.6 : 1;
    return level
        * HEAD_LEVEL
        * profile
        * ahead
        / (1.5 + ahead)
        / (1 + far * far)
        * (1 - ahead / REACH_M);
  }

  private static double tail(Posed source, double x, double y) {
    double dx = x - source.place().x();
    double dy = y - source.place().y();
    double behind =
        -dx * source.forward().x()
            - dy * source.forward().y()
            - source.mover().body().lengthM() / 2;
    double aside = dx * source.left().x() + dy * source.left().y();
    double wide = source.mover().body().widthM();
    if (behind < 0 || behind > TAIL_REACH_M || Math.abs(aside) > 2 * wide) {
      return 0;
    }
    double across = aside / wide;
    double level = source.mover().brakes() ? 2.5 : 1;
    return level
        * TAIL_LEVEL
        * (1 - behind / TAIL_REACH_M)
        / (1 + across * across * across * across);
  }

  /** White light of the others on a face of one vehicle. */
  double on(Posed lit, Vec place, Vec normal) {
    double sum = 0;
    for (Posed source : sources) {
      if (source == lit) {
        continue;
      }
      double against = -normal.dot(source.forward());
      if (against > 0) {
        double level = head(source, place.x(), place.y());
        // Low beams: little light above the height of the lamps.
        sum += against * level * (place.z() < 1.1 ? 1 : 0.35);
      }
    }
    return sum;
  }

  /** Adds all light on the ground: white into one field, red into the other. */
  void throwOnto(Surroundings ground, float[] white, float[] red, Flat.Projector projector) {
    for (Posed source : sources) {
      double half = source.mover().body().lengthM() / 2;
      double reach = half + REACH_M;
      int[] box = box(source, -half - TAIL_REACH_M, reach, 7, ground, projector);
      for (int y = box[1]; y < box[3]; y++) {
        for (int x = box[0]; x < box[2]; x++) {
          int i = y * ground.width + x;
          float gx = ground.groundX[i];
          if (!Float.isNaN(gx)) {
            white[i] += (float) head(source, gx, ground.groundY[i]);
            red[i] += (float) tail(source, gx, ground.groundY[i]);
          }
        }
      }
    }
  }

  /** The pixels around a rectangle on the road: left, top, right, bottom. */
  private static int[] box(
      Posed source,
      double rear,
      double front,
      double half,
      Surroundings ground,
      Flat.Projector projector) {
    List<Vec> corners =
        List.of(
            source.at(new Vec(rear, -half, 0)),
            source.at(new Vec(front, -half, 0)),
            source.at(new Vec(front, half, 0)),
            source.at(new Vec(rear, half, 0)));
    Flat flat = projector.flat(corners, List.of(1.0, 1.0, 1.0, 1.0), new Vec(0, 0, 0)).orElse(null);
    if (flat == null) {
      return new int[4];
    }
    double x0 = ground.width;
    double x1 = 0;
    double y0 = ground.height;
    double y1 = 0;
    for (int i = 0; i < flat.count(); i++) {
      x0 = Math.min(x0, flat.x0()[i]);
      x1 = Math.max(x1, flat.x0()[i]);
      y0 = Math.min(y0, flat.y0()[i]);
      y1 = Math.max(y1, flat.y0()[i]);
    }
    return new int[] {
      (int) Math.max(0, x0),
      (int) Math.max(0, y0),
      (int) Math.min(ground.width, x1 + 1),
      (int) Math.min(ground.height, y1 + 1)
    };
  }
}
