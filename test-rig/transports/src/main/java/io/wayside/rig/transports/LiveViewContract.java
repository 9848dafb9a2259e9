// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.health.Health.Status;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.rig.transports.SparkplugJudge.Shown;
import io.wayside.uplink.sparkplug.LiveView;
import io.wayside.uplink.sparkplug.LiveViewPlan;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.TlsFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload.SparkplugBPayloadBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the live view does with every transport at a real broker, packet by packet. */
public abstract class LiveViewContract {

  private static final String LANE = "weighing.lane-1";
  private static final String NCMD = "spBv1.0/demo/NCMD/gw-1";
  private static final String DCMD = "spBv1.0/demo/DCMD/gw-1/" + LANE;
  private static final String STATE = "spBv1.0/STATE/scada";

  @TempDir protected Path dir;
  private final RigTime time = new RigTime();
  private final MemoryOutbox outbox = new MemoryOutbox();
  private final Set<String> failed = ConcurrentHashMap.newKeySet();
  private Broker broker;
  private PacketRecorder recorder;

  protected abstract MqttTransport transport();

  protected abstract Broker broker(Path folder) throws Exception;

  @BeforeEach
  final void startBroker() throws Exception {
    broker = broker(Files.createDirectories(dir.resolve("first")));
    broker.start();
    recorder = new PacketRecorder(broker.port());
  }

  @AfterEach
  final void stopBroker() throws Exception {
    recorder.close();
    broker.close();
  }

  private LiveViewPlan plan(Optional<String> host, String... brokers) {
    return plan(1000, host, brokers);
  }

  private LiveViewPlan plan(double backlogHz, Optional<String> host, String... brokers) {
    return new LiveViewPlan(
        "scada",
        "demo",
        "gw-1",
        "0.1.0",
        List.of(brokers),
        "gw-1-sparkplug",
        Optional.empty(),
        Optional.empty(),
        host,
        40,
        backlogHz,
        Duration.ofSeconds(1),
        Duration.ofMillis(500),
        Duration.ofSeconds(60),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ZERO,
        Duration.ofSeconds(1),
        TlsFiles.NONE,
        dir.resolve("state").resolve("scada.bdseq"));
  }

  private LiveView start(LiveViewPlan plan) {
    return LiveView.start(plan, outbox, transport(), failed::contains, time, new Random(1));
  }

  private LiveView start() {
    return start(plan(Optional.empty(), recorder.address()));
  }

  private void add(String stream, long first, long last) {
    for (long n = first; n <= last; n++) {
      outbox.add(
          new JournalRecord(
              new RecordId("gw-1", stream, n),
              new RecordKind("weighing", 1),
              Importance.ENFORCEMENT,
              time.now(),
              new Provenance("0.1.0", "0123456789abcdef", "none"),
              Value.Fields.with("grossKg", 16_000.0 + n).and("vehicle", n).build(),
              List.of(),
              "0".repeat(64),
              "1".repeat(64)));
    }
  }

  private void awaitEmpty() {
    Eventually.so("the outbox is empty", () -> outbox.backlog() == 0);
  }

  private long sent(String type) {
    return recorder.packets(Packet.Publish.class).stream()
        .filter(message -> message.topic().contains("/" + type + "/"))
        .count();
  }

  private void awaitSent(String type, long count) {
    Eventually.so(count + " " + type, () -> sent(type) >= count);
  }

  private List<SparkplugJudge> judge() throws Exception {
    return SparkplugJudge.judge(recorder.packets(), "demo", "gw-1");
  }

  private static byte[] command(String name, MetricDataType type, Object value) throws Exception {
    return new SparkplugBPayloadEncoder()
        .getBytes(
            new SparkplugBPayloadBuilder()
                .addMetric(new MetricBuilder(name, type, value).createMetric())
                .createPayload(),
            false);
  }

  private static byte[] rebirth() throws Exception {
    return command("Node Control/Rebirth", MetricDataType.Boolean, true);
  }

  private static byte[] state(boolean online, long timestampMs) {
    return ("{\"online\":" + online + ",\"timestamp\":" + timestampMs + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyPacketOfALongConnectionKeepsTheRules() throws Exception {
    add(LANE, 1, 30);
    add("journal", 1, 20);
    try (Listener host = new Listener(broker.address(), "spBv1.0/#")) {
      try (LiveView view = start()) {
        awaitEmpty();
        add(LANE, 31, 200);
        awaitEmpty();
        host.say(NCMD, rebirth(), false);
        awaitSent("NBIRTH", 2);
        add(LANE, 201, 400);
        add("journal", 21, 40);
        awaitEmpty();
        failed.add(LANE);
        awaitSent("DDEATH", 1);
        failed.clear();
        awaitSent("DBIRTH", 6); // two streams three times: first, caught up or reborn, back
        assertThat(view.health().status()).isEqualTo(Status.OK);
      }
      awaitSent("NDEATH", 1);
    }
    SparkplugJudge judged = judge().get(0);
    assertThat(judged.bdSeq()).isZero();
    assertThat(judged.course()).startsWith("NBIRTH").endsWith("NDEATH", "DISCONNECT");
    assertThat(judged.course()).contains("BARRIER", "DDEATH " + LANE);
    assertThat(judged.shown())
        .extracting(Shown::sequence, Shown::stream)
        .doesNotHaveDuplicates()
        .hasSize(440);
    assertThat(judged.shown().stream().filter(shown -> shown.stream().equals(LANE)))
        .allMatch(shown -> shown.historical() == (shown.sequence() <= 30));
  }

  @Test
  void everyConnectionHasTheNextNumberOverCutsAndRestarts() throws Exception {
    try (LiveView view = start()) {
      awaitSent("NBIRTH", 1);
      recorder.cut();
      awaitSent("NBIRTH", 2);
      assertThat(view.health().code()).isIn("ok", "centre-unreachable");
    }
    try (LiveView again = start()) {
      awaitSent("NBIRTH", 3);
      assertThat(again.health().status()).isNotEqualTo(Status.FAILED);
    }
    assertThat(judge()).extracting(SparkplugJudge::bdSeq).containsExactly(0L, 1L, 2L);
  }

  @Test
  void whatACutLinkSwallowedIsShownAgainAsHistory() throws Exception {
    Random random = new Random(7);
    long added = 0;
    try (LiveView view = start()) {
      for (int cut = 0; cut < 8; cut++) {
        long more = 20L + random.nextInt(60);
        add(LANE, added + 1, added + more);
        added += more;
        long wait = random.nextInt(200);
        long data = sent("DDATA");
        Eventually.so("some were sent", () -> sent("DDATA") >= data + wait / 10);
        recorder.cut();
      }
      awaitEmpty();
      assertThat(view.health().status()).isNotEqualTo(Status.FAILED);
    }
    List<Long> shown = new ArrayList<>();
    for (SparkplugJudge connection : judge()) {
      connection.shown().forEach(record -> shown.add(record.sequence()));
    }
    for (long n = 1; n <= added; n++) {
      assertThat(shown).as("record %s", n).contains(n);
    }
  }

  @Test
  void theLiveDoNotWaitBehindTheBacklogWhichIsSentAtItsPaceInOrder() throws Exception {
    add(LANE, 1, 60);
    LiveViewPlan slow = plan(20, Optional.empty(), recorder.address());
    long sentBefore;
    try (LiveView view = start(slow)) {
      awaitSent("DDATA", 3);
      add(LANE, 61, 80);
      sentBefore = sent("DDATA"); // more than the three, where the machine let this wait
      awaitEmpty();
      assertThat(view.health().code()).isEqualTo("ok");
    }
    List<Shown> shown = judge().get(0).shown();
    List<Long> live = sequences(shown, false);
    List<Long> history = sequences(shown, true);
    assertThat(live).isSorted().hasSize(20).first().isEqualTo(61L);
    assertThat(history).isSorted().hasSize(60).first().isEqualTo(1L);
    assertThat(shown.indexOf(new Shown(LANE, 80, false))).isLessThan((int) sentBefore + 37);
  }

  private static List<Long> sequences(List<Shown> shown, boolean historical) {
    return shown.stream()
        .filter(record -> record.historical() == historical)
        .map(Shown::sequence)
        .toList();
  }

  @Test
  void hostsThatAskAgainAndAgainGetFewBirthsAndNoCommandIsDone() throws Exception {
    try (Listener host = new Listener(broker.address(), "spBv1.0/#");
        LiveView view = start()) {
      awaitSent("NBIRTH", 1);
      for (int i = 0; i < 20; i++) {
        host.say(NCMD, rebirth(), false);
      }
      host.say(NCMD, command("Node Control/Reboot", MetricDataType.Boolean, true), false);
      host.say(DCMD, command("weighing/grossKg", MetricDataType.Double, 1.0), false);
      host.say(NCMD, new byte[] {1, 2, 3}, false);
      Eventually.so(
          "all was heard",
          () ->
              view.health().message().contains("2 commands of hosts refused")
                  && view.health().message().contains("1 messages of hosts were unreadable"));
      awaitSent("NBIRTH", 2);
      add(LANE, 1, 1);
      awaitEmpty();
      assertThat(sent("NBIRTH")).isEqualTo(2);
    }
    assertThat(judge()).hasSize(1);
  }

  @Test
  void birthsWaitForThePrimaryHostAndFollowItFromBrokerToBroker() throws Exception {
    add(LANE, 1, 3);
    Broker second = broker(Files.createDirectories(dir.resolve("second")));
    second.start();
    try (PacketRecorder recorderTwo = new PacketRecorder(second.port());
        Listener hostOne = new Listener(broker.address(), "spBv1.0/#");
        Listener hostTwo = new Listener(second.address(), "spBv1.0/#")) {
      hostTwo.say(STATE, state(true, 1000), true);
      try (LiveView view =
          start(plan(Optional.of("scada"), recorder.address(), recorderTwo.address()))) {
        Eventually.so("shown at the second", () -> outbox.backlog() == 0);
        assertThat(sent("NBIRTH")).isZero();
        assertThat(view.health().message()).contains(recorderTwo.address());
        hostTwo.say(STATE, state(false, 999), true); // old news
        hostOne.say(STATE, state(true, 2000), true);
        hostTwo.say(STATE, state(false, 2000), true);
        awaitSent("NBIRTH", 1);
        add(LANE, 4, 4);
        awaitEmpty();
      }
      List<SparkplugJudge> atTwo = SparkplugJudge.judge(recorderTwo.packets(), "demo", "gw-1");
      assertThat(atTwo.get(0).course()).startsWith("NBIRTH").endsWith("NDEATH", "DISCONNECT");
      List<SparkplugJudge> atOne = judge();
      assertThat(atOne.get(0).course()).containsExactly("DISCONNECT");
      assertThat(atOne.get(atOne.size() - 1).shown())
          .extracting(Shown::sequence)
          .containsExactly(4L);
      assertThat(atOne.get(atOne.size() - 1).bdSeq()).isGreaterThan(atTwo.get(0).bdSeq());
    } finally {
      second.close();
    }
  }

  @Test
  void withoutThePrimaryHostNothingIsShownAndHealthSaysSo() throws Exception {
    add(LANE, 1, 3);
    try (Listener host = new Listener(broker.address(), "nothing");
        LiveView view = start(plan(Optional.of("scada"), recorder.address()))) {
      Eventually.so("it waits", () -> view.health().code().equals("primary-host-absent"));
      assertThat(view.health().message()).contains("scada").contains("3 records are safe");
      host.say(STATE, "ONLINE".getBytes(StandardCharsets.UTF_8), false);
      host.say(STATE, state(false, 5), false);
      host.say(STATE, state(true, 5), false);
      awaitEmpty();
      assertThat(view.health().code()).isEqualTo("ok");
    }
    assertThat(judge().get(0).course()).startsWith("NBIRTH").endsWith("NDEATH", "DISCONNECT");
  }
}
