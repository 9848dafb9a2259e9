// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RunsTest {

  @Test
  void everySecondOfAStreamIsOneRun() {
    List<Long> numbers = new ArrayList<>();
    for (long number = 12; number <= 1010; number += 2) {
      numbers.add(number);
    }
    assertThat(Runs.of("s", numbers)).containsExactly(new Runs.Run("s", 12, 1010, 2));
    assertThat(Runs.of("s", numbers).get(0).records()).isEqualTo(500);
  }

  @Test
  void oneNumberIsARunOfItself() {
    assertThat(Runs.of("s", List.of(7L))).containsExactly(new Runs.Run("s", 7, 7, 1));
    assertThat(Runs.of("s", List.of())).isEmpty();
  }

  @Test
  void theBodyIsWhatTheSchemaSays() {
    assertThat(Json.write(Runs.body("quota", Map.of("s", List.of(2L, 4L, 6L)))))
        .isEqualTo(
            "{\"reason\":\"quota\",\"runs\":[{\"stream\":\"s\",\"first\":2,\"last\":6,\"step\":2,"
                + "\"records\":3}]}");
  }

  @Test
  void runsNameExactlyTheNumbersGiven() {
    Random random = new Random(3);
    for (int round = 0; round < 2000; round++) {
      TreeSet<Long> numbers = new TreeSet<>();
      long number = random.nextInt(100);
      for (int i = random.nextInt(40); i >= 0; i--) {
        number += random.nextInt(3) == 0 ? 1 + random.nextInt(50) : 2;
        numbers.add(number);
      }
      TreeSet<Long> named = new TreeSet<>();
      long counted = 0;
      for (Runs.Run run : Runs.of("s", List.copyOf(numbers))) {
        for (long n = run.first(); n <= run.last(); n += run.step()) {
          assertThat(named.add(n)).as("named once").isTrue();
        }
        counted += run.records();
      }
      assertThat(named).isEqualTo(numbers);
      assertThat(counted).isEqualTo(numbers.size());
    }
  }
}
