// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.FrameSource;
import io.wayside.core.device.PlateSource;
import io.wayside.core.plate.PlateForms;
import io.wayside.core.plate.PlateKey;
import io.wayside.core.traffic.VehicleClassSource;
import io.wayside.tolling.sight.ClassGroups;
import io.wayside.tolling.sight.LaneEyes;
import io.wayside.tolling.sight.SightRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the configuration says of a lane's cameras and of the classes another station measures. */
final class EyesSetup {

  private static final long MS = 1_000_000;

  private final TollLaneConfig config;
  private final SiteFiles files;

  EyesSetup(TollLaneConfig config, SiteFiles files) {
    this.config = config;
    this.files = files;
  }

  LaneEyes eyes(
      @Nullable PlateSource plates,
      @Nullable FrameSource overview,
      @Nullable VehicleClassSource classes)
      throws IOException, GarbledData {
    return new LaneEyes(
        Optional.ofNullable(plates),
        Optional.ofNullable(overview),
        Optional.ofNullable(classes),
        rules());
  }

  private SightRules rules() throws IOException, GarbledData {
    boolean readsPlates = !config.plateDevice().isEmpty();
    return new SightRules(
        readsPlates ? Optional.of(key()) : Optional.empty(),
        readsPlates
            ? Optional.of(
                PlateForms.from(
                    files.document("plates", "the document of plate forms", config.plateForms())))
            : Optional.empty(),
        config.plateDelayMs() * MS,
        config.plateText(),
        config.picturesOfCharges(),
        config.classGroups().isEmpty()
            ? Optional.empty()
            : Optional.of(
                ClassGroups.from(
                    files.document("the document of class groups", config.classGroups()))));
  }

  /** Without a key a hash would hide nothing: there are few enough plates to try all. */
  private PlateKey key() throws IOException, GarbledData {
    if (config.plateKeyFile().isEmpty()) {
      throw wrong(
          "names a plate camera and no plateKeyFile: name a file whose only line is the secret with"
              + " which plates are hashed");
    }
    String secret =
        files.text("the key of plates", config.plateKeyFile()).lines().findFirst().orElse("");
    try {
      return new PlateKey(secret.strip().getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException tooShort) {
      throw wrong("has a plateKeyFile " + config.plateKeyFile() + ": " + tooShort.getMessage());
    }
  }

  private GarbledData wrong(String what) {
    return new GarbledData("stations." + config.station_id() + " " + what);
  }
}
