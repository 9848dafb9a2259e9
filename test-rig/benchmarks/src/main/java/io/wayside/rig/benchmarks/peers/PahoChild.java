// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.DisconnectedBufferOptions;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MqttDefaultFilePersistence;

/**
 * The child process with the client library's own store: file persistence and its buffer for when
 * there is no connection. A record counts as accepted when {@code publish} returns. Arguments:
 * folder, sink's port, file of marks, numbers.
 */
final class PahoChild {

  private static final int MOST_BUFFERED = 65_535; // its message ids have 16 bits
  private static final int MOST_IN_FLIGHT = 1000;
  private static final int QOS_AT_LEAST_ONCE = 1;
  private static final long CONNECT_PATIENCE_MS = 20_000;
  private static final long AGAIN_AFTER_MS = 500;

  private PahoChild() {}

  public static void main(String[] arguments) throws Exception {
    MqttAsyncClient client =
        new MqttAsyncClient(
            "tcp://127.0.0.1:" + arguments[1],
            "peer",
            new MqttDefaultFilePersistence(arguments[0]));
    DisconnectedBufferOptions buffer = new DisconnectedBufferOptions();
    buffer.setBufferEnabled(true);
    buffer.setPersistBuffer(true);
    buffer.setBufferSize(MOST_BUFFERED);
    buffer.setDeleteOldestMessages(false);
    client.setBufferOpts(buffer);
    var connecting = Executors.newSingleThreadScheduledExecutor();
    var unused =
        connecting.scheduleWithFixedDelay(
            () -> connect(client), AGAIN_AFTER_MS, AGAIN_AFTER_MS, TimeUnit.MILLISECONDS);
    // It syncs on the caller's thread: as many threads as records may be outstanding.
    ExecutorService producers = Executors.newCachedThreadPool();
    Orders.follow(
        System.in,
        System.out,
        arguments[2],
        arguments[3],
        (number, answer) -> producers.execute(() -> publish(client, number, answer)));
    Runtime.getRuntime().halt(0); // nobody gives orders any more
  }

  private static void publish(MqttAsyncClient client, int number, Feeder.Answer answer) {
    try {
      client.publish("bench/records", Numbered.payload(number), QOS_AT_LEAST_ONCE, false);
      answer.accepted();
    } catch (MqttException refused) {
      answer.refused();
    }
  }

  private static void connect(MqttAsyncClient client) {
    if (client.isConnected()) {
      return;
    }
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(false);
    options.setMaxInflight(MOST_IN_FLIGHT);
    try {
      client.connect(options).waitForCompletion(CONNECT_PATIENCE_MS);
    } catch (MqttException notYet) {
      return; // tried again by the schedule
    }
  }
}
