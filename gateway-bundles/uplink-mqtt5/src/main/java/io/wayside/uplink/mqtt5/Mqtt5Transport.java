// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.tls.ServerRejected;
import io.wayside.uplink.tls.TlsUnusable;
import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.ConnectPlan;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.Subscriptions;
import io.wayside.uplink.transport.Trouble;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The HiveMQ client, MQTT 5: clean start, no session, no automatic reconnect, a new client object
 * per attempt.
 */
@Component(property = MqttTransport.PROPERTY + "=mqtt5")
public final class Mqtt5Transport implements MqttTransport {

  private final TimeSource time;

  @Activate
  public Mqtt5Transport(@Reference TimeSource time) {
    this.time = time;
  }

  @Override
  public Connection connect(ConnectPlan plan, ConnectionEvents events) throws ConnectFailed {
    Ending ending = new Ending(events, plan.clientId());
    Subscriptions subscriptions = new Subscriptions();
    Mqtt5AsyncClient client = client(plan, ending);
    client.publishes(
        MqttGlobalPublishFilter.ALL,
        message ->
            subscriptions.received(
                message.getTopic().toString(), message.getPayloadAsBytes(), message.isRetain()));
    try {
      Mqtt5ConnAck accepted =
          client.connect(Clients.hello(plan)).get(plan.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return new Mqtt5Connection(client, ending, subscriptions, accepted.getRestrictions(), plan);
    } catch (ExecutionException failed) {
      throw explain(plan, failed.getCause() == null ? failed : failed.getCause());
    } catch (TimeoutException silent) {
      ending.claim();
      throw new ConnectFailed(
          Trouble.UNREACHABLE,
          "broker "
              + plan.broker()
              + ": no answer within "
              + plan.timeout().toSeconds()
              + " s; check the address, the network and whether the broker runs",
          silent);
    } catch (InterruptedException stopped) {
      ending.claim();
      Thread.currentThread().interrupt();
      throw new ConnectFailed(
          Trouble.UNREACHABLE, "broker " + plan.broker() + ": the uplink is stopping", stopped);
    }
  }

  private Mqtt5AsyncClient client(ConnectPlan plan, Ending ending) throws ConnectFailed {
    Mqtt5AsyncClient[] itself = new Mqtt5AsyncClient[1];
    try {
      itself[0] =
          Clients.client(
              plan,
              time,
              context -> {
                if (!ending.connected()) {
                  Mqtt5Connection.breakOff(itself[0]); // too late: nobody waits for it any more
                }
              },
              ending::heard);
      return itself[0];
    } catch (TlsUnusable unusable) {
      throw new ConnectFailed(
          Trouble.INSECURE, "broker " + plan.broker() + ": " + unusable.getMessage(), unusable);
    } catch (IllegalArgumentException notAnAddress) {
      throw new ConnectFailed(
          Trouble.UNREACHABLE, String.valueOf(notAnAddress.getMessage()), notAnAddress);
    }
  }

  private static ConnectFailed explain(ConnectPlan plan, Throwable failure) {
    String broker = "broker " + plan.broker() + ": ";
    // Before its CONNACK a broker cannot send a DISCONNECT (MQTT 5, 4.13): such an exception is the
    // library's own word, when its patience ended before ours.
    Optional<Verdict> verdict =
        failure instanceof Mqtt5DisconnectException ? Optional.empty() : Verdict.in(failure);
    if (verdict.isPresent()) {
      return new ConnectFailed(
          verdict.get().trouble(), broker + verdict.get().explain(plan.clientId()), failure);
    }
    Optional<ServerRejected> rejected = ServerRejected.in(failure);
    if (rejected.isPresent()) {
      return new ConnectFailed(Trouble.INSECURE, broker + rejected.get().getMessage(), failure);
    }
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String why = broker + cause.getMessage() + "; ";
    if (cause instanceof SSLException) {
      return new ConnectFailed(
          Trouble.INSECURE,
          why
              + "check that it speaks TLS 1.2 or 1.3 on this port, and that it accepts the"
              + " certificate in certificateFile if it asks for one",
          failure);
    }
    return new ConnectFailed(
        Trouble.UNREACHABLE,
        why + "check the address, the network and whether the broker runs",
        failure);
  }
}
