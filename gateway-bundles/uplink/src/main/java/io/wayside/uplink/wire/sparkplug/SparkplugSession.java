// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.uplink.wire.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The rules of an edge node as pure logic: what to send and what to do, one connection after the
 * other. The caller connects with a clean session and the will of {@link #begin}, subscribes, and
 * does what each {@link Decision} says. Not for several threads.
 *
 * <p>All but deaths go out at QoS 0, not retained: the broker may lose them. This is a live view
 * beside the records themselves, which travel by a profile that is acknowledged.
 */
public final class SparkplugSession {

  private static final String REBIRTH = "Node Control/Rebirth";
  private static final String BD_SEQ = "bdSeq";

  /** What the caller does next. */
  public enum Decision {
    /** Nothing out of the ordinary. */
    CARRY_ON,
    /** Send {@link #births} before any other message. */
    BIRTH,
    /** Send {@link #death}, disconnect, and try the next broker. */
    LEAVE,
    /** Somebody wants what is not done on this way; nothing happens. */
    REFUSE
  }

  private final SparkplugTopics topics;
  private final String release;
  private final BirthDeathCounter counter;
  private final Optional<String> primaryHost;
  private final PrimaryHost host = new PrimaryHost();
  private final RebirthRest rebirths;
  private final Map<String, SparkplugDevice> devices = new LinkedHashMap<>();
  private long aliases;
  private int bdSeq;
  private int seq;
  private boolean born;

  /**
   * An edge node that has not connected yet.
   *
   * @param primaryHost id of the host application that must be there before anything is sent
   * @param rebirthRest the shortest time between two births of one connection
   */
  public SparkplugSession(
      SparkplugTopics topics,
      String release,
      BirthDeathCounter counter,
      Optional<String> primaryHost,
      Duration rebirthRest) {
    this.topics = topics;
    this.release = release;
    this.counter = counter;
    this.primaryHost = primaryHost;
    this.rebirths = new RebirthRest(rebirthRest);
  }

  /** Before each connect: takes a new number; returns the will. */
  public Message begin() {
    bdSeq = counter.next();
    born = false;
    host.forget();
    rebirths.forget();
    return death();
  }

  /** To subscribe to at QoS 1, before anything is sent. */
  public List<String> subscriptions() {
    List<String> filters = new ArrayList<>();
    filters.add(topics.nodeCommand());
    filters.add(topics.deviceCommands() + "#");
    primaryHost.ifPresent(id -> filters.add(SparkplugTopics.state(id)));
    return filters;
  }

  /** Connected and subscribed: births may go out at once unless there is a host to wait for. */
  public Decision connected() {
    return primaryHost.isEmpty() ? Decision.BIRTH : Decision.CARRY_ON;
  }

  /**
   * A message came. No command but the rebirth is taken on this way: all others belong to the
   * command path, which knows who asks.
   *
   * @throws GarbledData when it is no message of this profile; nothing has changed
   */
  public Decision heard(String topic, byte[] payload, long monotonicNanos) throws GarbledData {
    if (primaryHost.isPresent() && topic.equals(SparkplugTopics.state(primaryHost.get()))) {
      return host.heard(payload) && host.online() != born
          ? (born ? Decision.LEAVE : Decision.BIRTH)
          : Decision.CARRY_ON;
    }
    if (topic.equals(topics.nodeCommand())) {
      SparkplugPayload command = SparkplugCodec.read(payload);
      if (asksForRebirth(command)) {
        return born && rebirths.asked(monotonicNanos) ? Decision.BIRTH : Decision.CARRY_ON;
      }
      boolean others =
          command.metrics().stream().anyMatch(m -> !m.name().equals(Optional.of(REBIRTH)));
      return others ? Decision.REFUSE : Decision.CARRY_ON;
    }
    if (topic.startsWith(topics.deviceCommands())) {
      SparkplugCodec.read(payload);
      return Decision.REFUSE;
    }
    throw new GarbledData("topic \"" + topic + "\" is none that was subscribed to");
  }

  /** Whether a rebirth that was put off is due. */
  public Decision due(long monotonicNanos) {
    return born && rebirths.due(monotonicNanos) ? Decision.BIRTH : Decision.CARRY_ON;
  }

  public boolean born() {
    return born;
  }

  /** The node's birth and those of all devices known; numbering begins anew. */
  public List<Message> births(Instant now, long monotonicNanos) {
    seq = 0;
    born = true;
    rebirths.done(monotonicNanos);
    long nowMs = now.toEpochMilli();
    List<Message> messages = new ArrayList<>();
    messages.add(
        message(
            topics.nodeBirth(),
            nowMs,
            List.of(
                Metric.named(BD_SEQ, nowMs, MetricType.INT64, new Value.Whole(bdSeq)),
                Metric.named(REBIRTH, nowMs, MetricType.BOOLEAN, new Value.Truth(false)),
                Metric.named(
                    "Properties/Release", nowMs, MetricType.STRING, new Value.Text(release)))));
    devices.values().forEach(SparkplugDevice::forget);
    devices.forEach(
        (name, device) -> {
          if (!device.failed()) {
            messages.add(deviceBirth(name, device, nowMs));
          }
        });
    return messages;
  }

  /**
   * Looks after the stations: deaths of devices whose station failed since this was last asked,
   * births of those whose station works again. A record of a device that is dead brings it back.
   *
   * @param failed whether the station that feeds a stream cannot work
   */
  public List<Message> stations(Predicate<String> failed, Instant now) {
    List<Message> messages = new ArrayList<>();
    devices.forEach(
        (name, device) -> {
          if (device.turned(failed.test(name)) && born) {
            if (device.failed() && device.born()) {
              device.die();
              messages.add(message(topics.deviceDeath(name), now.toEpochMilli(), List.of()));
            } else if (!device.failed() && !device.born()) {
              messages.add(deviceBirth(name, device, now.toEpochMilli()));
            }
          }
        });
    return messages;
  }

  /** The backlog is through: births of devices whose latest values hosts know only as history. */
  public List<Message> caughtUp(Instant now) {
    List<Message> messages = new ArrayList<>();
    devices.forEach(
        (name, device) -> {
          if (device.born() && device.behind()) {
            messages.add(deviceBirth(name, device, now.toEpochMilli()));
          }
        });
    return messages;
  }

  /**
   * A record: its data, and before it the device's birth when it shows something new.
   *
   * @param historical whether it is from the backlog and not the current state
   */
  public List<Message> record(JournalRecord record, boolean historical, Instant now) {
    if (!born) {
      throw new IllegalStateException("data must not go out before the births");
    }
    String name = record.id().stream();
    SparkplugDevice device =
        devices.computeIfAbsent(name, added -> new SparkplugDevice(() -> ++aliases));
    Map<String, Value> values = RecordMetrics.of(record);
    List<Message> messages = new ArrayList<>();
    if (device.learn(values, now.toEpochMilli()) || !device.born()) {
      messages.add(deviceBirth(name, device, now.toEpochMilli()));
      if (historical) {
        device.turned(false); // its past does not bring a dead station back: it is judged anew
      }
    }
    long atMs = record.occurred().wall().toEpochMilli();
    messages.add(
        message(
            topics.deviceData(name), now.toEpochMilli(), device.data(values, atMs, historical)));
    return messages;
  }

  /** The will, and what is sent before an orderly end: the number of this connection only. */
  public Message death() {
    SparkplugPayload payload =
        new SparkplugPayload(
            OptionalLong.empty(),
            OptionalLong.empty(),
            List.of(
                new Metric(
                    Optional.of(BD_SEQ),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Optional.of(MetricType.INT64),
                    false,
                    Optional.of(new Value.Whole(bdSeq)))));
    return new Message(topics.nodeDeath(), SparkplugCodec.write(payload), 1, false);
  }

  private Message deviceBirth(String name, SparkplugDevice device, long nowMs) {
    return message(topics.deviceBirth(name), nowMs, device.declarations());
  }

  private Message message(String topic, long nowMs, List<Metric> metrics) {
    SparkplugPayload payload =
        new SparkplugPayload(OptionalLong.of(nowMs), OptionalLong.of(seq), metrics);
    seq = (seq + 1) % 256;
    return new Message(topic, SparkplugCodec.write(payload), 0, false);
  }

  private static boolean asksForRebirth(SparkplugPayload command) {
    return command.metrics().stream()
        .anyMatch(
            metric ->
                metric.name().equals(Optional.of(REBIRTH))
                    && metric.value().equals(Optional.of(new Value.Truth(true))));
  }
}
