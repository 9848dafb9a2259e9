// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.uplink.command.CommandDesk;
import io.wayside.uplink.transport.MqttTransport.ConnectionEvents;
import io.wayside.uplink.transport.MqttTransport.Subscriber;
import io.wayside.uplink.transport.Trouble;
import java.util.Optional;

/** Brings what a connection tells to those it concerns; called on the transport's threads. */
record Ears(Mailbox mailbox, UplinkState state, Optional<CommandDesk> commands)
    implements ConnectionEvents, Subscriber {

  @Override
  public void lost(Trouble trouble, String reason) {
    mailbox.lost(trouble, reason);
  }

  @Override
  public void received(String topic, byte[] payload, boolean retained) {
    commands.ifPresent(desk -> desk.receive(topic, payload, retained));
  }

  @Override
  public void subscriptionRefused(String filter, String reason) {
    state.commandsRefused(
        "no commands come: the broker refuses the subscription to "
            + filter
            + " ("
            + reason
            + "); give this gateway the right to read it");
  }
}
