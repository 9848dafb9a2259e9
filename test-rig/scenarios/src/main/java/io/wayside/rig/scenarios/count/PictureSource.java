// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.core.device.DeviceException;
import io.wayside.counting.cli.Wrong;
import io.wayside.driver.camera.Camera;
import io.wayside.driver.camera.ffmpeg.FrameRate;
import io.wayside.rig.scenarios.lane.Assembled;
import io.wayside.rig.scenarios.lane.BenchTime;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where pictures come from.
 *
 * @param rateHz of what is recorded; 0 for a camera, whose pictures have the time of their arrival
 * @param login of a camera that asks who is there
 */
record PictureSource(String place, String way, double rateHz, Login login) {

  /** A folder does not say how fast its pictures were taken. */
  private static final double USUAL_FOLDER_HZ = 15;

  /** Rates that differ less are the same, rounded otherwise. */
  private static final double ALIKE = 0.01;

  static PictureSource of(String place, Login login, double rateHz, Optional<Double> plannedHz)
      throws Wrong {
    if (place.contains("://") || place.startsWith("/dev/video")) {
      return new PictureSource(place, "AUTO", 0, login);
    }
    Path path = path(place);
    double said = rateHz > 0 ? rateHz : plannedHz.orElse(0.0);
    if (Files.isDirectory(path)) {
      return new PictureSource(place, "FOLDER", said > 0 ? said : USUAL_FOLDER_HZ, login);
    }
    return new PictureSource(place, "FFMPEG", said > 0 ? said : ofClip(path), login);
  }

  private static Path path(String place) throws Wrong {
    try {
      Path path = Path.of(place);
      if (Files.isReadable(path)) {
        return path;
      }
    } catch (InvalidPathException noPath) {
      throw new Wrong("--in " + place + ": this is no path: " + noPath.getReason());
    }
    throw new Wrong("--in " + place + ": there is no such file or folder, or it is not readable");
  }

  private static double ofClip(Path clip) throws Wrong {
    try {
      return FrameRate.of("ffmpeg", clip)
          .orElseThrow(
              () -> new Wrong("--in " + clip + ": it does not say its rate; give --rate HZ"));
    } catch (DeviceException unreadable) {
      throw new Wrong("--in " + clip + ": " + unreadable.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Wrong("--in " + clip + ": interrupted");
    }
  }

  /** That a clip is counted at another rate than its own, which changes what is seen in it. */
  Optional<String> unlike() throws Wrong {
    if (!way.equals("FFMPEG")) {
      return Optional.empty();
    }
    double own = ofClip(path(place));
    return Math.abs(rateHz / own - 1) <= ALIKE
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s says %.2f pictures a second; counting as if there were %.2f, as you say",
                place,
                own,
                rateHz));
  }

  boolean isRecorded() {
    return rateHz > 0;
  }

  /** What it is called: the name of a file or a folder without the way to it, or an address. */
  String title() {
    if (!isRecorded()) {
      return place;
    }
    Path path = Path.of(place).toAbsolutePath().normalize();
    return String.valueOf(path.getFileName() == null ? path : path.getFileName());
  }

  /** The driver, as a site document would have it; recordings come as fast as they are taken. */
  Camera camera() throws Wrong {
    Map<String, Object> properties = new HashMap<>(login.settings());
    properties.put("device.id", "in");
    properties.put("source", place);
    properties.put("way", way);
    properties.put("pace", isRecorded() ? "AS_TAKEN" : "OWN");
    properties.put("watch", false);
    try {
      return Assembled.make(Camera.class, properties, new BenchTime());
    } catch (io.wayside.rig.scenarios.lane.Wrong wrong) {
      throw new Wrong("--in: " + wrong.getMessage());
    }
  }
}
