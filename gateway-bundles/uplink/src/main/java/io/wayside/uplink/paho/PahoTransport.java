// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.paho;

import io.wayside.core.time.TimeSource;
import io.wayside.uplink.tls.ServerRejected;
import io.wayside.uplink.tls.TlsSetup;
import io.wayside.uplink.tls.TlsUnusable;
import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.ConnectPlan;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.transport.Subscriptions;
import io.wayside.uplink.transport.Trouble;
import io.wayside.uplink.transport.Unwritten;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Eclipse Paho, MQTT 3.1.1, as a dumb transport: memory persistence, clean session, no automatic
 * reconnect, no offline buffer (each of these was seen to lose or repeat messages), and a new
 * client object per attempt. The window is kept by the caller; Paho's own limit is twice as high
 * because it frees a slot only after its callback returned.
 */
@Component(property = MqttTransport.PROPERTY + "=mqtt3")
public final class PahoTransport implements MqttTransport {

  private final TimeSource time;

  @Activate
  public PahoTransport(@Reference TimeSource time) {
    this.time = time;
  }

  @Override
  public Connection connect(ConnectPlan plan, ConnectionEvents events) throws ConnectFailed {
    MqttAsyncClient client = null;
    Subscriptions subscriptions = new Subscriptions();
    Unwritten unwritten = new Unwritten(plan.mostUnwritten());
    try {
      client =
          new MqttAsyncClient(PahoTls.uri(plan.broker()), plan.clientId(), new MemoryPersistence());
      client.setCallback(new PahoEvents(events, subscriptions));
      client.connect(options(plan)).waitForCompletion(plan.timeout().toMillis());
      return new PahoConnection(client, subscriptions, unwritten);
    } catch (MqttException failed) {
      if (client != null) {
        new PahoConnection(client, subscriptions, unwritten).abandon();
      }
      throw explain(plan, failed);
    } catch (TlsUnusable unusable) {
      throw new ConnectFailed(
          Trouble.INSECURE, "broker " + plan.broker() + ": " + unusable.getMessage(), unusable);
    } catch (IllegalArgumentException notAnAddress) {
      throw new ConnectFailed(
          Trouble.UNREACHABLE,
          "broker address \"" + plan.broker() + "\" is not one of tcp://, ssl://, ws:// or wss://",
          notAnAddress);
    }
  }

  private MqttConnectOptions options(ConnectPlan plan) throws TlsUnusable {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(true);
    options.setAutomaticReconnect(false);
    options.setMaxInflight(2 * plan.mostUnwritten()); // at QoS 0 and as many at QoS 1
    options.setKeepAliveInterval((int) plan.keepAlive().toSeconds());
    options.setConnectionTimeout((int) Math.max(1, plan.timeout().toSeconds()));
    Publication will = plan.will();
    options.setWill(will.topic(), will.payload(), will.qos(), will.retained());
    plan.username().ifPresent(options::setUserName);
    plan.password().ifPresent(options::setPassword);
    if (PahoTls.isSecure(plan.broker())) {
      options.setSocketFactory(
          PahoTls.sockets(plan.broker(), TlsSetup.read(plan.tls(), time).context()));
    }
    return options;
  }

  private static ConnectFailed explain(ConnectPlan plan, MqttException failed) {
    String broker = "broker " + plan.broker() + ": ";
    Optional<ServerRejected> rejected = ServerRejected.in(failed);
    if (rejected.isPresent()) {
      return new ConnectFailed(Trouble.INSECURE, broker + rejected.get().getMessage(), failed);
    }
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    String why = broker + cause.getMessage() + "; ";
    if (cause instanceof SSLException) {
      return new ConnectFailed(
          Trouble.INSECURE,
          why
              + "check that it speaks TLS 1.2 or 1.3 on this port, and that it accepts the"
              + " certificate in certificateFile if it asks for one",
          failed);
    }
    return refused(failed)
        ? new ConnectFailed(
            Trouble.REFUSED,
            why
                + "check user name, password and client id \""
                + plan.clientId()
                + "\" at the broker",
            failed)
        : new ConnectFailed(
            Trouble.UNREACHABLE,
            why + "check the address, the network and whether the broker runs",
            failed);
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
}
