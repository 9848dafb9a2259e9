// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.shape;

import io.wayside.rig.simulators.scene.shape.SolidBuilder.Extent;
import io.wayside.rig.simulators.scene.shape.SolidBuilder.Taper;
import java.util.List;
import java.util.Random;

/** Buses and lorries. */
final class HeavyVehicles {

  private static final Taper ROUNDED = new Taper(0.08, 0.03, 0.04);

  private HeavyVehicles() {}

  static List<Face> bus(double length, double width, Random random) {
    SolidBuilder solid = new SolidBuilder();
    Material paint = Paints.bus(random);
    double half = length / 2;
    double side = width / 2;
    double roof = 3.0 + 0.35 * random.nextDouble();
    Cars.wheels(solid, half - 2.4, -half + 2.9, side, 0.48);
    solid.block(new Extent(-half, half, side, 0.35, 1.3), paint);
    solid.block(
        new Extent(-half, half, side, 1.3, roof),
        new Taper(0.3, 0.1, 0.1),
        paint,
        paint.times(0.9));
    solid.sideWindows(-half + 0.5, half - 0.6, side + 0.004, 1.4, 2.3);
    solid.block(
        new Extent(half - 0.35, half + 0.01, side - 0.08, 1.25, roof - 0.45),
        new Taper(0.2, 0, 0.06),
        Material.GLASS,
        paint);
    solid.patch(-half - 0.01, 0, 2.1, side - 0.25, 0.4, false, Material.GLASS);
    solid.block(
        new Extent(-1.2, 1.2, side - 0.5, roof, roof + 0.2), Material.of(0.4, 0.4, 0.4, 0.02));
    ends(solid, -half - 0.01, half + 0.02, side, 0.8);
    return solid.solid();
  }

  static List<Face> truck(double length, double width, Random random) {
    SolidBuilder solid = new SolidBuilder();
    double half = length / 2;
    double side = width / 2;
    double cab = 1.7;
    cab(solid, half, cab, side - 0.05, 2.3 + 0.4 * random.nextDouble(), Paints.lorry(random));
    Cars.wheels(solid, half - 1.1, -half + 1.4, side, 0.44);
    solid.block(new Extent(-half, half - cab, 0.45, 0.5, 0.95), Material.PLASTIC);
    body(solid, -half, half - cab - 0.12, side, 0.95, 2.6 + 0.8 * random.nextDouble(), random);
    tail(solid, -half - 0.01, side, 0.8);
    return solid.solid();
  }

  static List<Face> truckTrailer(double length, double width, Random random) {
    SolidBuilder solid = new SolidBuilder();
    double half = length / 2;
    double side = width / 2;
    double cab = 2.2;
    cab(solid, half, cab, side - 0.03, 3.1 + 0.4 * random.nextDouble(), Paints.lorry(random));
    Cars.wheels(solid, half - 1.4, half - 5.0, side, 0.5);
    for (int i = 0; i < 3; i++) {
      Cars.wheels(solid, half - 5.0, -half + 1.6 + 1.3 * i, side, 0.5);
    }
    solid.block(new Extent(-half, half - cab, 0.5, 0.6, 1.2), Material.PLASTIC);
    body(solid, -half, half - cab - 0.7, side, 1.2, 3.6 + 0.35 * random.nextDouble(), random);
    tail(solid, -half - 0.01, side, 1.0);
    return solid.solid();
  }

  private static void cab(
      SolidBuilder solid, double front, double cab, double side, double roof, Material paint) {
    solid.block(new Extent(front - cab, front, side, 0.45, 1.35), ROUNDED, paint, paint);
    solid.block(
        new Extent(front - cab, front - 0.06, side, 1.35, roof),
        new Taper(0.22, 0, 0.1),
        paint,
        paint);
    solid.block(
        new Extent(front - 0.3, front - 0.03, side - 0.1, 1.4, roof - 0.35),
        new Taper(0.14, 0, 0.06),
        Material.GLASS,
        paint);
    solid.sideWindows(front - 1.1, front - 0.35, side + 0.005, 1.4, roof - 0.5);
    for (int sign : new int[] {-1, 1}) {
      solid.patch(front + 0.012, sign * (side - 0.25), 0.8, 0.17, 0.1, true, Material.HEADLAMP);
    }
    solid.patch(front + 0.01, 0, 1.05, side - 0.3, 0.18, true, Material.PLASTIC);
    solid.patch(front + 0.014, 0, 0.6, 0.26, 0.06, true, Material.PLATE);
  }

  /** A box, a tarpaulin or an open body with what lies in it. */
  private static void body(
      SolidBuilder solid,
      double rear,
      double front,
      double side,
      double floor,
      double top,
      Random random) {
    double kind = random.nextDouble();
    if (kind < 0.5) {
      Material box =
          random.nextBoolean() ? Material.of(0.6, 0.6, 0.58, 0.05) : Paints.lorry(random);
      solid.block(new Extent(rear, front, side, floor, top), box);
      solid.patch(
          rear - 0.01, 0, (floor + top) / 2, 0.02, (top - floor) / 2, false, Material.PLASTIC);
    } else if (kind < 0.75) {
      Material tarpaulin = Material.of(0.07, 0.12, 0.16, 0.02).times(0.6 + random.nextDouble());
      solid.block(
          new Extent(rear, front, side, floor, top),
          new Taper(0.1, 0.1, 0.3),
          tarpaulin,
          tarpaulin);
    } else {
      Material paint = Paints.lorry(random);
      Material load = Material.of(0.25, 0.2, 0.13, 0).times(0.5 + random.nextDouble());
      double rim = Math.min(top, floor + 0.9);
      solid.block(
          new Extent(rear, front, side, floor, rim),
          new Taper(0, 0, 0),
          paint,
          Material.of(0.08, 0.07, 0.06, 0));
      solid.block(
          new Extent(rear + 0.2, front - 0.2, side - 0.15, rim - 0.1, rim + 0.5),
          new Taper(0.6, 0.5, 0.4),
          load,
          load);
    }
  }

  private static void tail(SolidBuilder solid, double rear, double side, double z) {
    for (int sign : new int[] {-1, 1}) {
      solid.patch(rear - 0.01, sign * (side - 0.2), z, 0.15, 0.07, false, Material.TAILLAMP);
    }
    solid.patch(rear - 0.012, 0, z - 0.15, 0.26, 0.07, false, Material.PLATE);
  }

  private static void ends(SolidBuilder solid, double rear, double front, double side, double z) {
    for (int sign : new int[] {-1, 1}) {
      solid.patch(front, sign * (side - 0.3), z, 0.2, 0.1, true, Material.HEADLAMP);
    }
    solid.patch(front, 0, z - 0.2, 0.26, 0.06, true, Material.PLATE);
    tail(solid, rear, side, z + 0.1);
  }
}
