// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.benchmarks.Figure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

class TollLaneBenchmarkTest {

  @Test
  @ResourceLock("wayside.home")
  void everyPassageOfAShortRunIsChargedAndMeasured() throws Exception {
    String before = System.getProperty("wayside.home");
    System.setProperty("wayside.home", Path.of("../..").toAbsolutePath().normalize().toString());
    try {
      List<Figure> figures = new TollLaneBenchmark().run(40, what -> {});
      assertThat(figures).extracting(Figure::figure).contains("p50", "p99", "max", "passages");
      assertThat(figures).allMatch(figure -> figure.value() > 0);
      assertThat(figures)
          .filteredOn(figure -> figure.figure().equals("max"))
          .allMatch(figure -> figure.ratio().isPresent());
    } finally {
      if (before == null) {
        System.clearProperty("wayside.home");
      } else {
        System.setProperty("wayside.home", before);
      }
    }
  }
}
