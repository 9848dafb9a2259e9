// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.ContactChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SettlingTest {

  private static final long MS = 1_000_000;

  private final Settling settling = new Settling(10 * MS, false);

  @Test
  void aLevelCountsOnceItLastedWithTheTimeItBegan() {
    settling.begin(false);
    assertThat(settling.hear(true, 5 * MS)).isEmpty();
    assertThat(settling.settled(14 * MS)).isEmpty();
    assertThat(settling.settled(15 * MS))
        .contains(new ContactChange(5 * MS, true, ContactChange.StampedBy.DRIVER));
    assertThat(settling.active()).contains(true);
    assertThat(settling.settled(99 * MS)).isEmpty();
  }

  @Test
  void aBounceIsNoChange() {
    settling.begin(false);
    assertThat(settling.hear(true, 0)).isEmpty();
    assertThat(settling.hear(false, 3 * MS)).isEmpty();
    assertThat(settling.settled(99 * MS)).isEmpty();
    assertThat(settling.active()).contains(false);
  }

  @Test
  void whatSettledBeforeTheNextEdgeIsToldWithIt() {
    settling.begin(false);
    assertThat(settling.hear(true, 0)).isEmpty();
    assertThat(settling.hear(false, 30 * MS)).map(ContactChange::active).contains(true);
  }

  @Test
  void anInvertedContactIsActiveWhenLow() {
    Settling inverted = new Settling(0, true);
    inverted.begin(true);
    assertThat(inverted.active()).contains(false);
    assertThat(inverted.hear(false, 1)).map(ContactChange::active).contains(true);
  }

  @Test
  void whatWasLostIsUnknownUntilItBeginsAnew() {
    settling.begin(true);
    settling.hear(false, 0);
    settling.lose();
    assertThat(settling.active()).isEmpty();
    assertThat(settling.settled(99 * MS)).isEmpty();
  }

  @Test
  void itSaysHowLongUntilAChangeMaySettle() {
    settling.begin(false);
    assertThat(settling.untilSettledNanos(0, 20 * MS)).isEqualTo(20 * MS);
    settling.hear(true, 5 * MS);
    assertThat(settling.untilSettledNanos(8 * MS, 20 * MS)).isEqualTo(7 * MS);
    assertThat(settling.untilSettledNanos(80 * MS, 20 * MS)).isZero();
  }

  /** Changes alternate, are in order, and each lasted. */
  @Test
  void randomBouncingGivesOnlyWhatLasted() {
    Random random = new Random(2);
    for (int run = 0; run < 200; run++) {
      Settling tried = new Settling(10 * MS, random.nextBoolean());
      tried.begin(false);
      boolean known = tried.active().orElseThrow();
      List<ContactChange> changes = new ArrayList<>();
      long now = 0;
      for (int i = 0; i < 300; i++) {
        now += random.nextInt(20) * MS;
        tried.hear(random.nextBoolean(), now).ifPresent(changes::add);
        tried.settled(now).ifPresent(changes::add);
      }
      for (ContactChange change : changes) {
        assertThat(change.active()).isNotEqualTo(known);
        known = change.active();
      }
      assertThat(changes.stream().map(ContactChange::monotonicNanos)).isSorted();
    }
  }
}
