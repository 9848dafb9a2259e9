// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import io.wayside.rig.simulators.scene.shape.Face;
import io.wayside.rig.simulators.scene.view.Vec;
import java.util.ArrayList;
import java.util.List;

/** Shadows of bodies on the ground: of the sun, and the dark below them. */
final class Shadows {

  private static final int RINGS = 4;

  private final Flat.Projector projector;
  private final int width;
  private final int height;

  Shadows(Flat.Projector projector, int width, int height) {
    this.projector = projector;
    this.width = width;
    this.height = height;
  }

  /** Takes the sun from the ground behind a body. */
  void ofSun(Posed posed, Vec sun, double exposureS, float[] sunShare) {
    List<Sprite.Lit> faces = new ArrayList<>();
    Vec moved = posed.velocity().times(exposureS);
    for (Face face : posed.mover().body().faces()) {
      if (posed.turned(face.normal()).dot(sun) > 0) {
        List<Vec> fallen =
            posed.corners(face).stream().map(c -> c.minus(sun.times(c.z() / sun.z()))).toList();
        add(fallen, moved, faces);
      }
    }
    Sprite sprite = Sprite.of(faces, width, height, 0.6);
    for (int y = 0; y < sprite.height; y++) {
      for (int x = 0; x < sprite.width; x++) {
        float share = 1 - sprite.cover[y * sprite.width + x];
        int i = (y + sprite.top) * width + x + sprite.left;
        sunShare[i] = Math.min(sunShare[i], share);
      }
    }
  }

  /** Takes the light of the sky from below a body, soft at its edge. */
  void below(Posed posed, float[] openShare) {
    double half = posed.mover().body().lengthM() / 2;
    double side = posed.mover().body().widthM() / 2;
    for (int ring = 0; ring < RINGS; ring++) {
      double out = (ring - 1.2) * 0.12;
      List<Vec> patch =
          List.of(
              posed.at(new Vec(-half - out, -side - out, 0)),
              posed.at(new Vec(half + out, -side - out, 0)),
              posed.at(new Vec(half + out, side + out, 0)),
              posed.at(new Vec(-half - out, side + out, 0)));
      List<Sprite.Lit> faces = new ArrayList<>();
      add(patch, new Vec(0, 0, 0), faces);
      Sprite sprite = Sprite.of(faces, width, height, 0);
      for (int y = 0; y < sprite.height; y++) {
        for (int x = 0; x < sprite.width; x++) {
          int i = (y + sprite.top) * width + x + sprite.left;
          openShare[i] *= 1 - 0.2f * sprite.cover[y * sprite.width + x];
        }
      }
    }
  }

  private void add(List<Vec> corners, Vec moved, List<Sprite.Lit> faces) {
    List<Double> ones = corners.stream().map(c -> 1.0).toList();
    projector.flat(corners, ones, moved).ifPresent(f -> faces.add(new Sprite.Lit(f, 1, 1, 1)));
  }
}
