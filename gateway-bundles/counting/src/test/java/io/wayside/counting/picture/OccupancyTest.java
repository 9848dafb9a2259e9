// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Node;
import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.counting.sighting.Plan;
import io.wayside.opencv.Native;
import io.wayside.rig.simulators.scene.Film;
import io.wayside.rig.simulators.scene.Scenes;
import io.wayside.rig.simulators.scene.Shot;
import io.wayside.rig.simulators.scene.TruePassage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Occupancy of a line on rendered traffic, where it is known when each vehicle was on it. */
class OccupancyTest {

  private static final Shot SHOT = new Shot(320, 176, 15);

  @BeforeAll
  static void load() throws Exception {
    Native.load();
  }

  @Test
  void isNearThatOfTheTrueVehicles() throws Exception {
    for (String scene : List.of("free-flow", "mixed-dense")) {
      Film film = new Film(Scenes.named(scene).script(7, SHOT, 30));
      List<Double> occupiedAt = new ArrayList<>();
      List<Double> seenAt = new ArrayList<>();
      try (FrameCounter counter =
          new FrameCounter(Plan.from(Node.read("lines", film.lines().json())))) {
        while (film.next()) {
          double atS = film.frame() / SHOT.rateHz();
          ByteBuffer pixels = ByteBuffer.wrap(film.bgr());
          counter.see(
              new Frame(0, SHOT.widthPx(), SHOT.heightPx(), PixelFormat.BGR24, pixels, 0), atS);
          if (!counter.learns(atS)) {
            seenAt.add(atS);
          }
          counter.occupied("A", atS).forEach(one -> occupiedAt.add(one.toS()));
        }
        counter.restOccupied("A").forEach(one -> occupiedAt.add(one.toS()));
      }
      List<TruePassage> truth =
          film.truth().stream().filter(one -> one.line().equals("A")).toList();
      double truly = seenAt.stream().filter(atS -> isOn(truth, atS)).count();
      double agreed = occupiedAt.stream().filter(atS -> isOn(truth, atS)).count();
      assertThat(truly).isGreaterThan(20);
      assertThat(agreed / truly).as("found, in %s", scene).isGreaterThan(0.8);
      assertThat(agreed / occupiedAt.size()).as("right, in %s", scene).isGreaterThan(0.8);
    }
  }

  private static boolean isOn(List<TruePassage> truth, double atS) {
    return truth.stream()
        .anyMatch(
            one -> one.enterS() <= atS && one.leaveS().orElse(Double.POSITIVE_INFINITY) >= atS);
  }
}
