// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlignmentTest {

  @Test
  void pairsWhatIsCloseAndSkipsWhatIsNot() {
    Alignment alignment = Alignment.of(new double[] {0, 10, 20}, new double[] {0.5, 14, 20.2}, 2);
    assertThat(alignment.partner()).containsExactly(0, -1, 2);
    assertThat(alignment.cost()).isCloseTo(0.0625 + 0.01 + 2 * Alignment.SKIP, within(1e-9));
  }

  @Test
  void nothingObservedLeavesAllAlone() {
    Alignment alignment = Alignment.of(new double[] {1, 2}, new double[0], 1);
    assertThat(alignment.partner()).containsExactly(-1, -1);
    assertThat(alignment.cost()).isCloseTo(2 * Alignment.SKIP, within(1e-12));
  }

  /** The oracle tries every order-preserving pairing. */
  @Test
  void noOtherPairingInOrderIsCheaper() {
    Random random = new Random(17);
    for (int round = 0; round < 400; round++) {
      double[] expected = rising(random, random.nextInt(6));
      double[] observed = rising(random, random.nextInt(6));
      Alignment alignment = Alignment.of(expected, observed, 1.5);
      assertThat(alignment.cost()).isCloseTo(cheapest(expected, observed, 0, 0), within(1e-9));
      assertThat(costOf(alignment.partner(), expected, observed))
          .isCloseTo(alignment.cost(), within(1e-9));
    }
  }

  private static double[] rising(Random random, int count) {
    return random.doubles(count, 0, 10).sorted().toArray();
  }

  private static double cheapest(double[] expected, double[] observed, int i, int j) {
    if (i == expected.length || j == observed.length) {
      return Alignment.SKIP * (expected.length - i + observed.length - j);
    }
    double distance = (expected[i] - observed[j]) / 1.5;
    return Math.min(
        distance * distance + cheapest(expected, observed, i + 1, j + 1),
        Alignment.SKIP
            + Math.min(
                cheapest(expected, observed, i + 1, j), cheapest(expected, observed, i, j + 1)));
  }

  private static double costOf(int[] partner, double[] expected, double[] observed) {
    double cost = 0;
    int last = -1;
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] < 0) {
        cost += Alignment.SKIP;
      } else {
        assertThat(partner[i]).isGreaterThan(last);
        last = partner[i];
        double distance = (expected[i] - observed[last]) / 1.5;
        cost += distance * distance;
      }
    }
    long paired = Arrays.stream(partner).filter(p -> p >= 0).count();
    return cost + Alignment.SKIP * (observed.length - paired);
  }
}
