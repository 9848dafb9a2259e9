// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.Detector;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InboxTest {

  private static LaneEvent.Heard heard(long nanos) {
    return new LaneEvent.Heard(nanos, new TagNumber("00", 8), Optional.empty(), 1, -50, 1);
  }

  private static LaneEvent change(long nanos) {
    return new LaneEvent.Occupied(nanos, Detector.SAFETY, nanos % 2 == 0);
  }

  private static long nanos(Letter letter) {
    return letter instanceof Letter.Sighting sighting
        ? sighting.heard().nanos()
        : ((Letter.Change) letter).event().nanos();
  }

  @Test
  void whatIsTakenComesOutInTheOrderOfItsArrivalAndChangesAreNeverDroppedOneByOne()
      throws Exception {
    Random random = new Random(3);
    for (int run = 0; run < 300; run++) {
      Inbox inbox = new Inbox(8, 16);
      ArrayDeque<Long> sightings = new ArrayDeque<>();
      List<Long> expected = new ArrayList<>();
      int changes = 0;
      long dropped = 0;
      for (long i = 0; i < 60; i++) {
        int what = random.nextInt(5);
        if (what < 2) {
          inbox.heard(heard(i));
          if (sightings.size() < 8) {
            sightings.add(i);
            expected.add(i);
          } else {
            dropped++;
          }
        } else if (what == 2 && changes < 16) {
          inbox.changed(change(i));
          expected.add(i);
          changes++;
        } else {
          Letter next = inbox.next(0);
          assertThat(next == null).isEqualTo(expected.isEmpty());
          if (next != null) {
            long first = expected.remove(0);
            assertThat(nanos(next)).isEqualTo(first);
            if (next instanceof Letter.Change) {
              changes--;
            } else {
              sightings.remove(first);
            }
          }
        }
      }
      assertThat(inbox.dropped()).isEqualTo(dropped);
      assertThat(inbox.takeFlood()).isFalse();
    }
  }

  @Test
  void afterAFloodNoChangeIsBelievedAndOrdersAreKept() throws Exception {
    Inbox inbox = new Inbox(8, 4);
    Letter.Order order = new Letter.Order(change(0), new CompletableFuture<>());
    assertThat(inbox.ordered(order)).isTrue();
    for (int i = 1; i <= 4; i++) {
      inbox.changed(change(i));
    }
    assertThat(inbox.next(1_000_000_000L)).as("the flood comes first").isNull();
    inbox.changed(change(9));
    assertThat(inbox.takeFlood()).isTrue();
    assertThat(inbox.takeFlood()).isFalse();
    inbox.changed(change(10));
    assertThat(inbox.next(0)).isEqualTo(order);
    assertThat(nanos(inbox.next(0))).isEqualTo(10);
    assertThat(inbox.next(0)).isNull();
  }

  @Test
  void aFullInboxRefusesAnOrderAndAnErrandAlwaysHasRoom() throws Exception {
    Inbox inbox = new Inbox(1, 2);
    inbox.changed(change(1));
    inbox.changed(change(2));
    assertThat(inbox.ordered(new Letter.Order(change(3), new CompletableFuture<>()))).isFalse();
    inbox.errand(() -> {});
    assertThat(inbox.next(0)).isInstanceOf(Letter.Errand.class);
    inbox.forget();
    assertThat(inbox.next(0)).isNull();
  }

  @Test
  void whoWaitsIsWoken() throws Exception {
    Inbox inbox = new Inbox(1, 2);
    Thread teller = new Thread(() -> inbox.changed(change(7)));
    teller.start();
    Letter letter = inbox.next(20_000_000_000L);
    teller.join();
    assertThat(letter).isInstanceOf(Letter.Change.class);
  }
}
