// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** The other side: an MQTT client that is not the one under test. */
public final class Listener implements AutoCloseable {

  public final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final MqttClient client;

  public Listener(String address, String filter) throws MqttException {
    client = new MqttClient(address, "listener", new MemoryPersistence());
    client.setTimeToWait(10_000);
    client.connect();
    client.subscribe(
        filter,
        1,
        (topic, message) ->
            heard.add(topic + " " + new String(message.getPayload(), StandardCharsets.UTF_8)));
  }

  public void say(String topic, String text, boolean retained) throws MqttException {
    say(topic, text.getBytes(StandardCharsets.UTF_8), retained);
  }

  public void say(String topic, byte[] payload, boolean retained) throws MqttException {
    client.publish(topic, payload, 1, retained);
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnectForcibly(0, 500);
    }
    client.close(true);
  }
}
