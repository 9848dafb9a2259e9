// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.spi.Detection;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Followed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchingTest {

  private static Detection detection(String label, double x, double y, double w, double h) {
    return new Detection(label, 0.8, x, y, x + w, y + h);
  }

  @Test
  void twoAbreastAreNotMixedUpThoughBothBoxesTouchBoth() {
    List<Followed> vehicles =
        List.of(new Followed(1, new Box(0, 0, 40, 40)), new Followed(2, new Box(24, 0, 40, 40)));
    List<Matching.Match> matches =
        Matching.of(vehicles, List.of(detection("b", 20, 0, 40, 40), detection("a", 2, 0, 40, 40)));

    assertThat(matches)
        .extracting(match -> match.vehicle() + match.detection().label())
        .containsExactlyInAnyOrder("1a", "2b");
  }

  @Test
  void aBoxFarLargerOrBesideIsNotTheVehicles() {
    List<Followed> one = List.of(new Followed(1, new Box(100, 100, 20, 20)));
    assertThat(Matching.of(one, List.of(detection("all", 0, 0, 300, 300)))).isEmpty();
    assertThat(Matching.of(one, List.of(detection("beside", 121, 100, 20, 20)))).isEmpty();
  }

  /** The same by brute force: as long as any free pair is left, the most alike is taken. */
  @Test
  void isTheGreedyAssignment() {
    Random random = new Random(5);
    for (int trial = 0; trial < 500; trial++) {
      List<Followed> vehicles = new ArrayList<>();
      List<Detection> detections = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        vehicles.add(
            new Followed(
                i, new Box(random.nextInt(60), random.nextInt(40), 30 + random.nextInt(20), 30)));
        detections.add(
            detection(
                "d" + i, random.nextInt(60), random.nextInt(40), 30 + random.nextInt(20), 30));
      }
      List<String> expected = greedy(new ArrayList<>(vehicles), new ArrayList<>(detections));
      assertThat(Matching.of(vehicles, detections))
          .extracting(match -> match.vehicle() + match.detection().label())
          .containsExactlyElementsOf(expected);
    }
  }

  private static List<String> greedy(List<Followed> vehicles, List<Detection> detections) {
    List<String> pairs = new ArrayList<>();
    while (true) {
      double most = 0;
      Followed vehicle = null;
      Detection detection = null;
      for (Followed v : vehicles) {
        for (Detection d : detections) {
          Detection asBox =
              new Detection("", 1, v.box().x(), v.box().y(), v.box().right(), v.box().bottom());
          if (asBox.overlap(d) > most) {
            most = asBox.overlap(d);
            vehicle = v;
            detection = d;
          }
        }
      }
      if (vehicle == null || detection == null || most < 0.3) {
        return pairs;
      }
      pairs.add(vehicle.vehicle() + detection.label());
      vehicles.remove(vehicle);
      detections.remove(detection);
    }
  }
}
