// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.MqttEncodeException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import io.wayside.uplink.transport.ConnectionLost;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.Trouble;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connected client, used once. The library queues without limit what it cannot send, so nothing
 * is handed to it once the connection ended, and never more than the broker's Receive Maximum.
 */
final class Mqtt5Connection implements MqttTransport.Connection {

  private static final Logger LOG = LoggerFactory.getLogger(Mqtt5Connection.class);
  private static final long DISCONNECT_MS = 1000;

  private final Mqtt5AsyncClient client;
  private final Ending ending;
  private final int receiveMaximum;
  private final int maximumPacketSize;
  private final String clientId;

  Mqtt5Connection(
      Mqtt5AsyncClient client,
      Ending ending,
      int receiveMaximum,
      int maximumPacketSize,
      String clientId) {
    this.client = client;
    this.ending = ending;
    this.receiveMaximum = receiveMaximum;
    this.maximumPacketSize = maximumPacketSize;
    this.clientId = clientId;
  }

  @Override
  public int mostInFlight() {
    return receiveMaximum;
  }

  @Override
  public int largestMessage() {
    return maximumPacketSize;
  }

  @Override
  public void publish(String topic, byte[] payload, boolean retained, Runnable acknowledged)
      throws ConnectionLost {
    publish(message(topic, payload).retain(retained).build(), acknowledged);
  }

  @Override
  public void publishExpiring(String topic, byte[] payload, Duration expiry, Runnable acknowledged)
      throws ConnectionLost {
    publish(
        message(topic, payload).messageExpiryInterval(expiry.toSeconds()).build(), acknowledged);
  }

  private static Mqtt5PublishBuilder.Complete message(String topic, byte[] payload) {
    return Mqtt5Publish.builder().topic(topic).qos(MqttQos.AT_LEAST_ONCE).payload(payload);
  }

  private void publish(Mqtt5Publish message, Runnable acknowledged) throws ConnectionLost {
    requireOpen("publishing to " + message.getTopic());
    var unused =
        client
            .publish(message)
            .whenComplete((result, failure) -> published(message, result, failure, acknowledged));
  }

  private void published(
      Mqtt5Publish message,
      @Nullable Mqtt5PublishResult result,
      @Nullable Throwable failure,
      Runnable acknowledged) {
    Throwable error = result == null ? failure : result.getError().orElse(null);
    if (error == null) {
      acknowledged.run();
      return;
    }
    Optional<Verdict> verdict = Verdict.in(error);
    if (verdict.isPresent()) {
      rejected(message, verdict.get().trouble(), verdict.get().explain(clientId));
    } else if (error instanceof MqttEncodeException) {
      rejected(message, Trouble.REFUSED, error.getMessage() + "; raise the broker's limit");
    } else {
      LOG.debug("not acknowledged: {}", error.toString()); // the connection's end is told elsewhere
    }
  }

  /** Not acknowledged and never will be: the record stays in the journal, the connection ends. */
  private void rejected(Mqtt5Publish message, Trouble trouble, String why) {
    ending.tell(trouble, "a message to " + message.getTopic() + " was not taken: " + why);
    breakOff();
  }

  @Override
  public void subscribe(String filter) throws ConnectionLost {
    requireOpen("subscribing to " + filter);
    var unused =
        client
            .subscribeWith()
            .topicFilter(filter)
            .qos(MqttQos.AT_LEAST_ONCE)
            .send()
            .whenComplete(
                (granted, failure) -> {
                  if (failure != null) {
                    Verdict.in(failure)
                        .ifPresent(no -> ending.refused(filter, no.explain(clientId)));
                  }
                });
  }

  @Override
  public void disconnect() {
    if (!ending.claim()) {
      return;
    }
    try {
      client.disconnect().get(DISCONNECT_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException alreadyGone) {
      LOG.debug("orderly disconnect did not work: {}", alreadyGone.toString());
    }
  }

  @Override
  public void abandon() {
    if (ending.claim()) {
      breakOff();
    }
  }

  /** The library cannot just drop a socket; this reason code has the broker send the will. */
  private void breakOff() {
    breakOff(client);
  }

  static void breakOff(Mqtt5AsyncClient client) {
    var unused =
        client
            .disconnectWith()
            .reasonCode(Mqtt5DisconnectReasonCode.DISCONNECT_WITH_WILL_MESSAGE)
            .send()
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    LOG.debug("was not connected: {}", failure.toString());
                  }
                });
  }

  private void requireOpen(String what) throws ConnectionLost {
    if (ending.ended()) {
      throw new ConnectionLost(what + " failed: the connection has ended", null);
    }
  }
}
