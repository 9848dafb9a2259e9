// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {

  @TempDir Path folder;

  @Test
  void acceptedAndNeverArrivedIsLostAndMoreThanOnceIsDoubled() {
    boolean[] accepted = {true, true, true, false, false};
    int[] times = {1, 0, 3, 2, 0};
    assertThat(Account.of(5, n -> accepted[n], n -> times[n])).isEqualTo(new Account(3, 3, 1, 3));
  }

  @Test
  void whatArrivedWithoutAnAnswerToItsProducerIsNoLossOfOthers() {
    assertThat(Account.of(2, n -> n == 0, n -> n == 1 ? 1 : 0)).isEqualTo(new Account(1, 1, 1, 0));
  }

  @Test
  void accountsAddUpAsTheirNumbersDo() {
    Random random = new Random(7);
    Account sum = Account.NOTHING;
    Set<Integer> acceptedOnes = new HashSet<>();
    int arrivals = 0;
    Set<Integer> arrivedOnes = new HashSet<>();
    for (int run = 0; run < 20; run++) {
      int size = random.nextInt(50);
      boolean[] accepted = new boolean[size];
      int[] times = new int[size];
      for (int n = 0; n < size; n++) {
        accepted[n] = random.nextBoolean();
        times[n] = random.nextInt(4);
        int name = run * 1000 + n;
        if (accepted[n]) {
          acceptedOnes.add(name);
        }
        if (times[n] > 0) {
          arrivedOnes.add(name);
        }
        arrivals += times[n];
      }
      sum = sum.plus(Account.of(size, n -> accepted[n], n -> times[n]));
    }
    Set<Integer> lost = new HashSet<>(acceptedOnes);
    lost.removeAll(arrivedOnes);
    assertThat(sum)
        .isEqualTo(
            new Account(
                acceptedOnes.size(),
                arrivedOnes.size(),
                lost.size(),
                arrivals - arrivedOnes.size()));
  }

  @Test
  void marksAreSeenByWhoeverOpensTheSameFile() throws Exception {
    Path file = folder.resolve("marks");
    Marks marking = Marks.open(file, 100);
    List.of(3, 99, 3).forEach(marking::mark);
    Marks reading = Marks.open(file, 100);
    assertThat(reading.count()).isEqualTo(2);
    assertThat(reading.isMarked(99)).isTrue();
    assertThat(reading.isMarked(4)).isFalse();
  }
}
