// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import com.hivemq.client.mqtt.MqttWebSocketConfig;
import com.hivemq.client.mqtt.lifecycle.MqttClientConnectedListener;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedListener;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuthBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectRestrictions;
import io.reactivex.schedulers.Schedulers;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.tls.TlsSetup;
import io.wayside.uplink.tls.TlsUnusable;
import io.wayside.uplink.transport.ConnectPlan;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Makes the library's objects out of a plan. */
final class Clients {

  /** Commands are few and small; a larger one is not even sent to us. */
  private static final int MOST_TO_US = 16;

  private static final int LARGEST_TO_US = 256 * 1024;

  private Clients() {}

  /** One thread, its own callbacks on it: ours never block. */
  static Mqtt5AsyncClient client(
      ConnectPlan plan,
      TimeSource time,
      MqttClientConnectedListener connected,
      MqttClientDisconnectedListener disconnected)
      throws TlsUnusable {
    return Mqtt5Client.builder()
        .identifier(plan.clientId())
        .transportConfig(transport(plan, time))
        .executorConfig(
            MqttClientExecutorConfig.builder()
                .nettyThreads(1)
                .applicationScheduler(Schedulers.trampoline())
                .build())
        .addConnectedListener(connected)
        .addDisconnectedListener(disconnected)
        .buildAsync();
  }

  private static MqttClientTransportConfig transport(ConnectPlan plan, TimeSource time)
      throws TlsUnusable {
    BrokerAddress address = BrokerAddress.parse(plan.broker());
    long timeoutMs = plan.timeout().toMillis();
    MqttClientTransportConfigBuilder transport =
        MqttClientTransportConfig.builder()
            .serverHost(address.host())
            .serverPort(address.port())
            .socketConnectTimeout(timeoutMs, TimeUnit.MILLISECONDS)
            .mqttConnectTimeout(timeoutMs, TimeUnit.MILLISECONDS);
    if (address.secure()) {
      transport = transport.sslConfig(tls(TlsSetup.read(plan.tls(), time), timeoutMs));
    }
    if (address.webSocket()) {
      transport =
          transport.webSocketConfig(
              MqttWebSocketConfig.builder()
                  .serverPath(address.path())
                  .handshakeTimeout(timeoutMs, TimeUnit.MILLISECONDS)
                  .build());
    }
    return transport.build();
  }

  private static MqttClientSslConfig tls(TlsSetup setup, long timeoutMs) {
    return MqttClientSslConfig.builder()
        .keyManagerFactory(setup.own().orElse(null))
        .trustManagerFactory(new FixedTrust(setup.server()))
        .protocols(TlsSetup.PROTOCOLS)
        .handshakeTimeout(timeoutMs, TimeUnit.MILLISECONDS)
        .build();
  }

  /** A clean start and no session that outlives the connection: what waits is in the journal. */
  static Mqtt5Connect hello(ConnectPlan plan) {
    return Mqtt5Connect.builder()
        .cleanStart(true)
        .sessionExpiryInterval(0)
        .keepAlive((int) plan.keepAlive().toSeconds())
        .restrictions(
            Mqtt5ConnectRestrictions.builder()
                .receiveMaximum(MOST_TO_US)
                .maximumPacketSize(LARGEST_TO_US)
                .build())
        .simpleAuth(auth(plan).orElse(null))
        .willPublish(Publishes.packet(plan.will()).asWill())
        .build();
  }

  private static Optional<Mqtt5SimpleAuth> auth(ConnectPlan plan) {
    Optional<ByteBuffer> password =
        plan.password().map(text -> StandardCharsets.UTF_8.encode(CharBuffer.wrap(text)));
    if (plan.username().isPresent()) {
      Mqtt5SimpleAuthBuilder.Complete auth =
          Mqtt5SimpleAuth.builder().username(plan.username().get());
      return Optional.of((password.isPresent() ? auth.password(password.get()) : auth).build());
    }
    return password.map(secret -> Mqtt5SimpleAuth.builder().password(secret).build());
  }
}
