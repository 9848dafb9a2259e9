// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.shape;

import io.wayside.rig.simulators.scene.shape.SolidBuilder.Extent;
import io.wayside.rig.simulators.scene.shape.SolidBuilder.Taper;
import io.wayside.rig.simulators.scene.view.Vec;
import java.util.List;
import java.util.Random;

/** Motorcycles with who and what is on them, and people on foot. */
final class TwoWheelers {

  private static final Material SKIN = Material.of(0.35, 0.22, 0.15, 0);
  private static final double PILLION_SHARE = 0.35;
  private static final double LOAD_SHARE = 0.12;

  private TwoWheelers() {}

  static List<Face> motorcycle(double length, double width, Random random) {
    SolidBuilder solid = new SolidBuilder();
    Material paint = Paints.car(random);
    double half = length / 2;
    double radius = 0.29;
    solid.wheel(half - radius, 0, radius, 0.09).wheel(radius - half, 0, radius, 0.11);
    solid.block(
        new Extent(-half + 0.1, half - 0.55, 0.13, 0.3, 0.78),
        new Taper(0.1, 0.05, 0.02),
        paint,
        Material.PLASTIC);
    // Leg shield, fork and handlebars.
    solid.block(
        new Extent(half - 0.62, half - 0.42, 0.17, 0.35, 1.0),
        new Taper(0, 0.12, 0.05),
        paint,
        paint);
    solid.block(new Extent(half - 0.6, half - 0.54, width / 2, 0.98, 1.03), Material.PLASTIC);
    solid.patch(half - 0.41, 0, 0.88, 0.08, 0.07, true, Material.HEADLAMP);
    solid.patch(-half + 0.09, 0, 0.66, 0.08, 0.04, false, Material.TAILLAMP);
    solid.patch(-half + 0.06, 0, 0.5, 0.09, 0.06, false, Material.PLATE);
    rider(solid, 0.02, 0.75, random, true);
    if (random.nextDouble() < PILLION_SHARE) {
      rider(solid, -0.45, 0.79, random, false);
    } else if (random.nextDouble() < LOAD_SHARE / (1 - PILLION_SHARE)) {
      Material load = Material.of(0.3, 0.2, 0.1, 0).times(0.5 + random.nextDouble());
      solid.block(new Extent(-half, -0.3, 0.2 + 0.15 * random.nextDouble(), 0.75, 1.3), load);
    }
    return solid.solid();
  }

  private static void rider(
      SolidBuilder solid, double x, double seat, Random random, boolean drives) {
    Material shirt = Paints.cloth(random);
    Material legs = Paints.cloth(random).times(0.7);
    double shoulder = 0.19 + 0.04 * random.nextDouble();
    double top = seat + 0.56;
    // Thighs forwards, shins down.
    solid.shifted(
        new Extent(x - 0.1, x + 0.38, 0.08, seat - 0.07, seat + 0.1), Taper.NONE, 0.15, legs, legs);
    solid.shifted(
        new Extent(x - 0.1, x + 0.38, 0.08, seat - 0.07, seat + 0.1),
        Taper.NONE,
        -0.15,
        legs,
        legs);
    solid.shifted(new Extent(x + 0.24, x + 0.38, 0.07, 0.3, seat), Taper.NONE, 0.17, legs, legs);
    solid.shifted(new Extent(x + 0.24, x + 0.38, 0.07, 0.3, seat), Taper.NONE, -0.17, legs, legs);
    solid.block(
        new Extent(x - 0.16, x + 0.1, shoulder, seat, top),
        new Taper(0.03, -0.02, 0.02),
        shirt,
        shirt);
    if (drives) {
      solid.shifted(
          new Extent(x, x + 0.42, 0.05, top - 0.26, top - 0.12), Taper.NONE, 0.25, shirt, shirt);
      solid.shifted(
          new Extent(x, x + 0.42, 0.05, top - 0.26, top - 0.12), Taper.NONE, -0.25, shirt, shirt);
    }
    solid.ball(new Vec(x + 0.02, 0, top + 0.1), 0.1, SKIN);
    solid.ball(new Vec(x, 0, top + 0.16), 0.135, Paints.helmet(random));
  }

  static List<Face> pedestrian(Random random) {
    SolidBuilder solid = new SolidBuilder();
    Material legs = Paints.cloth(random).times(0.7);
    Material shirt = Paints.cloth(random);
    solid.shifted(new Extent(-0.02, 0.16, 0.07, 0, 0.82), Taper.NONE, 0.1, legs, legs);
    solid.shifted(new Extent(-0.16, 0.02, 0.07, 0, 0.82), Taper.NONE, -0.1, legs, legs);
    solid.block(new Extent(-0.12, 0.12, 0.22, 0.8, 1.4), new Taper(0, 0, 0.03), shirt, shirt);
    solid.ball(new Vec(0, 0, 1.56), 0.12, random.nextBoolean() ? SKIN : Paints.helmet(random));
    return solid.solid();
  }
}
