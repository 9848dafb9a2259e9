// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthFileTest {

  private static final Instant WALL = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir Path folder;

  private final Vehicle vehicle =
      new Vehicle(
          3,
          VehicleKind.ARTICULATED_FIVE_AXLES,
          Manoeuvre.AXLE_PARTLY_ON,
          List.of(6300, 8500, 8400, 8600, 8700));

  @Test
  void keepsOneJsonObjectPerEventWhateverTheLanguageOfTheMachine() throws Exception {
    Path file = folder.resolve("truth.jsonl");
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("vi-VN"));
    try (TruthFile truth = new TruthFile(file, () -> WALL)) {
      truth.happened(new LaneEvent.VehicleStarted(1_500_000_000L, vehicle));
      assertThat(file).as("on disk at once").content().hasLineCount(1);
      truth.happened(new LaneEvent.AxleSettled(2_250_400_000L, 3, 2, 8500, 4250.25));
      truth.happened(new LaneEvent.VehicleLeft(19_000_000_000L, vehicle));
    } finally {
      Locale.setDefault(before);
    }
    String wall = "\"wall\":\"2026-03-01T08:00:00Z\"";
    String truth =
        "\"vehicle\":3,\"kind\":\"ARTICULATED_FIVE_AXLES\",\"pattern\":\"1-2-2\","
            + "\"manoeuvre\":\"AXLE_PARTLY_ON\",\"axleKg\":[6300,8500,8400,8600,8700],"
            + "\"grossKg\":40500}";
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "{\"event\":\"vehicle-started\",\"elapsedS\":1.500," + wall + "," + truth,
            "{\"event\":\"axle-settled\",\"elapsedS\":2.250,"
                + wall
                + ",\"vehicle\":3,\"axle\":2,\"axleKg\":8500,\"onPlatformKg\":4250.3}",
            "{\"event\":\"vehicle-left\",\"elapsedS\":19.000," + wall + "," + truth);
  }
}
