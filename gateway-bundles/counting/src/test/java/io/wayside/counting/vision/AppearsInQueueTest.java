// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A car that has the road's colour at its front: it stands among others, seen by its rear, and more
 * of it is seen, now more and now less, when it moves off. Ten pixels to a metre.
 */
class AppearsInQueueTest {

  private static final double HZ = 15;
  private static final int W = 320;
  private static final int H = 300;
  private static final CountingLine ACROSS =
      new CountingLine("A", new Point(0, 200), new Point(W, 200));

  private static final double STOP_PX = 120;
  private static final double COMES_PX_S = 60;
  private static final double OFF_S = 9;
  private static final double OFF_PX_S = 15;
  private static final double END_S = 17;

  /** Where the upper edge of what is seen of it is. */
  private static double y(double atS) {
    return Math.min(STOP_PX, -40 + COMES_PX_S * atS) + OFF_PX_S * Math.max(0, atS - OFF_S);
  }

  /** Where what appears is at a time; nothing before. */
  private interface Appearing {
    Optional<Box> at(double atS, int picture);
  }

  private static int counted(Appearing appearing) {
    LineCounter counter =
        new LineCounter(List.of(ACROSS), W, H, true, Optional.of(new FlatRoad()), Sight.NONE);
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < END_S * HZ; i++) {
      double atS = i / HZ;
      Blobs picture = new Blobs(W, H);
      picture.fill(100, y(atS), 18, 38);
      picture.fill(200, Math.min(60, -40 + COMES_PX_S * atS), 18, 42); // stands all the time
      appearing.at(atS, i).ifPresent(box -> picture.fill(box.x(), box.y(), box.w(), box.h()));
      counted.addAll(counter.see(picture.all(), picture, atS));
    }
    counted.addAll(counter.rest());
    return counted.size();
  }

  @Test
  void itAloneIsCountedOnce() {
    assertThat(counted((atS, picture) -> Optional.empty())).isEqualTo(1);
  }

  @Test
  void whatAppearsBeforeItWhenItMovesOffIsNotAnother() {
    int counted =
        counted(
            (atS, picture) ->
                Optional.of(atS)
                    .filter(t -> t > OFF_S + 0.5)
                    .map(t -> new Box(100, y(t) + 42, picture % 2 == 0 ? 18 : 11, 8)));
    assertThat(counted).isEqualTo(1);
  }

  @Test
  void aRiderWhoAppearsBesideItAndRidesOnIsAnother() {
    int counted =
        counted(
            (atS, picture) ->
                Optional.of(atS)
                    .filter(t -> t > OFF_S + 0.5)
                    .map(t -> new Box(124, STOP_PX + 30 * (t - OFF_S), 8, 20)));
    assertThat(counted).isEqualTo(2);
  }
}
