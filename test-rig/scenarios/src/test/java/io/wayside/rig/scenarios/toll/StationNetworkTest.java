// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StationNetworkTest {

  private static final long MS = 1_000_000;
  private static final int SENT = 4_000;

  /** Lane 1 says its numbers, one each 10 ms; what lane 2 heard, with the time it took. */
  private record Heard(List<Integer> numbers, List<Long> tookNanos, int damaged) {

    static Heard over(NetworkKind kind, long seed) {
      Agenda agenda = new Agenda();
      StationNetwork network = new StationNetwork(kind, seed, agenda);
      List<Integer> numbers = new ArrayList<>();
      List<Long> took = new ArrayList<>();
      int[] damaged = {0};
      network.attach(1, (datagram, at) -> damaged[0] += 1_000_000); // nobody hears himself
      network.attach(
          2,
          (datagram, at) -> {
            int number = ((datagram[0] & 0xFF) << 8) + (datagram[1] & 0xFF);
            boolean whole = datagram[2] == 7 && number < SENT;
            damaged[0] += whole ? 0 : 1;
            if (whole) {
              numbers.add(number);
              took.add(at - number * 10L * MS);
            }
          });
      for (int i = 0; i < SENT; i++) {
        while (agenda.soonest() <= i * 10L * MS) {
          agenda.runFirst();
        }
        network.send(1, new byte[] {(byte) (i >> 8), (byte) i, 7}, i * 10L * MS);
      }
      while (agenda.soonest() < Long.MAX_VALUE) {
        agenda.runFirst();
      }
      return new Heard(numbers, took, damaged[0]);
    }
  }

  @Test
  void aGoodNetworkBringsNearlyAllAtOnceAndInOrder() {
    Heard heard = Heard.over(NetworkKind.GOOD, 1);
    assertThat(heard.numbers()).hasSizeGreaterThan(SENT - 10).isSorted().doesNotHaveDuplicates();
    assertThat(heard.tookNanos()).allMatch(took -> took >= 200_000 && took < 10 * MS);
  }

  @Test
  void aPoorOneLosesDoublesDamagesDelaysAndReorders() {
    Heard heard = Heard.over(NetworkKind.POOR, 1);
    assertThat((double) heard.numbers().stream().distinct().count() / SENT).isBetween(0.75, 0.9);
    assertThat(heard.numbers().size())
        .isGreaterThan((int) heard.numbers().stream().distinct().count());
    assertThat(heard.numbers()).isNotEqualTo(heard.numbers().stream().sorted().toList());
    assertThat(heard.damaged()).isBetween(1, 200);
  }

  @Test
  void aFailingOneIsGoneForSecondsAndComesBack() {
    List<Integer> numbers = Heard.over(NetworkKind.FAILING, 3).numbers();
    int longest = 0;
    for (int i = 1; i < numbers.size(); i++) {
      longest = Math.max(longest, numbers.get(i) - numbers.get(i - 1));
    }
    assertThat(longest * 10).isGreaterThan(1_000);
    assertThat(numbers).hasSizeBetween(SENT / 10, SENT * 9 / 10);
  }

  @Test
  void oneThatIsDownBringsNothing() {
    assertThat(Heard.over(NetworkKind.DOWN, 1).numbers()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedDoesTheSame(NetworkKind kind) {
    assertThat(Heard.over(kind, 9)).isEqualTo(Heard.over(kind, 9));
  }

  @Test
  void anOutageThatIsOrderedEnds() {
    Agenda agenda = new Agenda();
    StationNetwork network = new StationNetwork(NetworkKind.GOOD, 1, agenda);
    List<Long> heard = new ArrayList<>();
    network.attach(2, (datagram, at) -> heard.add(at));
    network.downUntil(50 * MS);
    network.send(1, new byte[8], 49 * MS);
    network.send(1, new byte[8], 50 * MS);
    while (agenda.soonest() < Long.MAX_VALUE) {
      agenda.runFirst();
    }
    assertThat(heard).hasSize(1).allMatch(at -> at > 50 * MS);
  }
}
