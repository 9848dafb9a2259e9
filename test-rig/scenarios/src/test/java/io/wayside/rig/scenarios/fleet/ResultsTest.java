// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private final Results results = new Results();

  @Test
  void everyFigureHasItsUnitInTheTableAndItsKeyInJson() {
    results.part("Power back");
    results.add("allS", "all connected after", 5.328, "s");
    results.add("records", "records", 12_345, "");
    results.add("spread", "spread", List.of(1, 2, 3));
    assertThat(results.table())
        .containsSubsequence("Power back", "all connected after", "5.33 s", "12,345", "1 2 3");
    assertThat(results.json())
        .isEqualTo(
            "{\"holds\":true,\"allS\":5.33,\"records\":12345,\"spread\":[1,2,3],\"faults\":[]}");
  }

  @Test
  void oneFaultIsEnough() {
    results.fault("3 records missing");
    assertThat(results.holds()).isFalse();
    assertThat(results.table()).contains("FAULT: 3 records missing", "NOT everything holds");
    assertThat(results.json()).contains("\"holds\":false", "\"faults\":[\"3 records missing\"]");
  }

  @Test
  void aLongSeriesIsWholeInJsonOnly() {
    results.add("spread", "spread", Collections.nCopies(50, 7));
    assertThat(results.table()).contains("7 7 7 …");
    assertThat(results.json().split("7", -1)).hasSize(51);
  }

  @Test
  void timesReadAsPeopleWriteThem() {
    assertThat(Results.time(Duration.ofMinutes(1))).isEqualTo("60 s");
    assertThat(Results.time(Duration.ofMillis(1500))).isEqualTo("1500 ms");
  }
}
