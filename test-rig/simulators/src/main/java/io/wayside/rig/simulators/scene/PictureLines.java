// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import io.wayside.rig.simulators.scene.traffic.CountLine;
import io.wayside.rig.simulators.scene.traffic.Way;
import io.wayside.rig.simulators.scene.view.PinholeCamera;
import io.wayside.rig.simulators.scene.view.Pixel;
import io.wayside.rig.simulators.scene.view.Vec;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines and surveyed points of a scene in pixels of its picture. */
public final class PictureLines {

  private static final double ROAD_MARGIN_M = 0.4;
  private static final double BASE_M = 18;

  private final SceneScript script;

  public PictureLines(SceneScript script) {
    this.script = script;
  }

  /** Where a line begins. */
  public Pixel from(CountLine line) {
    return seen(script.camera(), line.fromM(), line.yM());
  }

  public Pixel to(CountLine line) {
    return seen(script.camera(), line.toM(), line.yM());
  }

  /** To which side of a line a way leads, as seen in the picture from its beginning to its end. */
  public String direction(CountLine line, Way way) {
    double middle = (line.fromM() + line.toM()) / 2;
    Pixel here = seen(script.camera(), middle, line.yM());
    Pixel then = seen(script.camera(), middle, line.yM() + 0.5 * way.sign());
    double alongX = to(line).x() - from(line).x();
    double alongY = to(line).y() - from(line).y();
    double side = alongX * (then.y() - here.y()) - alongY * (then.x() - here.x());
    return side < 0 ? "left" : "right";
  }

  /** The document that a counter is given. */
  public String json() {
    String lines =
        script.lines().stream()
            .map(
                line ->
                    String.format(
                        Locale.ROOT,
                        "{\"id\":\"%s\",\"from\":%s,\"to\":%s}",
                        line.id(),
                        pair(from(line)),
                        pair(to(line))))
            .collect(Collectors.joining(","));
    return "{\"lines\":[" + lines + "],\"ground\":[" + ground() + "]}\n";
  }

  private String ground() {
    double near = script.lines().get(0).yM() - 1;
    double left = script.lines().get(0).fromM() + ROAD_MARGIN_M;
    double right = script.lines().get(0).toM() - ROAD_MARGIN_M;
    List<Vec> points =
        List.of(
            new Vec(left, near, 0),
            new Vec(right, near, 0),
            new Vec(right, near + BASE_M, 0),
            new Vec(left, near + BASE_M, 0));
    return points.stream()
        .map(
            point ->
                String.format(
                    Locale.ROOT,
                    "{\"px\":%s,\"m\":[%.3f,%.3f]}",
                    pair(seen(script.camera(), point.x(), point.y())),
                    point.x(),
                    point.y()))
        .collect(Collectors.joining(","));
  }

  private static String pair(Pixel pixel) {
    return String.format(Locale.ROOT, "[%.2f,%.2f]", pixel.x(), pixel.y());
  }

  private static Pixel seen(PinholeCamera camera, double x, double y) {
    return camera
        .project(new Vec(x, y, 0))
        .orElseThrow(() -> new IllegalStateException("a line lies behind the camera"));
  }
}
