// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.paho;

import io.wayside.uplink.transport.MqttTransport.ConnectionEvents;
import io.wayside.uplink.transport.Subscriptions;
import io.wayside.uplink.transport.Trouble;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.jspecify.annotations.Nullable;

/** Passes on what Paho tells of its own accord. */
record PahoEvents(ConnectionEvents events, Subscriptions subscriptions) implements MqttCallback {

  @Override
  public void connectionLost(@Nullable Throwable cause) {
    String reason = cause == null ? "closed by the broker" : String.valueOf(cause.getMessage());
    events.lost(Trouble.UNREACHABLE, reason);
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    subscriptions.received(topic, message.getPayload(), message.isRetained());
  }

  @Override
  public void deliveryComplete(IMqttDeliveryToken token) {
    // each publish has its own listener
  }
}
