// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.MqttEncodeException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckRestrictions;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import io.wayside.uplink.transport.ConnectPlan;
import io.wayside.uplink.transport.ConnectionLost;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.MqttTransport.Subscriber;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.transport.Subscriptions;
import io.wayside.uplink.transport.Trouble;
import io.wayside.uplink.transport.Unwritten;
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
  private final Subscriptions subscriptions;
  private final Unwritten unwritten;
  private final Mqtt5ConnAckRestrictions limits;
  private final String clientId;

  /**
   * @param limits of the broker, as it said when it accepted us
   */
  Mqtt5Connection(
      Mqtt5AsyncClient client,
      Ending ending,
      Subscriptions subscriptions,
      Mqtt5ConnAckRestrictions limits,
      ConnectPlan plan) {
    this.client = client;
    this.ending = ending;
    this.subscriptions = subscriptions;
    this.unwritten = new Unwritten(plan.mostUnwritten());
    this.limits = limits;
    this.clientId = plan.clientId();
  }

  @Override
  public int mostInFlight() {
    return limits.getReceiveMaximum();
  }

  @Override
  public int largestMessage() {
    return limits.getMaximumPacketSize();
  }

  @Override
  public void publish(Publication message, Runnable done) throws ConnectionLost {
    requireOpen("publishing to " + message.topic());
    boolean counted = message.qos() == 0;
    if (counted) {
      unwritten.add(message.topic());
    }
    Mqtt5Publish packet = Publishes.packet(message);
    var unused =
        client
            .publish(packet)
            .whenComplete(
                (result, failure) -> {
                  if (counted) {
                    unwritten.written();
                  }
                  published(packet, result, failure, done);
                });
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
  public void subscribe(String filter, Subscriber subscriber) throws ConnectionLost {
    requireOpen("subscribing to " + filter);
    subscriptions.add(filter, subscriber);
    var unused =
        client
            .subscribeWith()
            .topicFilter(filter)
            .qos(MqttQos.AT_LEAST_ONCE)
            .send()
            .whenComplete(
                (granted, failure) -> {
                  if (failure == null) {
                    subscriber.granted(filter);
                  } else if (!ending.ended()) {
                    Verdict.in(failure)
                        .ifPresent(
                            no -> subscriber.subscriptionRefused(filter, no.explain(clientId)));
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
