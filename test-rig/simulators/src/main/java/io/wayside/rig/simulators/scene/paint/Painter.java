// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import io.wayside.rig.simulators.scene.traffic.Mover;
import io.wayside.rig.simulators.scene.view.PinholeCamera;
import io.wayside.rig.simulators.scene.view.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Paints one picture after the other of what stands at a road and moves on it. */
public final class Painter {

  private static final double EXPOSURE_DAY_S = 0.008;
  private static final double EXPOSURE_NIGHT_S = 0.025;

  private final Light light;
  private final Drift drift;
  private final Shake shake;
  private final int width;
  private final int margin;
  private final double stepS;
  private final Surroundings still;
  private final TreeShade shade;
  private final Flat.Projector projector;
  private final Canvas canvas;
  private final Canvas seen;
  private final Glare glare;
  private final RainStreaks streaks;
  private final Lens lens;
  private final Sensor sensor;
  private final Random random;
  private final float[] sunShare;
  private final float[] openShare;
  private final float[] white;
  private final float[] red;
  private List<Drawn> drawn = List.of();

  private record Drawn(int id, double farM, Sprite sprite) {}

  /**
   * Prepares to paint.
   *
   * @param camera of the picture
   * @param stepS from picture to picture
   * @param exposureSteps whether the camera changes its exposure late and at once
   */
  public Painter(
      PinholeCamera camera,
      RoadPlan road,
      Light light,
      Drift drift,
      Shake shake,
      double stepS,
      boolean exposureSteps,
      long seed) {
    this.light = light;
    this.drift = drift;
    this.shake = shake;
    this.stepS = stepS;
    this.width = camera.widthPx();
    int around = (int) Math.ceil(2 + 3 * shake.strengthPx() * width / 640);
    this.margin = around;
    PinholeCamera wide = camera.withMargin(around);
    this.still = new Surroundings(wide, road, light, seed);
    this.shade = new TreeShade(road, light, seed);
    this.projector = new Flat.Projector(wide);
    this.canvas = new Canvas(wide.widthPx(), wide.heightPx());
    this.seen = new Canvas(width, camera.heightPx());
    this.glare = new Glare(wide.widthPx(), wide.heightPx());
    this.streaks = new RainStreaks(light.rain());
    this.lens = new Lens(width, camera.heightPx(), margin);
    this.sensor = new Sensor(width, camera.heightPx(), exposureSteps, seed);
    this.random = new Random(seed + 5);
    int n = still.red.length;
    this.sunShare = new float[n];
    this.openShare = new float[n];
    this.white = new float[n];
    this.red = new float[n];
  }

  /**
   * Paints the next picture.
   *
   * @param beyondS how long the picture is after the last step of the traffic
   * @param bgr filled with blue, green, red of each pixel
   */
  public void paint(List<Mover> movers, double timeS, double beyondS, byte[] bgr) {
    double sun = light.sunLevel() * drift.sunAt(timeS);
    double sky = light.skyLevel() * drift.skyAt(timeS);
    double exposure = light.isNight() ? EXPOSURE_NIGHT_S : EXPOSURE_DAY_S;
    List<Posed> posed = movers.stream().map(mover -> new Posed(mover, beyondS)).toList();
    Beams beams = new Beams(posed);
    shadows(posed, timeS, sun, exposure);
    lamps(beams);
    road(timeS, sun, sky);
    Shading shading = new Shading(light, sun, sky, projector, still);
    mirrors(posed, beams, shading, exposure);
    bodies(posed, beams, shading, exposure);
    if (light.lampsOn()) {
      glare.addTo(canvas, light.isNight() ? 0.05 : 0.9, light.isNight() ? 0.16 : 0.2);
    }
    streaks.draw(canvas, random, sky + 0.01 * light.street());
    lens.look(canvas, shake.at(timeS, width), seen);
    sensor.read(seen, stepS, bgr);
  }

  private void shadows(List<Posed> posed, double timeS, double sun, double exposure) {
    Arrays.fill(sunShare, 1);
    Arrays.fill(openShare, 1);
    double wind = 0.4 + 0.6 * Math.sin(0.31 * timeS) * Math.sin(0.31 * timeS);
    double movedX = 0.22 * wind * Math.sin(1.9 * timeS);
    double movedY = 0.16 * wind * Math.sin(1.4 * timeS + 1);
    if (shade.isAny()) {
      for (int i = 0; i < sunShare.length; i++) {
        if (!Float.isNaN(still.groundX[i])) {
          sunShare[i] -= 0.9f * shade.at(still.groundX[i], still.groundY[i], movedX, movedY);
        }
      }
    }
    Shadows shadows = new Shadows(projector, canvas.width, canvas.height);
    for (Posed one : posed) {
      if (sun > 0.02) {
        shadows.ofSun(one, light.sun(), exposure, sunShare);
      }
      shadows.below(one, openShare);
    }
  }

  private void lamps(Beams beams) {
    if (light.lampsOn()) {
      Arrays.fill(white, 0);
      Arrays.fill(red, 0);
      beams.throwOnto(still, white, red, projector);
    }
  }

  private void road(double timeS, double sun, double sky) {
    double veil = 0.8 * (sky + 0.2 * sun);
    double street = light.street();
    for (int y = 0; y < canvas.height; y++) {
      double grazing = 1 - (double) y / canvas.height;
      // Wet asphalt shows the sky, the more the flatter it is seen.
      double wet = light.wetness() * sky * (0.05 + 0.2 * grazing * grazing);
      for (int x = 0; x < canvas.width; x++) {
        int i = y * canvas.width + x;
        int from = still.sway[i] > 0 ? swayed(x, y, timeS) : i;
        double lit = sun * still.sunny[from] * sunShare[i];
        double open = sky * openShare[i];
        double lamp = street * still.street[from] * openShare[i];
        double beam = light.lampsOn() ? white[i] : 0;
        double tail = light.lampsOn() ? red[i] : 0;
        double h = still.haze[from];
        double clear = 1 - h;
        double back = Float.isNaN(still.groundX[i]) ? 0 : wet * openShare[i];
        canvas.red[i] =
            (float)
                (clear
                        * (still.red[from] * (1.06 * lit + 0.94 * open + 1.15 * lamp + beam + tail)
                            + back)
                    + h * veil);
        canvas.green[i] =
            (float)
                (clear * (still.green[from] * (lit + open + 0.95 * lamp + beam) + back) + h * veil);
        canvas.blue[i] =
            (float)
                (clear
                        * (still.blue[from] * (0.88 * lit + 1.08 * open + 0.65 * lamp + 0.9 * beam)
                            + back)
                    + h * veil);
      }
    }
  }

  /** From where a pixel of a swaying crown takes its picture. */
  private int swayed(int x, int y, double timeS) {
    double scale = canvas.width / 640.0;
    int dx = (int) Math.round(scale * 2.2 * Math.sin(1.9 * timeS + 0.03 * y));
    int dy = (int) Math.round(scale * 1.1 * Math.sin(2.7 * timeS + 0.04 * x));
    int sx = Math.max(0, Math.min(canvas.width - 1, x + dx));
    int sy = Math.max(0, Math.min(canvas.height - 1, y + dy));
    return sy * canvas.width + sx;
  }

  private void mirrors(List<Posed> posed, Beams beams, Shading shading, double exposure) {
    if (light.wetness() < 0.05) {
      return;
    }
    for (Posed one : posed) {
      Sprite sprite =
          Sprite.of(
              shading.mirrored(one, beams, exposure),
              canvas.width,
              canvas.height,
              canvas.height / 90.0);
      float share = (float) (0.3 * light.wetness());
      for (int y = 0; y < sprite.height; y++) {
        for (int x = 0; x < sprite.width; x++) {
          int k = y * sprite.width + x;
          int i = (y + sprite.top) * canvas.width + x + sprite.left;
          if (sprite.cover[k] > 0 && !Float.isNaN(still.groundX[i])) {
            float cover = sprite.cover[k];
            canvas.blend(
                i,
                sprite.red[k] / cover,
                sprite.green[k] / cover,
                sprite.blue[k] / cover,
                share * cover);
          }
        }
      }
    }
  }

  private void bodies(List<Posed> posed, Beams beams, Shading shading, double exposure) {
    Vec eye = projector.place();
    List<Posed> farFirst =
        posed.stream()
            .sorted(Comparator.comparingDouble((Posed one) -> -one.place().minus(eye).length()))
            .toList();
    List<Drawn> now = new ArrayList<>();
    for (Posed one : farFirst) {
      Sprite sprite =
          Sprite.of(shading.faces(one, beams, exposure), canvas.width, canvas.height, 0);
      double far = one.place().minus(eye).length();
      lay(sprite, far);
      now.add(new Drawn(one.mover().id(), far, sprite));
    }
    drawn = now;
  }

  private void lay(Sprite sprite, double far) {
    for (int y = 0; y < sprite.height; y++) {
      for (int x = 0; x < sprite.width; x++) {
        int k = y * sprite.width + x;
        float cover = sprite.cover[k];
        int i = (y + sprite.top) * canvas.width + x + sprite.left;
        if (cover > 0 && far < still.coverM[i]) {
          float left = 1 - cover;
          canvas.red[i] = canvas.red[i] * left + sprite.red[k];
          canvas.green[i] = canvas.green[i] * left + sprite.green[k];
          canvas.blue[i] = canvas.blue[i] * left + sprite.blue[k];
        }
      }
    }
  }

  /** What of each body was to be seen in the last picture, the farthest first. */
  public List<Visible> visible() {
    Whose whose = new Whose(canvas.width, canvas.height);
    drawn.forEach(one -> whose.lay(one.id(), one.sprite(), one.farM(), still.coverM));
    return whose.visible(margin);
  }

  /** What share of a body was hidden behind others in the last picture; 1 if it is not in it. */
  public double hiddenShare(int id) {
    return Hidden.share(drawn.stream().map(d -> new Hidden.Layer(d.id(), d.sprite())).toList(), id);
  }
}
