// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import io.wayside.uplink.transport.ConnectFailed.Kind;
import java.util.Locale;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/**
 * Eclipse Paho, MQTT 3.1.1, as a dumb transport: memory persistence, clean session, no automatic
 * reconnect, no offline buffer (each of these was seen to lose or repeat messages), and a new
 * client object per attempt. The window is kept by the caller; Paho's own limit is twice as high
 * because it frees a slot only after its callback returned.
 */
public final class PahoTransport implements MqttTransport {

  private static final int QOS_AT_LEAST_ONCE = 1;

  @Override
  public Connection connect(ConnectPlan plan, ConnectionEvents events) throws ConnectFailed {
    MqttAsyncClient client = null;
    try {
      client = new MqttAsyncClient(plan.broker(), plan.clientId(), new MemoryPersistence());
      client.setCallback(new Loss(events));
      client.connect(options(plan)).waitForCompletion(plan.timeout().toMillis());
      return new PahoConnection(client);
    } catch (MqttException failed) {
      if (client != null) {
        new PahoConnection(client).abandon();
      }
      throw new ConnectFailed(
          refused(failed) ? Kind.REFUSED : Kind.UNREACHABLE, describe(plan, failed), failed);
    } catch (IllegalArgumentException notAnAddress) {
      throw new ConnectFailed(
          Kind.UNREACHABLE,
          "broker address \"" + plan.broker() + "\" is not one of tcp://, ssl://, ws:// or wss://",
          notAnAddress);
    }
  }

  private static MqttConnectOptions options(ConnectPlan plan) {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(true);
    options.setAutomaticReconnect(false);
    options.setMaxInflight(2 * plan.window() + 2); // two more for birth and farewell
    options.setKeepAliveInterval((int) plan.keepAlive().toSeconds());
    options.setConnectionTimeout((int) Math.max(1, plan.timeout().toSeconds()));
    options.setWill(plan.willTopic(), plan.will(), QOS_AT_LEAST_ONCE, plan.willRetained());
    plan.username().ifPresent(options::setUserName);
    plan.password().ifPresent(options::setPassword);
    return options;
  }

  private static boolean refused(MqttException failed) {
    return switch (failed.getReasonCode()) {
      case MqttException.REASON_CODE_FAILED_AUTHENTICATION,
          MqttException.REASON_CODE_NOT_AUTHORIZED,
          MqttException.REASON_CODE_INVALID_CLIENT_ID,
          MqttException.REASON_CODE_INVALID_PROTOCOL_VERSION ->
          true;
      default -> false;
    };
  }

  private static String describe(ConnectPlan plan, MqttException failed) {
    String why =
        failed.getCause() == null
            ? String.valueOf(failed.getMessage())
            : String.valueOf(failed.getCause().getMessage());
    String remedy =
        refused(failed)
            ? "check user name, password and client id \"" + plan.clientId() + "\" at the broker"
            : "check the address, the network and whether the broker runs";
    return String.format(Locale.ROOT, "broker %s: %s; %s", plan.broker(), why, remedy);
  }

  /** Passes on the loss of a connection and nothing else: this uplink subscribes to nothing. */
  private record Loss(ConnectionEvents events) implements MqttCallback {

    @Override
    public void connectionLost(@Nullable Throwable cause) {
      events.lost(cause == null ? "closed by the broker" : String.valueOf(cause.getMessage()));
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      throw new IllegalStateException("nothing is subscribed, yet " + topic + " arrived");
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
      // each publish has its own listener
    }
  }
}
