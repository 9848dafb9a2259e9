// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.core.time.TimeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.paho.client.mqttv3.IMqttMessageListener;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiver: subscribes to the whole fleet and puts down what comes. It shares no code with the
 * reference centre and none with the gateways' encoding: it looks for what it needs in the text.
 */
final class Checker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Checker.class);
  private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":\\s*([0-9]{1,18})");
  private static final Pattern HASH = Pattern.compile("\"hash\":\\s*\"([0-9a-f]{64})\"");
  private static final Pattern DRAFTED =
      Pattern.compile("\"" + Freight.DRAFTED + "\":\\s*([0-9]{1,19})");
  private static final int PATIENCE_MS = 20_000;
  private static final int LEVELS = 6;

  private final String address;
  private final String tenant;
  private final TimeSource time;
  private final Arrivals arrivals;
  private final Delays delays = new Delays();
  private final AtomicLong messages = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private @Nullable MqttAsyncClient client;

  Checker(String address, String tenant, TimeSource time, Arrivals arrivals) {
    this.address = address;
    this.tenant = tenant;
    this.time = time;
    this.arrivals = arrivals;
  }

  /** Connects and is subscribed when it returns; what an earlier connection knew stays. */
  void listen() throws IOException {
    leave();
    try {
      MqttAsyncClient fresh =
          new MqttAsyncClient(address, tenant + "-checker", new MemoryPersistence());
      client = fresh;
      MqttConnectOptions options = new MqttConnectOptions();
      options.setCleanSession(true);
      options.setConnectionTimeout(PATIENCE_MS / 1000);
      fresh.connect(options).waitForCompletion(PATIENCE_MS);
      IMqttMessageListener listener = (topic, message) -> take(topic, message);
      fresh.subscribe("way/v1/" + tenant + "/+/+/+", 1, listener).waitForCompletion(PATIENCE_MS);
    } catch (MqttException failed) {
      throw new IOException(
          "the receiver cannot subscribe at " + address + "; does a broker run there?", failed);
    }
  }

  private void take(String topic, MqttMessage message) {
    messages.incrementAndGet();
    bytes.addAndGet(message.getPayload().length);
    take(topic, new String(message.getPayload(), StandardCharsets.UTF_8));
  }

  void take(String topic, String payload) {
    String[] levels = topic.split("/", -1); // way/v1/tenant/gateway/kind/stream
    Matcher sequence = SEQUENCE.matcher(payload);
    Matcher hash = HASH.matcher(payload);
    if (levels.length != LEVELS
        || !sequence.find()
        || !hash.find()
        || !payload.contains("\"" + levels[3] + "\"")
        || !payload.contains("\"" + levels[5] + "\"")) {
      arrivals.strange();
      return;
    }
    long number = Long.parseLong(sequence.group(1));
    Matcher drafted = DRAFTED.matcher(payload);
    if (arrivals.arrived(levels[3], levels[5], number, hash.group(1)) && drafted.find()) {
      delays.add(time.monotonicNanos() - Long.parseLong(drafted.group(1)));
    }
  }

  Delays delays() {
    return delays;
  }

  long messages() {
    return messages.get();
  }

  long bytes() {
    return bytes.get();
  }

  /** Takes away what a gateway left at the broker for later receivers. */
  void forget(String gateway) throws IOException {
    MqttAsyncClient now = client;
    if (now == null) {
      return;
    }
    try {
      now.publish("way/v1/" + tenant + "/" + gateway + "/status", new byte[0], 1, true)
          .waitForCompletion(PATIENCE_MS);
    } catch (MqttException failed) {
      throw new IOException("the retained status of " + gateway + " stays at " + address, failed);
    }
  }

  private void leave() {
    MqttAsyncClient old = client;
    client = null;
    if (old == null) {
      return;
    }
    try {
      old.disconnectForcibly(0, 1000, false);
      old.close(true);
    } catch (MqttException gone) {
      LOG.debug("the broker went before its receiver: {}", gone.getMessage());
    }
  }

  @Override
  public void close() {
    leave();
  }
}
