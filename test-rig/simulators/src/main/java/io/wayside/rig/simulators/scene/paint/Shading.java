// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import io.wayside.rig.simulators.scene.shape.Face;
import io.wayside.rig.simulators.scene.shape.Material;
import io.wayside.rig.simulators.scene.view.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How bright a face is, seen from the camera under the light of the moment. */
final class Shading {

  private static final double HEADLAMP_BY_NIGHT = 3.0;
  private static final double TAILLAMP_LIT = 0.06;
  private static final double TAILLAMP_BRAKING = 0.4;

  private final Light light;
  private final double sunLevel;
  private final double skyLevel;
  private final Flat.Projector projector;
  private final Surroundings ground;

  Shading(
      Light light,
      double sunLevel,
      double skyLevel,
      Flat.Projector projector,
      Surroundings ground) {
    this.light = light;
    this.sunLevel = sunLevel;
    this.skyLevel = skyLevel;
    this.projector = projector;
    this.ground = ground;
  }

  /** The faces of a body that are seen, with their light. */
  List<Sprite.Lit> faces(Posed posed, Beams beams, double exposureS) {
    List<Sprite.Lit> lit = new ArrayList<>();
    double street =
        light.street() > 0
            ? light.street() * ground.streetAt(posed.place().x(), posed.place().y())
            : 0;
    Vec moved = posed.velocity().times(exposureS);
    for (Face face : posed.mover().body().faces()) {
      List<Vec> corners = posed.corners(face);
      flat(corners, face, moved)
          .ifPresent(flat -> lit.add(lit(flat, posed, face, corners, beams, street)));
    }
    return lit;
  }

  /** The same, mirrored by the wet road. */
  List<Sprite.Lit> mirrored(Posed posed, Beams beams, double exposureS) {
    List<Sprite.Lit> lit = new ArrayList<>();
    Vec moved = posed.velocity().times(exposureS);
    for (Face face : posed.mover().body().faces()) {
      List<Vec> corners = new ArrayList<>();
      for (Vec corner : posed.corners(face)) {
        corners.add(0, new Vec(corner.x(), corner.y(), -corner.z()));
      }
      List<Vec> upright = posed.corners(face);
      flat(corners, face, moved)
          .ifPresent(flat -> lit.add(lit(flat, posed, face, upright, beams, 0)));
    }
    return lit;
  }

  private Optional<Flat> flat(List<Vec> corners, Face face, Vec moved) {
    boolean lamp = face.material().lamp() != Material.Lamp.NONE;
    List<Double> shades = new ArrayList<>();
    for (Vec corner : corners) {
      // Dirt and the dark below the body.
      shades.add(lamp ? 1.0 : 0.55 + 0.45 * Math.min(1, Math.abs(corner.z()) / 0.9));
    }
    return projector.flat(corners, shades, moved).filter(Flat::isSeen);
  }

  private Sprite.Lit lit(
      Flat flat, Posed posed, Face face, List<Vec> corners, Beams beams, double street) {
    Vec normal = posed.turned(face.normal());
    Vec middle = middle(corners);
    Material material = face.material();
    double sun = sunLevel * Math.max(0, normal.dot(light.sun()));
    double sky = skyLevel * (0.62 + 0.38 * normal.z());
    double lamps = street * Math.max(0.3, 0.4 + 0.6 * normal.z());
    double white = light.lampsOn() ? beams.on(posed, middle, normal) : 0;
    double mirror = mirror(material, normal, middle);
    double far = middle.minus(projector.place()).length();
    double haze = 1 - Math.exp(-light.hazePerM() * far);
    double[] glow = glow(posed, material);
    double[] warm = {1.06, 1.0, 0.88};
    double[] cool = {0.94, 1.0, 1.08};
    double[] yellow = {1.15, 0.95, 0.65};
    float[] albedo = {material.red(), material.green(), material.blue()};
    double veil = 0.8 * (skyLevel + 0.2 * sunLevel);
    float[] out = new float[3];
    for (int c = 0; c < 3; c++) {
      double level =
          albedo[c] * (sun * warm[c] + sky * cool[c] + lamps * yellow[c] + white)
              + mirror * cool[c]
              + glow[c];
      out[c] = (float) (level * (1 - haze) + veil * haze);
    }
    return new Sprite.Lit(flat, out[0], out[1], out[2]);
  }

  /** What a glossy face shows of sky, sun and street. */
  private double mirror(Material material, Vec normal, Vec middle) {
    if (material.gloss() <= 0) {
      return 0;
    }
    Vec ray = middle.minus(projector.place()).unit();
    double against = -ray.dot(normal);
    Vec back = ray.plus(normal.times(2 * against));
    double fresnel = 0.25 + 0.75 * Math.pow(1 - Math.max(0, Math.min(1, against)), 4);
    double seen = back.z() > 0 ? skyLevel * (0.6 + 0.5 * (1 - back.z())) : 0.1 * skyLevel;
    double glint = Math.max(0, back.dot(light.sun()) - 0.97) / 0.03;
    return material.gloss() * (fresnel * seen + 2.5 * sunLevel * glint);
  }

  private double[] glow(Posed posed, Material material) {
    if (!light.lampsOn()) {
      double brake =
          material.lamp() == Material.Lamp.TAIL && posed.mover().brakes() ? TAILLAMP_BRAKING : 0;
      return new double[] {brake, 0.1 * brake, 0.06 * brake};
    }
    if (material.lamp() == Material.Lamp.HEAD) {
      double level = HEADLAMP_BY_NIGHT * (light.isNight() ? 1 : 0.7);
      return new double[] {level, 0.95 * level, 0.85 * level};
    }
    if (material.lamp() == Material.Lamp.TAIL) {
      double level = TAILLAMP_LIT * (posed.mover().brakes() ? 4 : 1) * (light.isNight() ? 1 : 5);
      return new double[] {level, 0.08 * level, 0.05 * level};
    }
    return new double[3];
  }

  private static Vec middle(List<Vec> corners) {
    Vec sum = new Vec(0, 0, 0);
    for (Vec corner : corners) {
      sum = sum.plus(corner);
    }
    return sum.times(1.0 / corners.size());
  }
}
