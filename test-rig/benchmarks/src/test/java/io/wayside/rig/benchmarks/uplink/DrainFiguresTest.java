// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DrainFiguresTest {

  private static Samples of(double value) {
    Samples samples = new Samples();
    samples.add(value);
    return samples;
  }

  @Test
  void theUplinkIsMeasuredByTheBareClientWithTheSameWindow() {
    Map<String, Samples> samples = new TreeMap<>();
    for (int window : new int[] {200, 1000}) {
      for (String name : List.of("rate", "cpu", "resident")) {
        samples.put("bare-" + window + " " + name, of(100.0 * window));
        samples.put("uplink-" + window + " " + name, of(75.0 * window));
      }
    }
    samples.put("bare-200 bytes", of(1042));
    List<Figure> figures = DrainFigures.of(samples, List.of(200, 1000));
    Figure drained =
        figures.stream()
            .filter(f -> f.figure().equals("uplink, window 1000, drained"))
            .findFirst()
            .orElseThrow();
    assertThat(drained.against()).isEqualTo("bare client, window 1000, drained");
    assertThat(drained.ratio()).hasValue(0.75);
    assertThat(figures).hasSize(13);
  }

  @Test
  void aRunThatSaidNothingIsNoFigure() {
    assertThatThrownBy(() -> DrainFigures.of(Map.of(), List.of(200)))
        .hasMessageContaining("bare-200 rate");
  }

  @Test
  void whatIsSkippedSaysWhyAndHasNoValue() {
    Figure skipped = Figure.skipped("uplink", "drain", "no broker");
    assertThat(skipped.isSkipped()).isTrue();
    assertThat(skipped.toJson()).contains("\"value\":null").contains("skipped: no broker");
  }
}
