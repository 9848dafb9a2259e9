// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The queue before a gate's thread. */
class MailboxTest {

  private final Mailbox mailbox = new Mailbox(3);
  private final List<String> done = new ArrayList<>();

  private void workAll() throws InterruptedException {
    Runnable next = mailbox.next(0);
    while (next != null) {
      next.run();
      next = mailbox.next(0);
    }
  }

  @Test
  void errandsGoBeforeWhatWaitsAndInTheOrderInWhichTheyWereGiven() throws Exception {
    mailbox.changed(() -> done.add("change"));
    mailbox.asked(() -> done.add("tap"));
    mailbox.errand(() -> done.add("first"));
    mailbox.errand(() -> done.add("second"));
    workAll();
    assertThat(done).containsExactly("first", "second", "change", "tap");
  }

  @Test
  void aFloodDropsAllChangesAndNoTapAndNoErrand() throws Exception {
    mailbox.asked(() -> done.add("tap"));
    mailbox.errand(() -> done.add("errand"));
    for (int i = 0; i < 5; i++) {
      mailbox.changed(() -> done.add("change"));
    }
    workAll();
    assertThat(done).containsExactly("errand");
    assertThat(mailbox.takeFlood()).isTrue();
    assertThat(mailbox.takeFlood()).isFalse();
    workAll();
    assertThat(done).containsExactly("errand", "tap");
  }

  @Test
  void aTapWithoutRoomIsRefusedAndCounted() {
    for (int i = 0; i < 3; i++) {
      assertThat(mailbox.asked(() -> {})).isTrue();
    }
    assertThat(mailbox.asked(() -> {})).isFalse();
    assertThat(mailbox.refused()).isEqualTo(1);
  }

  @Test
  void whatOtherGatesSayTakesHalfOfTheRoomAndNoChangeIsLostForIt() throws Exception {
    Mailbox box = new Mailbox(4);
    for (int i = 0; i < 100; i++) {
      box.overheard(() -> done.add("word"));
    }
    box.changed(() -> done.add("change"));
    assertThat(box.asked(() -> done.add("tap"))).isTrue();
    assertThat(box.takeFlood()).as("changes are lost").isFalse();
    assertThat(box.refused()).isZero();
    Runnable next = box.next(0);
    while (next != null) {
      next.run();
      next = box.next(0);
    }
    assertThat(done).containsExactly("word", "word", "change", "tap");
  }
}
