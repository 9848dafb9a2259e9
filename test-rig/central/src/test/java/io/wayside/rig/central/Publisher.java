// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.core.record.JournalRecord;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Publishes as a gateway does: QoS 1, one after the other. */
public final class Publisher implements AutoCloseable {

  private final MqttClient client;

  public Publisher(String address) throws MqttException {
    client = new MqttClient(address, "gateway-under-test", new MemoryPersistence());
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(true);
    options.setMaxInflight(1_000); // Paho frees a place only after publish has returned
    client.connect(options);
  }

  public void send(List<JournalRecord> records) throws MqttException {
    for (JournalRecord record : records) {
      send(Samples.topic(record), Samples.payload(record), false);
    }
  }

  public void send(String topic, byte[] payload, boolean retained) throws MqttException {
    client.publish(topic, payload, 1, retained);
  }

  @Override
  public void close() throws MqttException {
    client.disconnectForcibly(0, 500);
    client.close(true);
  }
}
