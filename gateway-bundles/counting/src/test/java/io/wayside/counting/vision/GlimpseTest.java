// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A car on a road ten pixels to a metre, and something beside it that is seen apart from it for
 * some pictures, and then in one piece with it until both are gone.
 */
class GlimpseTest {

  private static final double HZ = 15;
  private static final int APPEARS = 14;
  private static final CountingLine LINE =
      new CountingLine("A", new Point(0, 90), new Point(320, 90));

  private static Blobs picture(int i, int apart) {
    double y = -42 + 5.0 * i;
    Blobs car = new Blobs(320, 180).fill(100, y, 18, 42);
    int gap = i < APPEARS + apart ? 4 : 0;
    return i < APPEARS ? car : car.fill(118 + gap, y, 11, 42);
  }

  private static int countedOf(int apart) {
    LineCounter counter =
        new LineCounter(List.of(LINE), 320, 180, true, Optional.of(new FlatRoad()), Sight.NONE);
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Blobs picture = picture(i, apart);
      counted.addAll(counter.see(picture.all(), picture, i / HZ));
    }
    counted.addAll(counter.rest());
    return counted.size();
  }

  @Test
  void aGlimpseOfSomethingByItselfMakesNoVehicleOfIt() {
    assertThat(countedOf(1)).isEqualTo(1);
    assertThat(countedOf(2)).isEqualTo(1);
  }

  @Test
  void whatWasByItselfForAWhileIsOneThoughItStaysAmongOthersThen() {
    assertThat(countedOf(5)).isEqualTo(2);
  }
}
