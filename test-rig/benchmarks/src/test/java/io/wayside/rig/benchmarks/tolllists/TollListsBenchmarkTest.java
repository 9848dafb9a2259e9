// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllists;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.benchmarks.Figure;
import io.wayside.tolling.tag.TagNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TollListsBenchmarkTest {

  @Test
  void everythingIsMeasuredBesideItsAlternatives() throws Exception {
    List<Figure> figures = new TollListsBenchmark().run(30_000, 1, what -> {});
    assertThat(figures).noneMatch(Figure::isSkipped);
    assertThat(figures)
        .extracting(Figure::figure)
        .contains(
            "full list, lists",
            "delta of 10,000, lists",
            "look-up, processor, lists",
            "garbage of a look-up, lists",
            "resident, bare SQLite",
            "resident, HashMap");
    assertThat(value(figures, "garbage of a look-up, lists")).isLessThan(1);
    // Nine in ten asked are there, less those that left.
    assertThat(value(figures, "share of those asked that were found")).isBetween(0.75, 0.9);
  }

  private static double value(List<Figure> figures, String name) {
    return figures.stream()
        .filter(figure -> figure.figure().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void theTagsAskedForAreOnTheListButForOneInTen() {
    Set<TagNumber> tags = new HashSet<>();
    for (int tag = 0; tag < 1000; tag++) {
      tags.add(SampleTags.number(SampleTags.serial(tag, 0)));
    }
    TagNumber[] asked = SampleTags.asked(500, 1000);
    assertThat(asked).filteredOn(tags::contains).hasSize(450);
  }
}
