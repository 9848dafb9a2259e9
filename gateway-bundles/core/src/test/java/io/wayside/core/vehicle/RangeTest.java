// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ends that belong to a range and ends that do not. */
class RangeTest {

  private static Range range(String json) throws GarbledData {
    return Range.from(Node.read("t", json));
  }

  @Test
  void fromAndToBelongToItAboveAndBelowDoNot() throws GarbledData {
    Range closed = range("{\"from\": 1.3, \"to\": 2}");
    assertThat(closed.contains(1.3)).isTrue();
    assertThat(closed.contains(2)).isTrue();
    Range open = range("{\"above\": 1.3, \"below\": 2}");
    assertThat(open.contains(1.3)).isFalse();
    assertThat(open.contains(2)).isFalse();
    assertThat(open.contains(1.31)).isTrue();
    assertThat(range("{}").contains(-1e9)).isTrue();
  }

  @Test
  void anIntervalTouchesItWhenOneOfItsNumbersBelongsToIt() {
    Random random = new Random(9);
    for (int i = 0; i < 2000; i++) {
      Range range =
          new Range(
              random.nextInt(6), random.nextBoolean(), 6 + random.nextInt(6), random.nextBoolean());
      int low = random.nextInt(14);
      int high = low + random.nextInt(4);
      boolean some = false;
      for (double x = low; x <= high; x += 0.25) {
        some |= range.contains(x);
      }
      assertThat(range.touches(low, high)).as("%s and %s to %s", range, low, high).isEqualTo(some);
    }
  }

  @Test
  void endsInAnotherUnitStayWhatTheyAre() throws GarbledData {
    Range feet = range("{\"above\": 10, \"to\": 20}").times(0.3048);
    assertThat(feet.contains(10 * 0.3048)).isFalse();
    assertThat(feet.contains(20 * 0.3048)).isTrue();
  }

  @Test
  void twoLowerEndsOrABeginningAboveTheEndAreRefused() {
    assertThatThrownBy(() -> range("{\"from\": 1, \"above\": 2}"))
        .hasMessageContaining("two lower");
    assertThatThrownBy(() -> range("{\"to\": 1, \"from\": 2}"))
        .hasMessageContaining("above its end");
    assertThatThrownBy(() -> range("{\"until\": 1}")).hasMessageContaining("until is not known");
  }

  @Test
  void itReadsAsASentence() throws GarbledData {
    assertThat(range("{\"from\": 3.2, \"to\": 4.5}")).hasToString("from 3.2 to 4.5");
    assertThat(range("{\"above\": 4.5}")).hasToString("above 4.5");
    assertThat(range("{\"below\": 7}")).hasToString("below 7");
    assertThat(Range.ANY).hasToString("any");
  }
}
