// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.RichRecord;
import io.wayside.uplink.wire.sparkplug.SparkplugSession.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.junit.jupiter.api.Test;

/** Eclipse Tahu's generated classes are the oracle of the payloads. */
class SparkplugSessionTest {

  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);
  private static final long SECOND = 1_000_000_000L;
  private static final String BIRTH = "spBv1.0/hai-phong/NBIRTH/gw-1";
  private static final String DBIRTH = "spBv1.0/hai-phong/DBIRTH/gw-1/weighing.lane-1";
  private static final String DDATA = "spBv1.0/hai-phong/DDATA/gw-1/weighing.lane-1";

  private final AtomicInteger connections = new AtomicInteger();
  private final SparkplugSession session = session(Optional.empty());

  private SparkplugSession session(Optional<String> host) {
    return new SparkplugSession(
        new SparkplugTopics("hai-phong", "gw-1"),
        "0.1.0",
        () -> connections.getAndIncrement() % 256,
        host,
        Duration.ofSeconds(5));
  }

  private static Payload payload(Message message) throws Exception {
    Payload payload = Payload.parseFrom(message.payload());
    assertThat(payload.getUnknownFields().asMap()).isEmpty();
    for (Payload.Metric metric : payload.getMetricsList()) {
      assertThat(metric.getUnknownFields().asMap()).isEmpty();
    }
    return payload;
  }

  private static Payload.Metric metric(Payload payload, String name) {
    return payload.getMetricsList().stream()
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void connect() {
    session.begin();
    session.births(NOW, 0);
  }

  @Test
  void theWillHoldsTheNumberOfTheConnectionAndNothingElse() throws Exception {
    for (int expected = 0; expected < 300; expected++) {
      Message will = session.begin();
      assertThat(will.topic()).isEqualTo("spBv1.0/hai-phong/NDEATH/gw-1");
      assertThat(will.qos()).isEqualTo(1);
      assertThat(will.retained()).isFalse();
      Payload payload = payload(will);
      assertThat(payload.hasSeq()).isFalse();
      assertThat(payload.getMetricsList()).hasSize(1);
      assertThat(payload.getMetrics(0).getName()).isEqualTo("bdSeq");
      assertThat(payload.getMetrics(0).getDatatype()).isEqualTo(DataType.Int64.getNumber());
      assertThat(payload.getMetrics(0).getLongValue()).isEqualTo(expected % 256);
      assertThat(session.death().payload()).isEqualTo(will.payload());
    }
  }

  @Test
  void theNodeBirthRepeatsTheWillsNumberAndOffersRebirth() throws Exception {
    session.begin();
    session.begin();
    assertThat(session.connected()).isEqualTo(Decision.BIRTH);
    List<Message> births = session.births(NOW, 0);
    assertThat(births).hasSize(1);
    assertThat(births.get(0).topic()).isEqualTo(BIRTH);
    assertThat(births.get(0).qos()).isZero();
    assertThat(births.get(0).retained()).isFalse();
    Payload birth = payload(births.get(0));
    assertThat(birth.getSeq()).isZero();
    assertThat(birth.hasSeq()).isTrue();
    assertThat(birth.getTimestamp()).isEqualTo(NOW.toEpochMilli());
    assertThat(metric(birth, "bdSeq").getLongValue()).isEqualTo(1);
    Payload.Metric rebirth = metric(birth, "Node Control/Rebirth");
    assertThat(rebirth.getDatatype()).isEqualTo(DataType.Boolean.getNumber());
    assertThat(rebirth.getBooleanValue()).isFalse();
    assertThat(rebirth.hasBooleanValue()).isTrue();
    assertThat(rebirth.hasAlias()).isFalse();
  }

  @Test
  void aRecordIsDeclaredByADeviceBirthAndThenSentByAlias() throws Exception {
    connect();
    JournalRecord record = RichRecord.of(1);
    List<Message> messages = session.record(record, false, NOW);
    assertThat(messages).extracting(Message::topic).containsExactly(DBIRTH, DDATA);
    assertThat(messages).extracting(Message::qos).containsOnly(0);
    Payload birth = payload(messages.get(0));
    Payload data = payload(messages.get(1));
    Payload.Metric gross = metric(birth, "weighing/gross/value");
    assertThat(gross.getDatatype()).isEqualTo(DataType.Double.getNumber());
    assertThat(gross.getIsNull()).isTrue();
    Payload.Metric value =
        data.getMetricsList().stream()
            .filter(metric -> metric.getAlias() == gross.getAlias())
            .findFirst()
            .orElseThrow();
    assertThat(value.hasName()).isFalse();
    assertThat(value.hasDatatype()).isFalse();
    assertThat(value.getDoubleValue()).isEqualTo(16_020.5);
    assertThat(value.getTimestamp()).isEqualTo(record.occurred().wall().toEpochMilli());
    assertThat(value.getIsHistorical()).isFalse();
    assertThat(metric(birth, "Record/Hash").getDatatype()).isEqualTo(DataType.String.getNumber());
    assertThat(birth.getMetricsList())
        .extracting(Payload.Metric::getName)
        .doesNotContain("weighing/tare", "weighing/axles/0/value");
  }

  @Test
  void whatWasDeclaredIsNotDeclaredAgain() {
    connect();
    session.record(RichRecord.of(1), false, NOW);
    assertThat(session.record(RichRecord.of(2), false, NOW))
        .extracting(Message::topic)
        .containsExactly(DDATA);
  }

  @Test
  void aNewMetricAndANewTypeAreDeclaredBeforeTheyAreUsed() throws Exception {
    connect();
    session.record(one("a", new Value.Whole(1)), false, NOW);
    List<Message> added = session.record(one("b", new Value.Truth(true)), false, NOW);
    assertThat(added).extracting(Message::topic).containsExactly(DBIRTH, DDATA);
    Payload birth = payload(added.get(0));
    assertThat(metric(birth, "weighing/a").getLongValue()).isEqualTo(1);
    assertThat(metric(birth, "weighing/b").getDatatype()).isEqualTo(DataType.Boolean.getNumber());
    List<Message> changed = session.record(one("a", new Value.Real(1.5)), false, NOW);
    assertThat(metric(payload(changed.get(0)), "weighing/a").getDatatype())
        .isEqualTo(DataType.Double.getNumber());
    List<Message> whole = session.record(one("a", new Value.Whole(3)), false, NOW);
    assertThat(whole).hasSize(1);
    assertThat(payload(whole.get(0)).getMetricsList())
        .anyMatch(metric -> metric.hasDoubleValue() && metric.getDoubleValue() == 3.0);
    List<Message> absent = session.record(one("a", Value.ABSENT), false, NOW);
    assertThat(payload(absent.get(0)).getMetricsList()).anyMatch(Payload.Metric::getIsNull);
  }

  @Test
  void sequenceNumbersRunThroughAllMessagesModulo256() throws Exception {
    session.begin();
    List<Message> all = new ArrayList<>(session.births(NOW, 0));
    for (int i = 1; i <= 600; i++) {
      all.addAll(session.record(one("m" + i % 7, new Value.Whole(i)), i % 2 == 0, NOW));
    }
    for (int i = 0; i < all.size(); i++) {
      assertThat(payload(all.get(i)).getSeq()).isEqualTo(i % 256);
    }
    assertThat(payload(session.births(NOW, SECOND).get(0)).getSeq()).isZero();
  }

  @Test
  void aliasesAreUniqueOverAllDevices() throws Exception {
    connect();
    session.record(RichRecord.of(1), false, NOW);
    JournalRecord other = io.wayside.uplink.Records.record("weighing.lane-2", 1);
    session.record(other, false, NOW);
    Set<Long> aliases = new HashSet<>();
    int declared = 0;
    for (Message birth : session.births(NOW, SECOND)) {
      for (Payload.Metric metric : payload(birth).getMetricsList()) {
        if (metric.hasAlias()) {
          aliases.add(metric.getAlias());
          declared++;
        }
      }
    }
    assertThat(declared).isGreaterThan(8);
    assertThat(aliases).hasSize(declared);
  }

  @Test
  void theBacklogIsMarkedAndNeverBecomesTheCurrentValue() throws Exception {
    connect();
    session.record(one("a", new Value.Whole(5)), false, NOW);
    List<Message> old = session.record(one("a", new Value.Whole(4)), true, NOW);
    assertThat(payload(old.get(0)).getMetricsList()).allMatch(Payload.Metric::getIsHistorical);
    Payload birth = payload(session.births(NOW, SECOND).get(1));
    assertThat(metric(birth, "weighing/a").getLongValue()).isEqualTo(5);
    assertThat(metric(birth, "weighing/a").getIsHistorical()).isFalse();
  }

  @Test
  void whatOnlyTheBacklogKnowsIsCurrentAtTheNextBirth() throws Exception {
    connect();
    session.record(one("a", new Value.Whole(5)), false, NOW);
    assertThat(session.caughtUp(NOW)).isEmpty();
    JournalRecord later = RichRecord.of(2, Value.Fields.with("a", new Value.Whole(6)).build());
    assertThat(payload(session.record(later, true, NOW).get(0)).getMetricsList())
        .allMatch(Payload.Metric::getIsHistorical);
    List<Message> births = session.caughtUp(NOW);
    assertThat(births).extracting(Message::topic).containsExactly(DBIRTH);
    Payload.Metric current = metric(payload(births.get(0)), "weighing/a");
    assertThat(current.getLongValue()).isEqualTo(6);
    assertThat(current.getTimestamp()).isEqualTo(later.occurred().wall().toEpochMilli());
    assertThat(session.caughtUp(NOW)).isEmpty();
  }

  @Test
  void aFailedStationIsTheDeathOfItsDeviceUntilItWorksAgain() throws Exception {
    connect();
    session.record(one("a", new Value.Whole(5)), false, NOW);
    assertThat(session.stations(stream -> false, NOW)).isEmpty();
    List<Message> deaths = session.stations(stream -> true, NOW);
    assertThat(deaths)
        .extracting(Message::topic)
        .containsExactly("spBv1.0/hai-phong/DDEATH/gw-1/weighing.lane-1");
    Payload death = payload(deaths.get(0));
    assertThat(death.getSeq()).isEqualTo(3);
    assertThat(death.getTimestamp()).isEqualTo(NOW.toEpochMilli());
    assertThat(death.getMetricsList()).isEmpty();
    assertThat(session.stations(stream -> true, NOW)).isEmpty();
    assertThat(session.births(NOW, SECOND)).extracting(Message::topic).containsExactly(BIRTH);
    assertThat(session.stations(stream -> false, NOW))
        .extracting(Message::topic)
        .containsExactly(DBIRTH);
  }

  @Test
  void aRecordOfADeadDeviceBringsItBackButHistoryDoesNot() {
    connect();
    session.record(one("a", new Value.Whole(5)), false, NOW);
    session.stations(stream -> true, NOW);
    assertThat(session.record(one("a", new Value.Whole(4)), true, NOW))
        .extracting(Message::topic)
        .containsExactly(DBIRTH, DDATA);
    assertThat(session.stations(stream -> true, NOW)).hasSize(1);
    assertThat(session.record(one("a", new Value.Whole(6)), false, NOW))
        .extracting(Message::topic)
        .containsExactly(DBIRTH, DDATA);
    assertThat(session.stations(stream -> true, NOW)).isEmpty();
  }

  @Test
  void aStationThatFailsWithoutAConnectionIsNotBornAtTheNext() {
    connect();
    session.record(one("a", new Value.Whole(5)), false, NOW);
    session.begin();
    assertThat(session.stations(stream -> true, NOW)).isEmpty();
    assertThat(session.births(NOW, 0)).extracting(Message::topic).containsExactly(BIRTH);
  }

  @Test
  void aNewConnectionKeepsTheDevicesAndDeclaresThemAgain() {
    connect();
    session.record(RichRecord.of(1), false, NOW);
    session.begin();
    assertThat(session.born()).isFalse();
    assertThatThrownBy(() -> session.record(RichRecord.of(2), false, NOW))
        .isInstanceOf(IllegalStateException.class);
    assertThat(session.births(NOW, 0)).extracting(Message::topic).containsExactly(BIRTH, DBIRTH);
  }

  @Test
  void anEndlessVarietyOfMetricsIsBounded() throws Exception {
    connect();
    for (int i = 0; i < 1000; i++) {
      session.record(one("m" + i, new Value.Whole(i)), false, NOW);
    }
    assertThat(payload(session.births(NOW, SECOND).get(1)).getMetricsCount()).isEqualTo(256);
  }

  private static JournalRecord one(String name, Value value) {
    return RichRecord.of(1, Value.Fields.with(name, value).build());
  }
}
