// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import io.wayside.uplink.transport.MqttTransport.ConnectionEvents;
import io.wayside.uplink.transport.Trouble;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Sees to it that the end of a connection is told at most once, and only when it stood before. */
final class Ending {

  private enum Phase {
    CONNECTING,
    CONNECTED,
    ENDED
  }

  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CONNECTING);
  private final ConnectionEvents events;
  private final String clientId;

  Ending(ConnectionEvents events, String clientId) {
    this.events = events;
    this.clientId = clientId;
  }

  /** Returns false when the attempt has been given up meanwhile. */
  boolean connected() {
    return phase.compareAndSet(Phase.CONNECTING, Phase.CONNECTED);
  }

  boolean ended() {
    return phase.get() == Phase.ENDED;
  }

  /** We end it ourselves; returns whether that is news. */
  boolean claim() {
    return phase.getAndSet(Phase.ENDED) != Phase.ENDED;
  }

  void tell(Trouble trouble, String reason) {
    if (phase.compareAndSet(Phase.CONNECTED, Phase.ENDED)) {
      events.lost(trouble, reason);
    }
  }

  /** The library's word for any end. */
  void heard(MqttClientDisconnectedContext context) {
    Optional<Verdict> verdict = Verdict.in(context.getCause());
    tell(
        verdict.map(Verdict::trouble).orElse(Trouble.UNREACHABLE),
        verdict
            .map(said -> said.explain(clientId))
            .orElseGet(() -> String.valueOf(context.getCause().getMessage())));
  }
}
