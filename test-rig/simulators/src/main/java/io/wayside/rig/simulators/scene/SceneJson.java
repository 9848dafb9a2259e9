// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import io.wayside.rig.simulators.scene.paint.Light;
import io.wayside.rig.simulators.scene.view.PinholeCamera;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a scene was made of, for the record. */
final class SceneJson {

  private SceneJson() {}

  static String of(SceneScript script) {
    PinholeCamera camera = script.camera();
    Light light = script.light();
    return String.format(
        Locale.ROOT,
        """
        {
          "scene": "%s", "seed": %d, "seconds": %s, "pictures": %d, "rateHz": %s,
          "camera": {"xM": %.3f, "yM": %.3f, "heightM": %.3f, "yawRad": %.5f, "tiltRad": %.5f, \
        "focalPx": %.3f, "widthPx": %d, "heightPx": %d},
          "road": {"leftM": %s, "rightM": %s, "trees": %d},
          "light": {"sun": [%.4f, %.4f, %.4f], "sunLevel": %.4f, "skyLevel": %.4f, "lampsOn": %s, \
        "street": %.4f, "wetness": %s, "rain": %.4f, "hazePerM": %s},
          "drift": {"cloudS": %s, "depth": %s, "switchEveryS": %s}, "shakePx": %s, \
        "exposureSteps": %s,
          "lines": [%s],
          "arrivals": [
            %s
          ]
        }
        """,
        script.name(),
        script.seed(),
        script.seconds(),
        script.pictures(),
        script.shot().rateHz(),
        camera.place().x(),
        camera.place().y(),
        camera.place().z(),
        camera.yawRad(),
        camera.tiltRad(),
        camera.focalPx(),
        camera.widthPx(),
        camera.heightPx(),
        script.road().leftM(),
        script.road().rightM(),
        script.road().trees().size(),
        light.sun().x(),
        light.sun().y(),
        light.sun().z(),
        light.sunLevel(),
        light.skyLevel(),
        light.lampsOn(),
        light.street(),
        light.wetness(),
        light.rain(),
        light.hazePerM(),
        script.drift().cloudS(),
        script.drift().depth(),
        script.drift().switchEveryS(),
        script.shake().strengthPx(),
        script.exposureSteps(),
        lines(script),
        arrivals(script));
  }

  private static String lines(SceneScript script) {
    return script.lines().stream()
        .map(
            line ->
                String.format(
                    Locale.ROOT,
                    "{\"id\": \"%s\", \"yM\": %.3f, \"fromM\": %.3f, \"toM\": %.3f}",
                    line.id(),
                    line.yM(),
                    line.fromM(),
                    line.toM()))
        .collect(Collectors.joining(", "));
  }

  private static String arrivals(SceneScript script) {
    return script.arrivals().stream()
        .map(
            arrival ->
                String.format(
                    Locale.ROOT,
                    "{\"t\": %.3f, \"kind\": \"%s\", \"look\": %d, \"xM\": %.3f, \"way\": \"%s\","
                        + " \"wishMps\": %.3f}",
                    arrival.timeS(),
                    arrival.kind().word(),
                    arrival.look(),
                    arrival.xM(),
                    arrival.way().name().toLowerCase(Locale.ROOT),
                    arrival.wishMps()))
        .collect(Collectors.joining(",\n    "));
  }
}
