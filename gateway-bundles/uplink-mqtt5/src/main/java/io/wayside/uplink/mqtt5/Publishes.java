// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishBuilder;
import io.wayside.uplink.transport.Publication;
import java.time.Duration;

/** A message as the library's object. */
final class Publishes {

  private Publishes() {}

  static Mqtt5Publish packet(Publication message) {
    Mqtt5PublishBuilder.Complete packet =
        Mqtt5Publish.builder()
            .topic(message.topic())
            .qos(message.qos() == 0 ? MqttQos.AT_MOST_ONCE : MqttQos.AT_LEAST_ONCE)
            .retain(message.retained())
            .payload(message.payload())
            .contentType(message.contentType().orElse(null));
    return message
        .expiry()
        .map(Duration::toSeconds)
        .map(packet::messageExpiryInterval)
        .orElse(packet)
        .build();
  }
}
