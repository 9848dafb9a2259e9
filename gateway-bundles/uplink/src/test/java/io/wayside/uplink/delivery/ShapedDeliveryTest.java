// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.uplink.FakeOutbox;
import io.wayside.uplink.Records;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.transport.MqttTransport.Subscriber;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.wire.BatchReader;
import io.wayside.uplink.wire.Topics;
import io.wayside.uplink.wire.WaysideJson;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShapedDeliveryTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long MS = 1_000_000L;

  private final FakeOutbox outbox = new FakeOutbox();
  private final Deque<Parcel> mail = new ArrayDeque<>();
  private final Acknowledgements heard = new Acknowledgements(mail);
  private final Wire wire = new Wire();

  /** What was published, and how to acknowledge it. */
  private static final class Wire implements Connection {
    final List<byte[]> payloads = new ArrayList<>();
    final List<String> topics = new ArrayList<>();
    final Deque<Runnable> pending = new ArrayDeque<>();
    int most = 65_535;
    int largest = Integer.MAX_VALUE;

    @Override
    public int mostInFlight() {
      return most;
    }

    @Override
    public int largestMessage() {
      return largest;
    }

    @Override
    public void publish(Publication sent, Runnable acknowledged) {
      topics.add(sent.topic());
      payloads.add(sent.payload());
      pending.add(acknowledged);
    }

    @Override
    public void subscribe(String filter, Subscriber subscriber) {}

    @Override
    public void disconnect() {}

    @Override
    public void abandon() {}
  }

  private Delivery delivery(int window, Shaping shaping) {
    return delivery(window, shaping, new Ceiling(shaping.ceilingBitsPerS()));
  }

  private Delivery delivery(int window, Shaping shaping, Ceiling ceiling) {
    return new Delivery(
        outbox,
        wire,
        new WaysideJson(new Topics("demo", "gw-1"), "0.1.0"),
        new Terms(window, Duration.ofSeconds(30), Optional.empty(), shaping),
        ceiling,
        heard,
        0);
  }

  private static Shaping largest(int bytes) {
    return new Shaping(0, 0, bytes, Optional.empty());
  }

  private static Shaping batches(int records, int bytes, boolean gzip) {
    return new Shaping(
        0, 0, 1 << 20, Optional.of(new Batching(records, bytes, Duration.ofMillis(500), gzip)));
  }

  private static JournalRecord record(long sequence, Importance importance, int filling) {
    JournalRecord plain = Records.record(importance.name().toLowerCase(Locale.ROOT), sequence);
    return new JournalRecord(
        plain.id(),
        plain.kind(),
        importance,
        plain.occurred(),
        plain.provenance(),
        Value.Fields.with("filling", "x".repeat(filling)).build(),
        plain.blobs(),
        plain.previousHash(),
        plain.hash());
  }

  private void acknowledgeAll(Delivery delivery, long now) {
    while (!wire.pending.isEmpty()) {
      wire.pending.remove().run();
    }
    while (!mail.isEmpty()) {
      delivery.acknowledged(mail.remove(), now);
    }
  }

  private List<Long> batch(int index) throws Exception {
    return BatchReader.read(wire.payloads.get(index)).stream().map(r -> r.id().sequence()).toList();
  }

  @Test
  void aRecordThatIsTooLargeIsSetAsideAndTheOthersGoOn() throws Exception {
    for (int i = 1; i <= 5; i++) {
      outbox.add(record(i, Importance.MONEY, i == 3 ? 5000 : 10));
    }
    Delivery delivery = delivery(2, largest(4096));
    for (int i = 0; i < 5; i++) {
      delivery.step(i);
      acknowledgeAll(delivery, i);
    }
    assertThat(wire.payloads).hasSize(4);
    assertThat(outbox.backlog()).isEqualTo(1);
    assertThat(delivery.setAside()).isEqualTo(1);
    assertThat(delivery.settled()).isTrue();
    assertThat(heard.asides).hasSize(1);
    SetAside aside = heard.asides.get(0);
    assertThat(aside.latest().sequence()).isEqualTo(3);
    assertThat(aside.bytes()).isBetween(5000, 6000);
    assertThat(aside.largest()).isEqualTo(4096);
  }

  @Test
  void theBrokersLimitCountsWhenItIsLower() throws Exception {
    outbox.add(record(1, Importance.MONEY, 3000));
    wire.largest = 2000;
    Delivery delivery = delivery(2, largest(4096));
    delivery.step(0);
    assertThat(wire.payloads).isEmpty();
    assertThat(heard.asides.get(0).largest()).as("less what is around").isEqualTo(1872);
  }

  @Test
  void theSameRecordAskedForAgainIsCountedOnce() throws Exception {
    JournalRecord large = record(1, Importance.EVENT, 9000);
    outbox.add(large);
    Delivery delivery = delivery(2, largest(4096));
    delivery.step(0);
    outbox.rewind(); // as a request to send again would
    delivery.step(1);
    assertThat(delivery.setAside()).isEqualTo(1);
    assertThat(heard.asides).hasSize(1);
  }

  @Test
  void aFullBatchGoesAtOnceAndOneAcknowledgementIsForAllInIt() throws Exception {
    for (int i = 1; i <= 25; i++) {
      outbox.add(record(i, Importance.TELEMETRY, 10));
    }
    Delivery delivery = delivery(200, batches(10, 65_536, true));
    delivery.step(0);
    assertThat(wire.topics).containsOnly("way/v1/demo/gw-1/batch").hasSize(2);
    assertThat(batch(0)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    wire.pending.remove().run();
    delivery.acknowledged(mail.remove(), 0);
    assertThat(outbox.backlog()).isEqualTo(15);
    assertThat(delivery.settled()).isFalse();
    delivery.step(0);
    assertThat(delivery.restNanos(0)).isEqualTo(500 * MS);
    delivery.step(499 * MS);
    assertThat(wire.payloads).hasSize(2);
    delivery.step(500 * MS);
    assertThat(batch(2)).containsExactly(21L, 22L, 23L, 24L, 25L);
  }

  @Test
  void whatIsUrgentDoesNotWaitForCompanyAndTakesTheWaitingAlong() throws Exception {
    for (Importance urgent : List.of(Importance.MONEY, Importance.ENFORCEMENT, Importance.ALARM)) {
      wire.payloads.clear();
      Delivery delivery = delivery(200, batches(10, 65_536, true));
      outbox.add(record(1, Importance.EVENT, 10));
      delivery.step(0);
      assertThat(wire.payloads).as("an event waits").isEmpty();
      outbox.add(record(1, urgent, 10));
      delivery.step(1);
      assertThat(BatchReader.read(wire.payloads.get(0)))
          .extracting(JournalRecord::importance)
          .containsExactly(Importance.EVENT, urgent);
      acknowledgeAll(delivery, 1);
    }
  }

  @Test
  void beforeTheEndNothingWaitsForCompany() throws Exception {
    outbox.add(record(1, Importance.TELEMETRY, 10));
    Delivery delivery = delivery(200, batches(10, 65_536, true));
    delivery.step(0);
    assertThat(delivery.settled()).isFalse();
    delivery.hurry();
    delivery.step(1);
    assertThat(batch(0)).containsExactly(1L);
    acknowledgeAll(delivery, 1);
    assertThat(delivery.settled()).isTrue();
  }

  @Test
  void theWindowCountsRecordsAndTheBrokersLimitMessages() throws Exception {
    for (int i = 1; i <= 200; i++) {
      outbox.add(record(i, Importance.TELEMETRY, 10));
    }
    delivery(25, batches(10, 65_536, false)).step(0);
    assertThat(wire.payloads).as("25 places hold two batches of 10").hasSize(2);
    wire.payloads.clear();
    wire.most = 3;
    Delivery delivery = delivery(100, batches(10, 65_536, false));
    for (int round = 0; round < 2; round++) { // until the link has shown that it takes more
      delivery.step(0);
      acknowledgeAll(delivery, 0);
    }
    wire.payloads.clear();
    delivery.step(0);
    assertThat(wire.payloads).hasSize(3);
    assertThat(delivery.restNanos(10 * SECOND)).isEqualTo(Long.MAX_VALUE);
    acknowledgeAll(delivery, 1);
    delivery.step(1);
    assertThat(wire.payloads).hasSize(6);
  }

  @Test
  void aBatchKeepsItsBytesAndALargeRecordTravelsAlone() throws Exception {
    for (int i = 1; i <= 6; i++) {
      outbox.add(record(i, Importance.TELEMETRY, i == 4 ? 9000 : 1000));
    }
    Delivery delivery = delivery(200, batches(100, 4096, false));
    delivery.step(0);
    delivery.step(SECOND);
    assertThat(batch(0)).containsExactly(1L, 2L);
    assertThat(batch(1)).containsExactly(3L);
    assertThat(batch(2)).containsExactly(4L);
    assertThat(batch(3)).containsExactly(5L, 6L);
    assertThat(wire.payloads.get(0).length).isLessThanOrEqualTo(4096);
  }

  @Test
  void compressionMayBringALargeRecordUnderTheLimit() throws Exception {
    outbox.add(record(1, Importance.TELEMETRY, 9000));
    Shaping shaping =
        new Shaping(0, 0, 4096, Optional.of(new Batching(10, 4096, Duration.ofMillis(500), true)));
    Delivery delivery = delivery(200, shaping);
    delivery.step(0);
    delivery.step(SECOND);
    assertThat(batch(0)).containsExactly(1L);
    assertThat(delivery.setAside()).isZero();
  }

  @Test
  void underACeilingOnlyWhatCanGoIsTakenFromTheOutbox() throws Exception {
    for (int i = 1; i <= 100; i++) {
      outbox.add(record(i, Importance.TELEMETRY, 500));
    }
    Delivery delivery = delivery(200, new Shaping(0, 8000, 1 << 20, Optional.empty()));
    for (int i = 0; i < 10; i++) {
      delivery.step(i);
    }
    assertThat(wire.payloads).as("250 bytes and one message").hasSize(1);
    assertThat(delivery.restNanos(0)).isBetween(SECOND / 2, 2 * SECOND);
    outbox.add(record(1, Importance.MONEY, 10)); // the fake outbox has it last
    delivery.step(30 * SECOND);
    delivery.step(30 * SECOND);
    assertThat(wire.payloads).hasSize(2);
  }

  /** Whatever the shape: all arrives once acknowledged, in order, within rate and window. */
  @Test
  void whateverTheShapeEverythingIsDeliveredInOrderWithinItsBounds() throws Exception {
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      wire.payloads.clear();
      wire.topics.clear();
      wire.most = 1 + random.nextInt(20);
      int window = 1 + random.nextInt(60);
      Optional<Batching> batching =
          random.nextInt(3) == 0
              ? Optional.empty()
              : Optional.of(
                  new Batching(
                      2 + random.nextInt(window + 1),
                      4096 + random.nextInt(20_000),
                      Duration.ofMillis(random.nextInt(2000)),
                      random.nextBoolean()));
      long bitsPerS = random.nextBoolean() ? 0 : 20_000 + random.nextInt(2_000_000);
      Shaping shaping = new Shaping(0, bitsPerS, 8192 + random.nextInt(60_000), batching);
      Delivery delivery = delivery(window, shaping);
      int count = 1 + random.nextInt(120);
      for (int i = 1; i <= count; i++) {
        outbox.add(record(i, Importance.EVENT, random.nextInt(2500)));
      }
      long now = 0;
      for (int guard = 0; outbox.backlog() > 0; guard++) {
        assertThat(guard).as("seed %d comes to an end", seed).isLessThan(100_000);
        boolean more = delivery.step(now);
        long rest = Math.min(delivery.restNanos(now), SECOND);
        assertThat(more || rest > 0).as("seed %d does not spin", seed).isTrue();
        assertThat(wire.pending.size())
            .as("messages, seed %d", seed)
            .isLessThanOrEqualTo(wire.most);
        if (random.nextBoolean()) {
          acknowledgeAll(delivery, now);
        }
        now += more ? 1 : rest;
      }
      List<Long> arrived = new ArrayList<>();
      for (byte[] payload : wire.payloads) {
        List<JournalRecord> records =
            batching.isPresent() ? BatchReader.read(payload) : List.of(single(payload));
        records.forEach(r -> arrived.add(r.id().sequence()));
      }
      assertThat(arrived).as("seed %d", seed).isSorted().hasSize(count).doesNotHaveDuplicates();
    }
  }

  private static JournalRecord single(byte[] payload) throws Exception {
    return io.wayside.journal.record.RecordEnvelope.fromValue(BatchReader.content(payload));
  }

  @Test
  void aCutRepeatsNoMoreRecordsThanTheWindow() throws Exception {
    for (int i = 1; i <= 300; i++) {
      outbox.add(record(i, Importance.TELEMETRY, 10));
    }
    Delivery cut = delivery(50, batches(20, 65_536, true));
    cut.step(0);
    Set<RecordId> before = sent();
    wire.pending.clear();
    delivery(50, batches(20, 65_536, true)).step(1);
    assertThat(before).hasSizeLessThanOrEqualTo(50);
    assertThat(sent()).isEqualTo(before);
  }

  private Set<RecordId> sent() throws Exception {
    Set<RecordId> ids = new HashSet<>();
    for (byte[] payload : wire.payloads) {
      BatchReader.read(payload).forEach(r -> ids.add(r.id()));
    }
    return ids;
  }
}
