// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import io.wayside.rig.central.intake.Delivery;
import io.wayside.rig.central.intake.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, used once: connect, subscribe, deliver until it is lost. */
final class Session implements MqttCallback {

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final int QOS_AT_LEAST_ONCE = 1;
  private static final int KEEP_ALIVE_S = 30;
  private static final int CONNECT_S = 10;
  private static final long ANSWER_MS = 15_000;
  private static final long QUIESCE_MS = 500;

  private final MqttAsyncClient client;
  private final Writer writer;
  private final Clock clock;
  private final CountDownLatch lost = new CountDownLatch(1);
  private boolean ended;

  Session(String broker, String clientId, Writer writer, Clock clock) throws MqttException {
    this.client = new MqttAsyncClient(broker, clientId, new MemoryPersistence());
    this.writer = writer;
    this.clock = clock;
    client.setManualAcks(true);
    client.setCallback(this);
  }

  /** Returns whether the broker had kept the session, with what came in the meantime. */
  boolean open(String[] filters) throws MqttException {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(false);
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval(KEEP_ALIVE_S);
    options.setConnectionTimeout(CONNECT_S);
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    IMqttToken connected = client.connect(options);
    connected.waitForCompletion(ANSWER_MS);
    int[] qos = new int[filters.length];
    java.util.Arrays.fill(qos, QOS_AT_LEAST_ONCE);
    IMqttToken subscribed = client.subscribe(filters, qos);
    subscribed.waitForCompletion(ANSWER_MS);
    for (int granted : subscribed.getGrantedQos()) {
      if (granted != QOS_AT_LEAST_ONCE) {
        throw new MqttException(MqttException.REASON_CODE_SUBSCRIBE_FAILED);
      }
    }
    return connected.getSessionPresent();
  }

  void awaitLoss() throws InterruptedException {
    lost.await();
  }

  /** Makes whoever awaits the loss go on and end it. */
  void letGo() {
    lost.countDown();
  }

  /**
   * Ends it; the broker keeps the session and what is not acknowledged. Called once, by the thread
   * that opened it: Paho fails in odd ways when it is closed while it connects.
   */
  void end() {
    synchronized (lost) {
      ended = true;
    }
    try {
      client.disconnectForcibly(0, QUIESCE_MS, true);
    } catch (MqttException notConnected) {
      LOG.debug("disconnect: {}", notConnected.getMessage());
    }
    try {
      client.close(true);
    } catch (MqttException stillClosing) {
      LOG.debug("close: {}", stillClosing.getMessage());
    }
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
    int id = message.getId();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    int qos = message.getQos();
    writer.hand(new Delivery(topic, message.getPayload(), now, () -> acknowledge(id, qos)));
  }

  @Override
  public void connectionLost(@Nullable Throwable cause) {
    lost.countDown();
  }

  @Override
  public void deliveryComplete(IMqttDeliveryToken token) {
    LOG.debug("the centre publishes nothing, yet {} is complete", token);
  }

  /**
   * When the connection is gone the broker delivers it again, and the store knows it then. A closed
   * Paho client fails with a NullPointerException, which would end the thread that stores.
   */
  private void acknowledge(int id, int qos) {
    synchronized (lost) {
      if (ended) {
        return;
      }
      try {
        client.messageArrivedComplete(id, qos);
      } catch (MqttException connectionGone) {
        LOG.debug("not acknowledged: {}", connectionGone.getMessage());
      }
    }
  }
}
