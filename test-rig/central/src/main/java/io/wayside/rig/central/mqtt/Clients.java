// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import com.hivemq.client.mqtt.MqttWebSocketConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes the library's objects out of a plan, and waits for its answers. */
final class Clients {

  private static final long CONNECT_S = 10;
  private static final long ANSWER_S = 15;

  private Clients() {}

  static MqttClientTransportConfig transport(String broker, TlsFiles tls) throws SessionFailed {
    BrokerAddress address = BrokerAddress.parse(broker);
    MqttClientTransportConfigBuilder transport =
        MqttClientTransportConfig.builder()
            .serverHost(address.host())
            .serverPort(address.port())
            .socketConnectTimeout(CONNECT_S, TimeUnit.SECONDS)
            .mqttConnectTimeout(CONNECT_S, TimeUnit.SECONDS);
    if (address.secure()) {
      transport =
          transport.sslConfig(
              MqttClientSslConfig.builder()
                  .keyManagerFactory(tls.own().orElse(null))
                  .trustManagerFactory(tls.trust().orElse(null))
                  .protocols(TlsFiles.PROTOCOLS)
                  .handshakeTimeout(CONNECT_S, TimeUnit.SECONDS)
                  .build());
    }
    if (address.webSocket()) {
      transport =
          transport.webSocketConfig(
              MqttWebSocketConfig.builder().serverPath(address.path()).build());
    }
    return transport.build();
  }

  static MqttClientExecutorConfig oneThread() {
    return MqttClientExecutorConfig.builder().nettyThreads(1).build();
  }

  /** The first line of the login's password file. */
  static Optional<ByteBuffer> password(BrokerPlan.Login login) throws SessionFailed {
    if (login.password().isEmpty()) {
      return Optional.empty();
    }
    Path file = login.password().get();
    try {
      String first = Files.readString(file).lines().findFirst().orElse("");
      return Optional.of(StandardCharsets.UTF_8.encode(first));
    } catch (IOException unreadable) {
      throw new SessionFailed("--password-file " + file + " cannot be read", unreadable);
    }
  }

  static <T> T answer(CompletableFuture<T> future) throws SessionFailed, InterruptedException {
    try {
      return future.get(ANSWER_S, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new SessionFailed(reason(failed), failed);
    } catch (TimeoutException silent) {
      throw new SessionFailed("no answer within " + ANSWER_S + " s", silent);
    }
  }

  /** What the innermost cause says: the library's own words only name the packet. */
  private static String reason(Throwable failed) {
    String reason = "";
    for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
    return reason;
  }
}
