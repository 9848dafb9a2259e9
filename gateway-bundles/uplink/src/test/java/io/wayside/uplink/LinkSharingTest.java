// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.Importance;
import io.wayside.core.record.RecordId;
import io.wayside.uplink.delivery.Ceiling;
import io.wayside.uplink.delivery.Delivery;
import io.wayside.uplink.delivery.Parcel;
import io.wayside.uplink.delivery.SetAside;
import io.wayside.uplink.delivery.Shaping;
import io.wayside.uplink.delivery.Terms;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.transport.MqttTransport.Subscriber;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.wire.Topics;
import io.wayside.uplink.wire.WaysideJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A week's backlog in a real journal, and a link that carries 50 messages a second. */
@Timeout(120)
class LinkSharingTest {

  private static final int WEEK = 7 * 24 * 360; // a record each 10 s
  private static final long TICK_MS = 20; // one message over the link
  private static final int WINDOW = 200;

  @TempDir Path folder;
  private final HandTime time = new HandTime();
  private final Deque<Runnable> onTheLink = new ArrayDeque<>();
  private final Deque<Parcel> mail = new ArrayDeque<>();
  private final Map<String, List<Long>> arrived = new HashMap<>();
  private final Map<RecordId, Long> arrivedMs = new HashMap<>();

  private final Connection slow =
      new Connection() {
        @Override
        public void publish(Publication sent, Runnable acknowledged) {
          onTheLink.add(
              () -> arrive(sent.topic(), new String(sent.payload(), StandardCharsets.UTF_8)));
          onTheLink.add(acknowledged);
        }

        @Override
        public void subscribe(String filter, Subscriber subscriber) {}

        @Override
        public void disconnect() {}

        @Override
        public void abandon() {}
      };

  private void arrive(String topic, String json) {
    String stream = topic.substring(topic.lastIndexOf('/') + 1);
    int at = json.indexOf("\"sequence\":") + "\"sequence\":".length();
    long sequence = Long.parseLong(json.substring(at, json.indexOf(',', at)));
    arrived.computeIfAbsent(stream, name -> new ArrayList<>()).add(sequence);
    arrivedMs.put(new RecordId("gw-1", stream, sequence), time.monotonicNanos() / 1_000_000);
  }

  private Delivery begin(KeptRecords kept, int freshShare, long ceilingBitsPerS) {
    kept.outbox.shareWithFresh(freshShare, 100);
    return new Delivery(
        kept.outbox,
        slow,
        new WaysideJson(new Topics("demo", "gw-1"), "0.1.0"),
        new Terms(WINDOW, Duration.ofSeconds(30), Optional.empty(), Shaping.STANDARD),
        new Ceiling(ceilingBitsPerS),
        new Delivery.Watch() {
          @Override
          public void acknowledged(Parcel parcel) {
            mail.add(parcel);
          }

          @Override
          public void setAside(SetAside all) {
            throw new AssertionError(all);
          }
        },
        time.monotonicNanos());
  }

  /** Lets the link work; each 10 s a live record, and one of money after 30 s. */
  private void run(KeptRecords kept, Delivery delivery, int seconds) throws Exception {
    for (long ms = 0; ms < seconds * 1000L; ms += TICK_MS) {
      if (ms % 10_000 == 0) {
        kept.add("gateway-status", Importance.TELEMETRY, 1);
      }
      if (ms == 30_000) {
        kept.add("toll.lane-1", Importance.MONEY, 3);
      }
      for (int half = 0; half < 2 && !onTheLink.isEmpty(); half++) {
        onTheLink.remove().run();
      }
      while (!mail.isEmpty()) {
        delivery.acknowledged(mail.remove(), time.monotonicNanos());
      }
      kept.awaitKept(WINDOW / 4);
      while (delivery.step(time.monotonicNanos())) {
        // fills the window
      }
      time.forwardMs(TICK_MS);
    }
  }

  private long liveDelayMs(int live) {
    Long at = arrivedMs.get(new RecordId("gw-1", "gateway-status", WEEK + 1 + live));
    return at == null ? Long.MAX_VALUE : at - live * 10_000L;
  }

  private long moneyDelayMs() {
    return arrivedMs.getOrDefault(new RecordId("gw-1", "toll.lane-1", 3), Long.MAX_VALUE) - 30_000;
  }

  @Test
  void liveTelemetryAndMoneyDoNotWaitForAWeeksBacklog() throws Exception {
    try (KeptRecords kept = new KeptRecords(folder, time)) {
      kept.add("gateway-status", Importance.TELEMETRY, WEEK);
      run(kept, begin(kept, 50, 0), 60);
      for (int live = 0; live < 5; live++) {
        assertThat(liveDelayMs(live)).as("live record %d", live).isLessThan(5000); // the window
      }
      assertThat(moneyDelayMs()).isLessThan(5000);
      assertThat(arrived.get("toll.lane-1")).containsExactly(1L, 2L, 3L);
      List<Long> status = arrived.get("gateway-status");
      assertThat(status.stream().filter(n -> n <= WEEK).toList()).isSorted();
      assertThat(status.stream().filter(n -> n > WEEK).toList()).isSorted();
      assertThat(status).as("the backlog goes on").hasSizeGreaterThan(2900);
      assertThat(status).doesNotHaveDuplicates();
    }
  }

  @Test
  void withoutAShareTheSequenceIsStrictAndLiveTelemetryWaits() throws Exception {
    try (KeptRecords kept = new KeptRecords(folder, time)) {
      kept.add("gateway-status", Importance.TELEMETRY, WEEK);
      run(kept, begin(kept, 0, 0), 60);
      assertThat(liveDelayMs(0)).isEqualTo(Long.MAX_VALUE);
      assertThat(arrived.get("gateway-status")).isSorted();
      assertThat(moneyDelayMs()).as("money comes first all the same").isLessThan(5000);
    }
  }

  /** A message here has about 560 bytes, so the link carries 224 kbit/s. */
  @Test
  void aCeilingBelowTheLinkKeepsTheQueueShortSoThatNewsAreQuick() throws Exception {
    try (KeptRecords kept = new KeptRecords(folder, time)) {
      kept.add("gateway-status", Importance.TELEMETRY, 10_000);
      kept.add("gateway-status", Importance.TELEMETRY, WEEK - 10_000);
      run(kept, begin(kept, 50, 180_000), 60);
      for (int live = 0; live < 5; live++) {
        assertThat(liveDelayMs(live)).as("live record %d", live).isLessThan(1000);
      }
      assertThat(moneyDelayMs()).isLessThan(1000);
    }
  }
}
