// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.shape;

import io.wayside.rig.simulators.scene.shape.SolidBuilder.Extent;
import io.wayside.rig.simulators.scene.shape.SolidBuilder.Taper;
import java.util.List;
import java.util.Random;

/** Cars and vans. */
final class Cars {

  private Cars() {}

  static List<Face> car(double length, double width, Random random) {
    SolidBuilder solid = new SolidBuilder();
    Material paint = Paints.car(random);
    double half = length / 2;
    double side = width / 2;
    double roof = 1.42 + 0.3 * random.nextDouble();
    double belt = 0.62 * roof;
    boolean sedan = random.nextDouble() < 0.45;
    wheels(solid, half - 0.85, -half + 0.8, side, 0.32);
    solid.block(
        new Extent(-half, half, side, 0.22, belt - 0.12),
        new Taper(0.06, 0.04, 0.02),
        paint,
        paint);
    solid.block(
        new Extent(-half + 0.03, half - 0.06, side - 0.02, belt - 0.12, belt),
        new Taper(0.35, sedan ? 0.12 : 0.04, 0.06),
        paint,
        paint);
    double cabinFront = half - (sedan ? 1.2 : 1.05);
    double cabinRear = -half + (sedan ? 0.65 : 0.12);
    solid.block(
        new Extent(cabinRear, cabinFront, side - 0.09, belt, roof - 0.04),
        new Taper(0.62, sedan ? 0.55 : 0.3, 0.16),
        Material.GLASS,
        paint);
    solid.block(
        new Extent(
            cabinRear + (sedan ? 0.5 : 0.26), cabinFront - 0.58, side - 0.23, roof - 0.06, roof),
        new Taper(0.08, 0.08, 0.05),
        paint,
        paint);
    ends(solid, half, side, belt);
    return solid.solid();
  }

  /** Minibuses and delivery vans. */
  static List<Face> van(double length, double width, Random random) {
    SolidBuilder solid = new SolidBuilder();
    Material paint =
        random.nextDouble() < 0.6 ? Material.of(0.68, 0.68, 0.66, 0.1) : Paints.car(random);
    double half = length / 2;
    double side = width / 2;
    double roof = 1.95 + 0.4 * random.nextDouble();
    boolean windows = random.nextDouble() < 0.65;
    wheels(solid, half - 0.9, -half + 1.0, side, 0.33);
    solid.block(
        new Extent(-half, half, side, 0.25, 1.05), new Taper(0.12, 0.02, 0.01), paint, paint);
    solid.block(
        new Extent(-half + 0.02, half - 0.12, side - 0.01, 1.05, roof),
        new Taper(0.85, 0.08, 0.12),
        paint,
        paint);
    if (windows) {
      solid.sideWindows(-half + 0.3, half - 1.1, side + 0.005, 1.12, 1.12 + 0.35 * (roof - 1.1));
    }
    solid.patch(-half - 0.005, 0, 1.35, side - 0.2, 0.22, false, Material.GLASS);
    // The windscreen lies on the slope: a thin block of glass before it.
    solid.block(
        new Extent(half - 0.8, half - 0.1, side - 0.12, 1.08, roof - 0.18),
        new Taper(0.68, 0, 0.1),
        Material.GLASS,
        paint);
    ends(solid, half, side, 1.05);
    return solid.solid();
  }

  static void wheels(SolidBuilder solid, double front, double rear, double side, double radius) {
    for (double x : new double[] {front, rear}) {
      solid.wheel(x, side - 0.1, radius, 0.21).wheel(x, 0.1 - side, radius, 0.21);
    }
  }

  /** Lamps, plates, bumpers. */
  private static void ends(SolidBuilder solid, double half, double side, double belt) {
    double lamp = 0.72 * belt;
    for (int sign : new int[] {-1, 1}) {
      solid.patch(half + 0.01, sign * (side - 0.25), lamp, 0.17, 0.07, true, Material.HEADLAMP);
      solid.patch(-half - 0.01, sign * (side - 0.2), lamp, 0.14, 0.09, false, Material.TAILLAMP);
    }
    solid.patch(half + 0.012, 0, 0.55 * belt, side - 0.45, 0.09, true, Material.PLASTIC);
    solid.patch(half + 0.014, 0, 0.38, 0.24, 0.06, true, Material.PLATE);
    solid.patch(-half - 0.014, 0, 0.6 * belt, 0.24, 0.06, false, Material.PLATE);
    solid.patch(-half - 0.012, 0, 0.32, side - 0.15, 0.07, false, Material.PLASTIC);
  }
}
