// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/**
 * Two riders, one a metre ahead of the other, on a road ten pixels to a metre: together they have
 * the outline of a car, and only the road between them says that they are two.
 */
class SideBySideTest {

  private static final double HZ = 15;
  private static final Box LEFT = new Box(100, 20, 7, 28);
  private static final Box RIGHT = new Box(110, 30, 7, 28);

  private final Tempo tempo = new Tempo();
  private final Tracker tracker =
      new Tracker(
          new Sizes(420),
          tempo,
          Optional.of(new FlatRoad()),
          new Box(0, 0, 320, 420),
          () -> new Point(0, 60));
  private int pictures;

  private void see(List<Blob> blobs) {
    pictures++;
    tempo.picture(pictures / HZ);
    tracker.see(blobs, pictures / HZ);
  }

  /** Rides on for so many pictures; in some of them road is to be seen in the middle. */
  private int tracksAfter(int rides, IntPredicate apart) {
    for (int i = 0; i < rides; i++) {
      double on = 4.0 * pictures;
      Box left = LEFT.moved(0, on);
      Box right = RIGHT.moved(0, on);
      see(apart.test(i) ? List.of(blob(left), blob(right)) : List.of(blob(left.with(right))));
    }
    return tracker.tracks().size();
  }

  private static Blob blob(Box box) {
    return new Blob(box, (int) box.area());
  }

  @Test
  void whoRideApartForSomePicturesInARowAreTwo() {
    assertThat(tracksAfter(12, i -> false)).isEqualTo(1);
    assertThat(tracksAfter(20, i -> true)).isEqualTo(2);
  }

  @Test
  void roadThatSeemsToBeSeenNowAndThenMakesNoTwoOfACar() {
    assertThat(tracksAfter(12, i -> false)).isEqualTo(1);
    assertThat(tracksAfter(60, i -> i % 3 != 0)).isEqualTo(1);
  }
}
