// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.Interruption.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContactTellerTest {

  private static final long SETTLE = 100;

  private final List<Object> told = new ArrayList<>();
  private final ContactTeller teller = teller(SETTLE);

  private ContactTeller teller(long settleNanos) {
    return new ContactTeller(
        new Settling(settleNanos, false),
        new Listener<ContactChange>() {
          @Override
          public void received(ContactChange change) {
            told.add(change);
          }

          @Override
          public void interrupted(Interruption interruption) {
            told.add(interruption);
          }
        },
        7);
  }

  @Test
  void theFirstLevelIsAStateAndNoChange() {
    assertThat(teller.active()).isEmpty();
    teller.begin(true, 10);

    assertThat(told).isEmpty();
    assertThat(teller.active()).contains(true);
  }

  @Test
  void aChangeIsToldWhenItHasSettledWithItsTrueTime() {
    teller.begin(false, 10);
    teller.hear(true, 20, StampedBy.KERNEL);
    assertThat(teller.untilSettledNanos(30, 1_000)).isEqualTo(90);
    assertThat(told).isEmpty();
    teller.alive(120);

    assertThat(told).containsExactly(new ContactChange(20, true, StampedBy.KERNEL));
    assertThat(teller.active()).contains(true);
  }

  @Test
  void anOutageIsToldOnceByItsFirstCauseSinceTheLastKnownMoment() {
    teller.begin(true, 10);
    teller.alive(500);
    teller.lose(Cause.SILENT, "no answer");
    teller.alive(900);
    teller.lose(Cause.LINK_DOWN, "unplugged");

    assertThat(told).containsExactly(new Interruption(500, Cause.SILENT, "no answer"));
    assertThat(teller.active()).isEmpty();
    teller.begin(true, 1_000);
    assertThat(told).hasSize(2).last().isEqualTo(new ContactChange(1_000, true, StampedBy.DRIVER));
  }

  @Test
  void oneThatNeverBeganIsLostSinceItsBeginning() {
    teller.lose(Cause.LINK_DOWN, "unplugged");

    assertThat(told).containsExactly(new Interruption(7, Cause.LINK_DOWN, "unplugged"));
  }

  @Test
  void whatWasNotSettledWhenTheLinkBrokeIsNotTold() {
    teller.begin(false, 10);
    teller.hear(true, 50, StampedBy.KERNEL);
    teller.lose(Cause.LINK_DOWN, "unplugged");
    teller.begin(false, 400);
    teller.alive(900);

    assertThat(told)
        .containsExactly(
            new Interruption(10, Cause.LINK_DOWN, "unplugged"),
            new ContactChange(400, false, StampedBy.DRIVER));
  }

  /** Against a plain count over a record of every look: an oracle that shares no code. */
  @Test
  void looksTellALevelOnceItWasTheSameForTheSettlingTime() {
    Random random = new Random(2);
    for (int run = 0; run < 300; run++) {
      told.clear();
      int settleLooks = random.nextInt(4);
      ContactTeller looked = teller(settleLooks * 10L);
      boolean[] levels = new boolean[200];
      for (int i = 1; i < levels.length; i++) {
        levels[i] = random.nextInt(3) == 0 ? !levels[i - 1] : levels[i - 1];
      }
      looked.begin(levels[0], 0);
      List<Object> expected = new ArrayList<>();
      boolean state = levels[0];
      for (int i = 1; i < levels.length; i++) {
        looked.look(levels[i], i * 10L, StampedBy.DRIVER);
        int same = 0;
        while (same <= i && levels[i - same] != state) {
          same++;
        }
        if (same > settleLooks) {
          state = !state;
          expected.add(new ContactChange((i - same + 1) * 10L, state, StampedBy.DRIVER));
        }
      }
      assertThat(told).isEqualTo(expected);
    }
  }
}
