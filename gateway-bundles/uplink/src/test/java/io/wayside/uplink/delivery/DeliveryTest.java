// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.record.RecordId;
import io.wayside.uplink.FakeOutbox;
import io.wayside.uplink.Records;
import io.wayside.uplink.transport.ConnectionLost;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.transport.MqttTransport.Subscriber;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.wire.Topics;
import io.wayside.uplink.wire.WaysideJson;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final long SECOND = 1_000_000_000L;

  private final FakeOutbox outbox = new FakeOutbox();
  private final Topics topics = new Topics("demo", "gw-1");
  private final Deque<Parcel> mail = new ArrayDeque<>();
  private final Wire wire = new Wire();

  /** Keeps what was published; acknowledges when told to; breaks when told to. */
  private static final class Wire implements Connection {
    final List<String> published = new ArrayList<>();
    final Deque<Runnable> pending = new ArrayDeque<>();
    boolean broken;

    @Override
    public void publish(Publication message, Runnable acknowledged) throws ConnectionLost {
      if (broken) {
        throw new ConnectionLost("cut", null);
      }
      published.add(message.topic());
      pending.add(acknowledged);
    }

    @Override
    public void subscribe(String filter, Subscriber subscriber) {}

    @Override
    public void disconnect() {
      broken = true;
    }

    @Override
    public void abandon() {
      broken = true;
    }
  }

  private Delivery session(int window, long now) {
    return new Delivery(
        outbox,
        wire,
        new WaysideJson(topics, "0.1.0"),
        new Terms(
            window, Duration.ofSeconds(30), Optional.of(Duration.ofSeconds(60)), Shaping.STANDARD),
        new Ceiling(0),
        new Acknowledgements(mail),
        now);
  }

  private void fill(int count) {
    for (int i = 1; i <= count; i++) {
      outbox.add(Records.record("weighing.lane-1", i));
    }
  }

  @Test
  void neverMoreThanTheWindowIsInFlight() throws Exception {
    fill(10);
    Delivery delivery = session(3, 0);
    delivery.step(0);
    delivery.step(0);
    assertThat(wire.published).hasSize(3);
    assertThat(outbox.backlog()).isEqualTo(10);
  }

  @Test
  void theOutboxMovesOnlyOnAcknowledgement() throws Exception {
    fill(2);
    Delivery delivery = session(10, 0);
    delivery.step(0);
    assertThat(outbox.backlog()).isEqualTo(2);
    wire.pending.remove().run();
    delivery.acknowledged(mail.remove(), 0);
    assertThat(outbox.backlog()).isEqualTo(1);
    assertThat(delivery.settled()).isFalse();
  }

  @Test
  void whatIsAcknowledgedAndNotYetKeptHasItsPlaceInTheWindow() throws Exception {
    fill(20);
    outbox.keepSlowly();
    Delivery delivery = session(8, 0);
    delivery.step(0);
    for (int i = 0; i < 5; i++) {
      wire.pending.remove().run();
      delivery.acknowledged(mail.remove(), 0);
    }
    delivery.step(SECOND);
    assertThat(wire.published).as("a power cut now repeats 8 at most").hasSize(8);
    assertThat(outbox.keepAsked()).isPositive();
    outbox.keep();
    delivery.step(2 * SECOND);
    assertThat(wire.published).hasSize(13);
  }

  @Test
  void aLinkThatStoodStillSaysNothingAboutTheStorage() throws Exception {
    fill(20);
    outbox.keepSlowly();
    Delivery delivery = session(8, 0);
    delivery.step(0);
    delivery.step(20 * SECOND); // nothing was acknowledged, so nothing could be kept
    for (int i = 0; i < 5; i++) {
      wire.pending.remove().run();
      delivery.acknowledged(mail.remove(), 20 * SECOND);
    }
    delivery.step(20 * SECOND);
    assertThat(wire.published).hasSize(8);
  }

  @Test
  void aJournalThatKeepsNothingDoesNotStopTheDelivery() throws Exception {
    fill(20);
    outbox.keepSlowly();
    Delivery delivery = session(8, 0);
    delivery.step(0);
    for (int i = 0; i < 8; i++) {
      wire.pending.remove().run();
      delivery.acknowledged(mail.remove(), 0);
    }
    delivery.step(SECOND);
    delivery.step(5 * SECOND);
    assertThat(wire.published).hasSize(8);
    delivery.step(7 * SECOND); // more than five since it was first seen to wait
    assertThat(wire.published).hasSize(16);
  }

  @Test
  void aNewSessionSendsAgainWhatWasNotAcknowledgedAndNothingElse() throws Exception {
    fill(4);
    Delivery delivery = session(10, 0);
    delivery.step(0);
    wire.pending.remove().run();
    delivery.acknowledged(mail.remove(), 0);
    wire.published.clear();
    session(10, 0).step(0);
    assertThat(wire.published).hasSize(3);
  }

  @Test
  void silenceWithSomethingInFlightIsAHalfOpenLink() throws Exception {
    fill(1);
    Delivery delivery = session(10, -5 * SECOND); // a monotonic clock may start below zero
    delivery.step(-5 * SECOND);
    delivery.step(24 * SECOND);
    assertThatThrownBy(() -> delivery.step(26 * SECOND))
        .isInstanceOf(ConnectionLost.class)
        .hasMessageContaining("half-open");
  }

  @Test
  void anIdleLinkIsNotHalfOpen() throws Exception {
    Delivery delivery = session(10, 0);
    assertThat(delivery.step(1000 * SECOND)).isFalse();
    fill(1);
    delivery.step(2000 * SECOND);
    assertThat(delivery.step(2029 * SECOND)).isFalse();
  }

  @Test
  void aSlowLinkThatStillAcknowledgesIsKept() throws Exception {
    fill(3);
    Delivery delivery = session(10, 0);
    delivery.step(0);
    wire.pending.remove().run();
    delivery.acknowledged(mail.remove(), 29 * SECOND);
    assertThat(delivery.step(40 * SECOND)).isFalse();
  }

  /** Any order of sending, acknowledging, cutting: in the end all is acknowledged, none skipped. */
  @Test
  void whateverHappensEveryRecordIsAcknowledgedInTheEnd() throws Exception {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int count = 1 + random.nextInt(60);
      fill(count);
      Set<RecordId> acknowledged = new HashSet<>();
      Delivery delivery = session(1 + random.nextInt(8), 0);
      for (int guard = 0; outbox.backlog() > 0; guard++) {
        assertThat(guard).as("seed %d comes to an end", seed).isLessThan(100_000);
        switch (random.nextInt(8)) {
          case 0 -> {
            wire.broken = true; // whatever was under way is lost
          }
          case 1, 2, 3 -> {
            if (!wire.pending.isEmpty()) {
              wire.pending.remove().run();
            }
          }
          case 4, 5 -> {
            while (!mail.isEmpty()) {
              acknowledged.addAll(mail.peek().records());
              delivery.acknowledged(mail.remove(), 0);
            }
          }
          default -> {
            try {
              delivery.step(0);
            } catch (ConnectionLost lost) {
              wire.broken = false;
              wire.pending.clear();
              mail.clear();
              delivery = session(1 + random.nextInt(8), 0);
            }
          }
        }
      }
      assertThat(acknowledged).as("seed %d", seed).hasSize(count);
      wire.pending.clear();
      mail.clear();
    }
  }
}
