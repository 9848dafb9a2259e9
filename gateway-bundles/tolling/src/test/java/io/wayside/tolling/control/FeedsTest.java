// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.Listener;
import io.wayside.tolling.lane.ArmPosition;
import io.wayside.tolling.lane.LaneEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedsTest {

  private final SteppedTime time = new SteppedTime();
  private final List<String> heard = new ArrayList<>();

  private ContactFeed feed(Contact contact) {
    return new ContactFeed(
        contact,
        time,
        new ContactFeed.Hearer() {
          @Override
          public void is(boolean active, long nanos) {
            heard.add(active ? "on" : "off");
          }

          @Override
          public void lost(long nanos) {
            heard.add("lost");
          }
        });
  }

  @Test
  void theFirstStateIsAskedForAndLaterOnesAreTold() {
    BenchContact contact = new BenchContact("l1", time, Optional.of(true));
    ContactFeed feed = feed(contact);
    feed.begin();
    contact.is(false);
    contact.lost();
    feed.refresh(); // silent: nobody knows
    contact.is(true);
    feed.close();
    contact.is(false);
    assertThat(heard).containsExactly("on", "off", "lost", "on");
  }

  @Test
  void aDriverThatOpensItsLineLateIsAskedAgain() {
    BenchContact contact = new BenchContact("l1", time, Optional.empty());
    ContactFeed feed = feed(contact);
    feed.begin();
    assertThat(heard).isEmpty();
    contact.becomes(true);
    feed.refresh();
    assertThat(heard).containsExactly("on");
  }

  /** The driver tells of a change while it is being asked. */
  @Test
  void aStateThatWasReadDoesNotOvertakeAChange() {
    Contact contact =
        new Contact() {
          private @Nullable Listener<? super ContactChange> listener;
          private boolean asked;

          @Override
          public Optional<Boolean> active() {
            if (asked && listener != null) {
              listener.received(new ContactChange(time.monotonicNanos(), true, StampedBy.DRIVER));
            }
            asked = true;
            return Optional.of(false); // as it was a moment ago
          }

          @Override
          public Subscription subscribe(Listener<? super ContactChange> hearer) {
            listener = hearer;
            return () -> {};
          }

          @Override
          public String deviceId() {
            return "l1";
          }
        };
    ContactFeed feed = feed(contact);
    feed.begin();
    assertThat(heard).containsExactly("off");
    feed.refresh();
    assertThat(heard).containsExactly("off", "on");
  }

  private static List<LaneEvent> all(Inbox inbox) throws InterruptedException {
    List<LaneEvent> events = new ArrayList<>();
    for (Letter letter = inbox.next(0); letter != null; letter = inbox.next(0)) {
      events.add(
          letter instanceof Letter.Sighting sighting
              ? sighting.heard()
              : ((Letter.Change) letter).event());
    }
    return events;
  }

  @Test
  void aReaderIsLostOnceAndBackBeforeWhatItHears() throws Exception {
    Inbox inbox = new Inbox(10, 10);
    BenchReader reader = new BenchReader(time);
    ReaderFeed feed = new ReaderFeed(reader, inbox, time);
    feed.begin();
    reader.lost();
    reader.lost();
    reader.hears(KnownTags.ANNA, 1, -50);
    assertThat(all(inbox))
        .hasSize(3)
        .element(1)
        .isEqualTo(new LaneEvent.Reader(time.monotonicNanos(), true));
    reader.lost();
    feed.refresh();
    assertThat(feed.isLost()).as("its health is still bad").isTrue();
    reader.back();
    feed.refresh();
    assertThat(feed.isLost()).isFalse();
    feed.close();
    reader.hears(KnownTags.ANNA, 1, -50);
    assertThat(all(inbox)).hasSize(2);
  }

  @Test
  void aReaderThatIsNotInOrderAtTheStartIsLost() throws Exception {
    Inbox inbox = new Inbox(10, 10);
    BenchReader reader = new BenchReader(time);
    reader.lost();
    new ReaderFeed(reader, inbox, time).begin();
    assertThat(all(inbox)).containsExactly(new LaneEvent.Reader(time.monotonicNanos(), false));
  }

  @Test
  void twoSwitchesSayWhereTheArmIsAndOneThatIsLostSaysNothing() throws Exception {
    Inbox inbox = new Inbox(10, 100);
    BenchContact up = new BenchContact("up", time, Optional.of(false));
    BenchContact down = new BenchContact("down", time, Optional.of(true));
    BenchOutput raise = new BenchOutput("raise", time, true);
    Hearing hearing =
        new Hearing(
            new LaneDevices(
                new BenchReader(time),
                new BenchContact("l1", time, Optional.empty()),
                new BenchContact("l3", time, Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(up),
                Optional.of(down),
                raise,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            inbox,
            time);
    hearing.begin();
    down.is(false);
    up.is(true);
    up.lost();
    up.is(true);
    down.is(true);
    assertThat(all(inbox).stream().map(event -> ((LaneEvent.Arm) event).position()))
        .containsExactly(
            ArmPosition.UNKNOWN, // the one was asked before the other
            ArmPosition.CLOSED,
            ArmPosition.BETWEEN,
            ArmPosition.OPEN,
            ArmPosition.UNKNOWN,
            ArmPosition.OPEN,
            ArmPosition.UNKNOWN);
    assertThat(hearing.nothingUnderTheArm()).isFalse();
    assertThat(hearing.allLost(5)).hasSize(2);
    hearing.close();
  }
}
