// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.picture.PictureCounter;
import io.wayside.counting.sighting.Plan;
import io.wayside.counting.vision.CountingLine;
import io.wayside.counting.vision.Point;
import io.wayside.opencv.Native;
import io.wayside.rig.benchmarks.Figure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisionBenchmarkTest {

  @Test
  void theCounterIsComparedWithTheModelOnTheSamePictures() throws Exception {
    List<Figure> figures =
        new VisionBenchmark().run(new VisionBenchmark.Effort(1, 150), what -> {});
    assertThat(figures).hasSize(5);
    assertThat(figures.get(0).value()).isPositive();
    assertThat(figures.get(1).against()).isEqualTo(figures.get(0).figure());
    assertThat(figures.get(1).ratio()).isPresent();
    assertThat(figures.get(2).unit()).isEqualTo("MiB");
    assertThat(figures.get(3).value()).isPositive();
    assertThat(figures.get(4).against()).isEqualTo(figures.get(3).figure());
    assertThat(figures.get(4).ratio()).isPresent();
  }

  /** A benchmark of what does not work would be worth nothing. */
  @Test
  void whatIsMeasuredCounts() throws Exception {
    Native.load();
    CountingLine line = new CountingLine("A", new Point(0, 180), new Point(640, 180));
    Plan plan =
        new Plan(List.of(line), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    try (DrawnRoad road = new DrawnRoad(2);
        PictureCounter counter = new PictureCounter(plan, DrawnRoad.WIDTH, DrawnRoad.HEIGHT)) {
      VisionBenchmark.count(road, counter, 0);
      int counted = VisionBenchmark.count(road, counter, DrawnRoad.round());
      assertThat(counted).isBetween(2, DrawnRoad.vehiclesARound() + 1);
    }
  }
}
