// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.scenarios.fleet.Arrivals.Line;
import io.wayside.rig.scenarios.fleet.Arrivals.Span;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private static final Line LINE = new Line("g", "s");

  private final Arrivals arrivals = new Arrivals();

  @Test
  void aNumberThatNeverCameIsMissing() {
    arrivals.arrived("g", "s", 1, "a");
    arrivals.arrived("g", "s", 4, "d");
    assertThat(arrivals.missing(Map.of(LINE, 6L)))
        .containsExactly(new Span(LINE, 2, 3), new Span(LINE, 5, 6));
  }

  @Test
  void aStreamOfWhichNothingCameIsMissingWhole() {
    assertThat(arrivals.missing(Map.of(LINE, 3L))).containsExactly(new Span(LINE, 1, 3));
  }

  @Test
  void repeatsAreCountedByGatewayAndOtherContentIsAConflict() {
    assertThat(arrivals.arrived("g", "s", 1, "a")).isTrue();
    assertThat(arrivals.arrived("g", "s", 1, "a")).isFalse();
    assertThat(arrivals.arrived("h", "s", 1, "a")).isTrue();
    arrivals.arrived("h", "s", 1, "a");
    arrivals.arrived("h", "s", 1, "b");
    assertThat(arrivals.distinct()).isEqualTo(2);
    assertThat(arrivals.repeated()).isEqualTo(3);
    assertThat(arrivals.mostRepeatedByOne()).isEqualTo(2);
    assertThat(arrivals.conflicting()).isEqualTo(1);
  }

  @Test
  void whatNobodyGaveOutIsInvented() {
    arrivals.arrived("g", "s", 3, "a");
    arrivals.arrived("x", "s", 1, "a");
    assertThat(arrivals.invented(Map.of(LINE, 2L))).isEqualTo(2);
    assertThat(arrivals.invented(Map.of(LINE, 3L, new Line("x", "s"), 1L))).isZero();
  }

  @Test
  void agreesWithASetOfNumbers() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Arrivals counted = new Arrivals();
      Set<Long> came = new TreeSet<>();
      long head = 1L + random.nextInt(50);
      for (int i = random.nextInt(80); i > 0; i--) {
        long number = 1L + random.nextInt((int) head);
        assertThat(counted.arrived("g", "s", number, "h")).isEqualTo(came.add(number));
      }
      Set<Long> missing = new TreeSet<>();
      for (Span span : counted.missing(Map.of(LINE, head))) {
        for (long n = span.first(); n <= span.last(); n++) {
          assertThat(missing.add(n)).isTrue();
        }
      }
      Set<Long> expected = new TreeSet<>();
      for (long n = 1; n <= head; n++) {
        if (!came.contains(n)) {
          expected.add(n);
        }
      }
      assertThat(missing).as("seed " + seed).isEqualTo(expected);
    }
  }
}
