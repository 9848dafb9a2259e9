// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.vision.Blob;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Region;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is evenly darker than the road: dull vehicles by themselves, and shadows of others. */
class LoneShadeTest {

  private static final int W = 320;
  private static final int H = 176;
  private static final Box PLACE = new Box(170, 60, 44, 30);

  @BeforeAll
  static void load() throws Exception {
    io.wayside.opencv.Native.load();
  }

  /** What is seen of boxes that come onto a road that was looked at for two seconds. */
  private static List<Blob> seen(Optional<Region> region, Object... boxesAndGreys) {
    try (Drawing drawing = new Drawing(W, H, 3);
        MovingParts parts = new MovingParts(W, H, 7, 95, region)) {
      for (int i = 0; i < 40; i++) {
        parts.of(drawing.taken(), i * 0.05, List.of());
      }
      for (int i = 0; i < boxesAndGreys.length; i += 2) {
        drawing.put((Box) boxesAndGreys[i], (Integer) boxesAndGreys[i + 1]);
      }
      return parts.of(drawing.taken(), 2, List.of());
    }
  }

  @Test
  void aVehicleOfOneGreyThatAShadowCouldHaveIsSeenWhereItIs() {
    for (int grey = 55; grey <= 82; grey += 3) { // the road has 100
      List<Blob> seen = seen(Optional.empty(), PLACE, grey);
      assertThat(seen).as("grey %d", grey).hasSize(1);
      assertThat(seen.get(0).box().likeness(PLACE)).as("grey %d", grey).isGreaterThan(0.85);
    }
  }

  @Test
  void theShadowOfAVehicleIsNoPartOfIt() {
    Box beside = new Box(PLACE.right(), PLACE.y() + 6, 30, PLACE.h());
    List<Blob> seen = seen(Optional.empty(), PLACE, 210, beside, 60);
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).box().right()).isLessThan(PLACE.right() + 8);
  }

  @Test
  void theShadowOfWhatIsBeyondTheEdgeIsNobody() {
    assertThat(seen(Optional.empty(), new Box(180, 0, 44, 30), 60)).isEmpty();
    Region right =
        new Region(List.of(new Point(180, 0), new Point(W, 0), new Point(W, H), new Point(180, H)));
    assertThat(seen(Optional.of(right), PLACE, 60)).isEmpty();
    assertThat(seen(Optional.of(right), new Box(200, 60, 44, 30), 60)).hasSize(1);
  }

  @Test
  void theShadowOfACloudIsNobody() {
    assertThat(seen(Optional.empty(), new Box(170, 8, 120, 160), 80)).isEmpty();
  }
}
