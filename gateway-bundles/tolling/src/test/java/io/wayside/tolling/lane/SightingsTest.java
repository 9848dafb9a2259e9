// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SightingsTest {

  private static LaneEvent.Heard heard(long nanos, double dbm) {
    return new LaneEvent.Heard(nanos, Bench.ANNA, Optional.empty(), 2, dbm, 1);
  }

  @Test
  void theFirstTheStrongestAndTheLastAreKeptInTheirOrder() {
    Random random = new Random(3);
    for (int run = 0; run < 300; run++) {
      Sightings sightings = new Sightings();
      List<LaneEvent.Heard> all = new ArrayList<>();
      for (int i = random.nextInt(60); i > 0; i--) {
        LaneEvent.Heard one = heard(all.size(), -80 + random.nextDouble() * 40);
        all.add(one);
        sightings.add(one);
      }
      Set<Long> expected = new TreeSet<>();
      all.stream().limit(Sightings.EACH).forEach(one -> expected.add(one.nanos()));
      all.stream()
          .skip(Math.max(0, all.size() - Sightings.EACH))
          .forEach(one -> expected.add(one.nanos()));
      all.stream()
          .sorted(Comparator.comparingDouble(LaneEvent.Heard::strengthDbm).reversed())
          .limit(Sightings.EACH)
          .forEach(one -> expected.add(one.nanos()));
      assertThat(sightings.kept())
          .extracting(LaneEvent.Heard::nanos)
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void twoThatSayTheSameAreTwo() {
    Sightings sightings = new Sightings();
    sightings.add(heard(1, -50));
    sightings.add(heard(1, -50));
    assertThat(sightings.kept()).hasSize(2);
  }

  @Test
  void aPassageSaysWhatTheReaderSaidOfItsTag() {
    Bench bench = Bench.open(Bench.ROOMY);
    bench.arrive(Bench.ANNA).leave();
    TagEvidence tag = bench.passage().evidence().tags().get(0);
    assertThat(tag.sightings()).hasSizeBetween(1, 3 * Sightings.EACH);
    assertThat(tag.sightings().get(0).nanos()).isEqualTo(tag.firstNanos());
    assertThat(tag.sightings().get(tag.sightings().size() - 1).nanos()).isEqualTo(tag.lastNanos());
    assertThat(tag.sightings().stream().mapToDouble(LaneEvent.Heard::strengthDbm).max())
        .hasValue(tag.peakDbm());
  }
}
