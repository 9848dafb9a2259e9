// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuthBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectRestrictions;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;
import io.wayside.rig.central.intake.Reading;
import io.wayside.rig.central.intake.Writer;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One instance of several, over MQTT 5: the broker gives each message to one of the group. */
final class SharedSession extends Session {

  /** How long the broker keeps what is for an instance that is down. */
  private static final Duration KEPT = Duration.ofDays(7);

  /** Larger than anything that is taken, so that what is too large is refused with a reason. */
  private static final int LARGEST_PACKET = 2 * Reading.LARGEST_BATCH_BYTES;

  private final Mqtt5AsyncClient client;
  private final Mqtt5Connect hello;
  private final String group;
  private volatile boolean overrun;

  SharedSession(
      BrokerPlan plan, String group, String broker, int receiveMaximum, Writer writer, Clock clock)
      throws SessionFailed {
    super(writer, clock);
    this.group = group;
    this.client =
        Mqtt5Client.builder()
            .identifier(plan.clientId())
            .transportConfig(Clients.transport(broker, plan.tls()))
            .executorConfig(Clients.oneThread())
            .addDisconnectedListener(this::ended)
            .buildAsync();
    this.hello = hello(plan, receiveMaximum);
  }

  @Override
  boolean open(List<String> statuses, List<String> records)
      throws SessionFailed, InterruptedException {
    client.publishes(MqttGlobalPublishFilter.ALL, this::arrived, deliveries(), true);
    Mqtt5ConnAck welcome = Clients.answer(client.connect(hello));
    if (!welcome.getRestrictions().isSharedSubscriptionAvailable()) {
      throw new SessionFailed(
          "the broker has no shared subscriptions; run a single instance, without --group");
    }
    List<Mqtt5Subscription> wanted = new ArrayList<>();
    statuses.forEach(filter -> wanted.add(subscription(filter)));
    records.forEach(filter -> wanted.add(subscription("$share/" + group + "/" + filter)));
    List<Mqtt5SubAckReasonCode> granted =
        Clients.answer(client.subscribe(Mqtt5Subscribe.builder().addSubscriptions(wanted).build()))
            .getReasonCodes();
    if (!granted.stream().allMatch(Mqtt5SubAckReasonCode.GRANTED_QOS_1::equals)) {
      throw new SessionFailed("the broker grants " + granted + ", wanted is QoS 1 for each");
    }
    return welcome.isSessionPresent();
  }

  @Override
  CompletableFuture<?> disconnect() {
    return client.disconnect();
  }

  @Override
  boolean overrun() {
    return overrun;
  }

  private void ended(MqttClientDisconnectedContext context) {
    overrun =
        context.getCause() instanceof Mqtt5DisconnectException told
            && told.getMqttMessage().getReasonCode()
                == Mqtt5DisconnectReasonCode.RECEIVE_MAXIMUM_EXCEEDED;
    letGo();
  }

  private void arrived(Mqtt5Publish message) {
    deliver(
        message.getTopic().toString(),
        message.getPayload().orElseGet(() -> ByteBuffer.allocate(0)),
        message::acknowledge);
  }

  private static Mqtt5Subscription subscription(String filter) {
    return Mqtt5Subscription.builder().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).build();
  }

  private static Mqtt5Connect hello(BrokerPlan plan, int receiveMaximum) throws SessionFailed {
    return Mqtt5Connect.builder()
        .cleanStart(false)
        .sessionExpiryInterval(KEPT.toSeconds())
        .keepAlive(KEEP_ALIVE_S)
        .restrictions(
            Mqtt5ConnectRestrictions.builder()
                .receiveMaximum(receiveMaximum)
                .maximumPacketSize(LARGEST_PACKET)
                .build())
        .simpleAuth(plan.login().isPresent() ? auth(plan.login().get()) : null)
        .build();
  }

  private static Mqtt5SimpleAuth auth(BrokerPlan.Login login) throws SessionFailed {
    Mqtt5SimpleAuthBuilder.Complete auth = Mqtt5SimpleAuth.builder().username(login.user());
    Optional<ByteBuffer> password = Clients.password(login);
    return (password.isPresent() ? auth.password(password.get()) : auth).build();
  }
}
