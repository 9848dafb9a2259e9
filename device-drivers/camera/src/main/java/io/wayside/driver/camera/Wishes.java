// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.time.TimeSource;
import io.wayside.driver.camera.feed.Transport;
import io.wayside.driver.camera.ffmpeg.FfmpegTransport;
import io.wayside.driver.camera.ffmpeg.VideoSource;
import io.wayside.driver.camera.folder.FolderTransport;
import io.wayside.driver.camera.folder.FolderTransport.AtEnd;
import io.wayside.driver.camera.http.MjpegTransport;
import io.wayside.driver.camera.picture.Polygon;
import io.wayside.driver.camera.picture.PrivacyMask;
import io.wayside.driver.camera.picture.Scaler;
import io.wayside.driver.camera.picture.Size;
import io.wayside.driver.camera.watch.SceneWatch;
import io.wayside.driver.http.PasswordFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The configuration made parts; what it cannot mean is refused here. */
final class Wishes {

  private static final double USUAL_FOLDER_HZ = 10;

  private final Config config;
  private final Address address;
  private final Optional<Size> size;
  private final PrivacyMask mask;

  Wishes(Config config) {
    this.config = config;
    this.address = Address.of(config.device_id(), config.source(), config.way());
    this.size = size(config);
    this.mask = new PrivacyMask(Arrays.stream(config.privacyMasks()).map(Polygon::parse).toList());
    boolean finite = address.way() == Way.FOLDER || isFile();
    if (config.pace() == Pace.AS_TAKEN && !finite) {
      throw refused("pace AS_TAKEN is for files and folders; a camera does not wait");
    }
    if (config.atEnd() == AtEnd.WAIT && address.way() != Way.FOLDER) {
      throw refused("atEnd WAIT is for folders only");
    }
  }

  private static Optional<Size> size(Config config) {
    int width = config.widthPx();
    int height = config.heightPx();
    if (width == 0 && height == 0) {
      return Optional.empty();
    }
    if (!Size.isPossible(width, height)) {
      throw new IllegalArgumentException(
          "camera "
              + config.device_id()
              + ": "
              + width
              + "x"
              + height
              + " is no size of a picture; give both widthPx and heightPx, or neither");
    }
    return Optional.of(new Size(width, height));
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("camera " + config.device_id() + ": " + why);
  }

  private boolean isFile() {
    return address.way() == Way.FFMPEG && address.kind() == VideoSource.Kind.FILE;
  }

  Darkroom darkroom(Viewers viewers) {
    Optional<SceneWatch> watch =
        config.watch()
            ? Optional.of(new SceneWatch(TimeUnit.SECONDS.toNanos(config.alarmAfterS())))
            : Optional.empty();
    return new Darkroom(
        mask, size.map(Scaler::new), watch, config.pace() == Pace.AS_TAKEN, viewers);
  }

  Transport transport(TimeSource time) {
    String password = PasswordFile.read(config.passwordFile());
    return switch (address.way()) {
      case FOLDER ->
          new FolderTransport(Path.of(config.source()), folderHz(), config.atEnd(), time);
      case MJPEG ->
          new MjpegTransport(
              address.uri(),
              config.user(),
              password,
              config.rateHz(),
              Duration.ofMillis(config.silentAfterMs()),
              time);
      default ->
          new FfmpegTransport(
              config.ffmpeg(),
              new VideoSource(
                  address.with(config.user(), password),
                  address.kind(),
                  size,
                  config.rateHz(),
                  config.pace() == Pace.OWN,
                  config.atEnd() == AtEnd.REPEAT),
              address.source(),
              Address.encoded(password),
              !mask.isEmpty(),
              config.silentAfterMs(),
              time);
    };
  }

  private double folderHz() {
    if (config.pace() == Pace.AS_TAKEN) {
      return 0;
    }
    return config.rateHz() > 0 ? config.rateHz() : USUAL_FOLDER_HZ;
  }
}
