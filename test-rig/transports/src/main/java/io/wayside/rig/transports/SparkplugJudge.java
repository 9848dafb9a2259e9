// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.wayside.rig.transports.Packet.Connect;
import io.wayside.rig.transports.Packet.Disconnect;
import io.wayside.rig.transports.Packet.Publish;
import io.wayside.rig.transports.Packet.Subscribe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/**
 * Holds every packet of an edge node's connection against the rules of Sparkplug B 3.0 (chapters 4
 * to 6), as Eclipse Tahu reads the payloads. Names of rules are those of its compatibility kit.
 */
public final class SparkplugJudge {

  /** A record that was shown. */
  public record Shown(String stream, long sequence, boolean historical) {}

  private final String topic; // with %s for the type of the message
  private final Map<String, Integer> filters = new HashMap<>();
  private final Map<String, Map<Long, String>> born = new HashMap<>(); // names by alias
  private final Set<String> toBeReborn = new HashSet<>();
  private final List<Shown> shown = new ArrayList<>();
  private final List<String> course = new ArrayList<>();
  private byte[] will = new byte[0];
  private long bdSeq;
  private int nextSeq = -1;
  private boolean dead;

  private SparkplugJudge(String group, String node) {
    this.topic = "spBv1.0/" + group + "/%s/" + node;
  }

  /** All connections of a node, one after the other. */
  public static List<SparkplugJudge> judge(List<Packet> packets, String group, String node)
      throws InvalidProtocolBufferException {
    List<SparkplugJudge> connections = new ArrayList<>();
    for (Packet packet : packets) {
      if (packet instanceof Connect) {
        connections.add(new SparkplugJudge(group, node));
      }
      connections.get(connections.size() - 1).take(packet);
    }
    return connections;
  }

  public long bdSeq() {
    return bdSeq;
  }

  public List<Shown> shown() {
    return shown;
  }

  /** Types of messages with their devices, such as {@code DBIRTH weighing.lane-1}. */
  public List<String> course() {
    return course;
  }

  private void take(Packet packet) throws InvalidProtocolBufferException {
    if (packet instanceof Connect connect) {
      connect(connect);
    } else if (packet instanceof Subscribe subscribe) {
      filters.put(subscribe.filter(), subscribe.qos());
    } else if (packet instanceof Publish publish) {
      publish(publish);
    } else if (packet instanceof Disconnect) {
      course.add("DISCONNECT");
      // tck-id-operational-behavior-edge-node-intentional-disconnect-ndeath
      assertThat(dead || nextSeq < 0).as("an NDEATH before the DISCONNECT").isTrue();
    }
  }

  private void connect(Connect connect) throws InvalidProtocolBufferException {
    assertThat(connect.clean()).as("principles-persistence-clean-session").isTrue();
    assertThat(connect.expiryS()).as("principles-persistence-clean-session-50").isZero();
    Publish death = connect.will().orElseThrow();
    assertThat(death.topic()).as("payloads-ndeath-will-message").isEqualTo(topic("NDEATH"));
    assertThat(death.qos()).as("payloads-ndeath-will-message-qos").isEqualTo(1);
    assertThat(death.retained()).as("payloads-ndeath-will-message-retain").isFalse();
    Payload payload = Payload.parseFrom(death.payload());
    assertThat(payload.hasSeq()).as("payloads-ndeath-seq").isFalse();
    assertThat(payload.getMetricsList()).as("payloads-ndeath-bdseq").hasSize(1);
    Metric number = payload.getMetrics(0);
    assertThat(number.getName()).isEqualTo("bdSeq");
    assertThat(number.getDatatype()).isEqualTo(DataType.Int64.getNumber());
    bdSeq = number.getLongValue();
    assertThat(bdSeq).isBetween(0L, 255L);
    will = death.payload();
  }

  private void publish(Publish publish) throws InvalidProtocolBufferException {
    assertThat(dead).as("nothing after the NDEATH, not %s", publish.topic()).isFalse();
    assertThat(publish.retained()).as("nothing is retained").isFalse();
    if (publish.topic().startsWith("way/v1/")) {
      assertThat(publish.qos()).as("a barrier").isEqualTo(1);
      course.add("BARRIER");
      return;
    }
    String[] levels = publish.topic().split("/", -1);
    String device = levels.length > 4 ? levels[4] : "";
    course.add((levels[2] + " " + device).strip());
    Payload payload = Payload.parseFrom(publish.payload());
    assertThat(publish.topic()).startsWith(topic(levels[2]));
    if (levels[2].equals("NDEATH")) {
      assertThat(publish.payload()).as("the will's payload").isEqualTo(will);
      dead = true;
      return;
    }
    assertThat(publish.qos()).as("%s is QoS 0", levels[2]).isZero();
    assertThat(payload.hasTimestamp()).as("%s has a timestamp", levels[2]).isTrue();
    assertThat(payload.hasSeq()).as("%s has a seq", levels[2]).isTrue();
    switch (levels[2]) {
      case "NBIRTH" -> nodeBirth(payload);
      case "DBIRTH" -> deviceBirth(device, payload);
      case "DDATA" -> data(device, payload);
      case "DDEATH" -> {
        assertThat(payload.getMetricsList()).isEmpty();
        assertThat(born.remove(device)).as("DDEATH of a device that lives").isNotNull();
      }
      default -> throw new AssertionError("an edge node does not send " + levels[2]);
    }
    assertThat(payload.getSeq()).as("payloads-sequence-num-incrementing").isEqualTo(nextSeq);
    nextSeq = (nextSeq + 1) % 256;
  }

  private void nodeBirth(Payload payload) {
    assertThat(filters)
        .as("message-flow-edge-node-ncmd-subscribe: before the NBIRTH, at QoS 1")
        .containsEntry(topic("NCMD"), 1)
        .containsEntry(topic("DCMD") + "/#", 1);
    nextSeq = 0; // payloads-nbirth-seq
    toBeReborn.clear();
    toBeReborn.addAll(born.keySet());
    born.clear();
    declared(payload);
    Metric number = named(payload, "bdSeq");
    assertThat(number.getLongValue()).as("payloads-nbirth-bdseq").isEqualTo(bdSeq);
    Metric rebirth = named(payload, "Node Control/Rebirth");
    assertThat(rebirth.hasAlias()).as("operational-behavior-data-commands-rebirth-name").isFalse();
    assertThat(rebirth.getDatatype()).isEqualTo(DataType.Boolean.getNumber());
    assertThat(rebirth.getBooleanValue()).isFalse();
  }

  private void deviceBirth(String device, Payload payload) {
    assertThat(nextSeq).as("a DBIRTH needs an NBIRTH").isNotNegative();
    declared(payload);
    born.remove(device);
    toBeReborn.remove(device);
    Map<Long, String> names = new HashMap<>();
    for (Metric metric : payload.getMetricsList()) {
      assertThat(metric.getIsHistorical()).as("a birth shows what is").isFalse();
      assertThat(names.put(metric.getAlias(), metric.getName())).as("unique alias").isNull();
      assertThat(born.values())
          .as("payloads-alias-uniqueness")
          .noneMatch(others -> others.containsKey(metric.getAlias()));
    }
    born.put(device, names);
  }

  private void data(String device, Payload payload) {
    assertThat(toBeReborn).as("all DBIRTHs before any data").isEmpty();
    assertThat(born).as("DDATA of %s", device).containsKey(device);
    Map<Long, String> names = born.getOrDefault(device, Map.of());
    for (Metric metric : payload.getMetricsList()) {
      assertThat(metric.hasName()).as("payloads-alias-data-cmd-requirement").isFalse();
      assertThat(metric.hasDatatype()).as("no datatype in data").isFalse();
      assertThat(metric.hasTimestamp()).isTrue();
      String name = names.getOrDefault(metric.getAlias(), "");
      assertThat(name).as("an alias that was declared").isNotEmpty();
      if (name.equals("Record/Sequence")) {
        shown.add(new Shown(device, metric.getLongValue(), metric.getIsHistorical()));
      }
    }
  }

  private static void declared(Payload payload) {
    for (Metric metric : payload.getMetricsList()) {
      assertThat(metric.getName()).as("a declared metric has a name").isNotEmpty();
      assertThat(metric.getDatatype()).as("%s has a datatype", metric.getName()).isPositive();
      assertThat(metric.hasTimestamp()).as("%s has a timestamp", metric.getName()).isTrue();
      boolean value = metric.getValueCase() != Metric.ValueCase.VALUE_NOT_SET;
      assertThat(value != metric.getIsNull()).as("%s: a value or null", metric.getName()).isTrue();
    }
  }

  private static Metric named(Payload payload, String name) {
    return payload.getMetricsList().stream()
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no metric " + name));
  }

  private String topic(String type) {
    return topic.formatted(type);
  }
}
