// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuthBuilder;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAckReturnCode;
import io.wayside.rig.central.intake.Writer;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The only instance, over MQTT 3.1.1: any broker will do. */
final class SingleSession extends Session {

  private final Mqtt3AsyncClient client;
  private final Mqtt3Connect hello;

  SingleSession(BrokerPlan plan, String broker, Writer writer, Clock clock) throws SessionFailed {
    super(writer, clock);
    this.client = client(plan, broker, this::letGo);
    this.hello = hello(plan, false);
  }

  static Mqtt3AsyncClient client(BrokerPlan plan, String broker, Runnable lost)
      throws SessionFailed {
    return Mqtt3Client.builder()
        .identifier(plan.clientId())
        .transportConfig(Clients.transport(broker, plan.tls()))
        .executorConfig(Clients.oneThread())
        .addDisconnectedListener(context -> lost.run())
        .buildAsync();
  }

  static Mqtt3Connect hello(BrokerPlan plan, boolean cleanSession) throws SessionFailed {
    return Mqtt3Connect.builder()
        .cleanSession(cleanSession)
        .keepAlive(KEEP_ALIVE_S)
        .simpleAuth(plan.login().isPresent() ? auth(plan.login().get()) : null)
        .build();
  }

  @Override
  boolean open(List<String> statuses, List<String> records)
      throws SessionFailed, InterruptedException {
    client.publishes(MqttGlobalPublishFilter.ALL, this::arrived, deliveries(), true);
    boolean kept = Clients.answer(client.connect(hello)).isSessionPresent();
    subscribe(client, Stream.concat(statuses.stream(), records.stream()).toList());
    return kept;
  }

  static void subscribe(Mqtt3AsyncClient client, List<String> filters)
      throws SessionFailed, InterruptedException {
    List<Mqtt3Subscription> wanted =
        filters.stream()
            .map(
                filter ->
                    Mqtt3Subscription.builder()
                        .topicFilter(filter)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .build())
            .toList();
    List<Mqtt3SubAckReturnCode> granted =
        Clients.answer(client.subscribe(Mqtt3Subscribe.builder().addSubscriptions(wanted).build()))
            .getReturnCodes();
    if (!granted.stream().allMatch(Mqtt3SubAckReturnCode.SUCCESS_MAXIMUM_QOS_1::equals)) {
      throw new SessionFailed("the broker grants " + granted + ", wanted is QoS 1 for each");
    }
  }

  @Override
  CompletableFuture<?> disconnect() {
    return client.disconnect();
  }

  private void arrived(Mqtt3Publish message) {
    deliver(
        message.getTopic().toString(),
        message.getPayload().orElseGet(() -> ByteBuffer.allocate(0)),
        message::acknowledge);
  }

  private static Mqtt3SimpleAuth auth(BrokerPlan.Login login) throws SessionFailed {
    Mqtt3SimpleAuthBuilder.Complete auth = Mqtt3SimpleAuth.builder().username(login.user());
    Optional<ByteBuffer> password = Clients.password(login);
    return (password.isPresent() ? auth.password(password.get()) : auth).build();
  }
}
