// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.paho;

import io.wayside.uplink.transport.ConnectionLost;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.MqttTransport.Subscriber;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.transport.Subscriptions;
import io.wayside.uplink.transport.Unwritten;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connected Paho client, used once. */
final class PahoConnection implements MqttTransport.Connection {

  private static final Logger LOG = LoggerFactory.getLogger(PahoConnection.class);
  private static final int QOS_AT_LEAST_ONCE = 1;
  private static final long SETTLE_MS = 1000;
  private static final long DISCONNECT_MS = 1000;

  private final MqttAsyncClient client;
  private final Subscriptions subscriptions;
  private final Unwritten unwritten;
  private final AtomicBoolean ended = new AtomicBoolean(); // Paho fails when closed twice

  PahoConnection(MqttAsyncClient client, Subscriptions subscriptions, Unwritten unwritten) {
    this.client = client;
    this.subscriptions = subscriptions;
    this.unwritten = unwritten;
  }

  @Override
  public void publish(Publication message, Runnable done) throws ConnectionLost {
    boolean counted = message.qos() == 0;
    if (counted) {
      unwritten.add(message.topic());
    }
    Optional<Unwritten> counter = counted ? Optional.of(unwritten) : Optional.empty();
    try {
      client.publish(
          message.topic(),
          message.payload(),
          message.qos(),
          message.retained(),
          null,
          new Outcome(done, counter));
    } catch (MqttException failed) {
      counter.ifPresent(Unwritten::written);
      throw new ConnectionLost(
          "publishing to " + message.topic() + " failed: " + failed.getMessage(), failed);
    }
  }

  @Override
  public void subscribe(String filter, Subscriber subscriber) throws ConnectionLost {
    subscriptions.add(filter, subscriber);
    try {
      client.subscribe(filter, QOS_AT_LEAST_ONCE, null, new Granted(filter, subscriber));
    } catch (MqttException failed) {
      throw new ConnectionLost(
          "subscribing to " + filter + " failed: " + failed.getMessage(), failed);
    }
  }

  @Override
  public void disconnect() {
    if (ended.getAndSet(true)) {
      return;
    }
    try {
      // Paho lets a DISCONNECT overtake what waits to be written, and at QoS 0 it throws it away.
      unwritten.awaitNone(Duration.ofMillis(SETTLE_MS));
      client.disconnect(SETTLE_MS).waitForCompletion(SETTLE_MS + DISCONNECT_MS);
      client.close();
    } catch (MqttException alreadyGone) {
      LOG.debug("orderly disconnect did not work: {}", alreadyGone.getMessage());
      breakOff();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      breakOff();
    }
  }

  @Override
  public void abandon() {
    if (!ended.getAndSet(true)) {
      breakOff();
    }
  }

  private void breakOff() {
    try {
      client.disconnectForcibly(0, DISCONNECT_MS, false);
    } catch (MqttException notConnected) {
      LOG.debug("forcible disconnect: {}", notConnected.getMessage());
    }
    try {
      client.close(true);
    } catch (MqttException stillClosing) {
      LOG.debug("close: {}", stillClosing.getMessage());
    }
  }

  /** A failed publish needs no word: the connection's end is told separately. */
  private record Outcome(Runnable done, Optional<Unwritten> counter)
      implements IMqttActionListener {

    @Override
    public void onSuccess(IMqttToken token) {
      counter.ifPresent(Unwritten::written);
      done.run();
    }

    @Override
    public void onFailure(IMqttToken token, @Nullable Throwable cause) {
      counter.ifPresent(Unwritten::written);
      LOG.debug("not sent or not acknowledged: {}", String.valueOf(cause));
    }
  }

  /** A broker of MQTT 3.1.1 grants a quality of service, or 0x80 for "no". */
  private record Granted(String filter, Subscriber subscriber) implements IMqttActionListener {

    private static final int REFUSED = 0x80;

    @Override
    public void onSuccess(IMqttToken token) {
      int[] granted = token.getGrantedQos();
      if (granted == null || granted.length != 1 || granted[0] == REFUSED) {
        refused("the broker granted no right to it");
      } else {
        subscriber.granted(filter);
      }
    }

    @Override
    public void onFailure(IMqttToken token, @Nullable Throwable cause) {
      if (token.getClient().isConnected()) {
        refused(cause == null ? "no reason given" : String.valueOf(cause.getMessage()));
      }
    }

    private void refused(String reason) {
      subscriber.subscriptionRefused(filter, reason);
    }
  }
}
