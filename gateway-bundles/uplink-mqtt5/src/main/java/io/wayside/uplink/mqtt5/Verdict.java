// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import io.wayside.uplink.transport.Trouble;
import java.util.Locale;
import java.util.Optional;

/**
 * What a broker said by a reason code (MQTT 5.0, section 2.4), and where it sent us if it did.
 *
 * @param code above 0x7F: no
 */
record Verdict(int code, String name, Optional<String> reason, Optional<String> otherServer) {

  /** What the broker said, if this failure is something it said. */
  static Optional<Verdict> in(Throwable failure) {
    if (failure instanceof Mqtt5ConnAckException refused) {
      var message = refused.getMqttMessage();
      return Optional.of(
          new Verdict(
              message.getReasonCode().getCode(),
              message.getReasonCode().name(),
              message.getReasonString().map(Object::toString),
              message.getServerReference().map(Object::toString)));
    }
    if (failure instanceof Mqtt5DisconnectException ended) {
      var message = ended.getMqttMessage();
      return Optional.of(
          new Verdict(
              message.getReasonCode().getCode(),
              message.getReasonCode().name(),
              message.getReasonString().map(Object::toString),
              message.getServerReference().map(Object::toString)));
    }
    if (failure instanceof Mqtt5PubAckException refused) {
      var message = refused.getMqttMessage();
      return Optional.of(
          new Verdict(
              message.getReasonCode().getCode(),
              message.getReasonCode().name(),
              message.getReasonString().map(Object::toString),
              Optional.empty()));
    }
    if (failure instanceof Mqtt5SubAckException refused) {
      var code = refused.getMqttMessage().getReasonCodes().get(0);
      return Optional.of(
          new Verdict(code.getCode(), code.name(), Optional.empty(), Optional.empty()));
    }
    return Optional.empty();
  }

  Trouble trouble() {
    return switch (code) {
      case 0x88, 0x89, 0x97, 0x9F -> Trouble.BUSY; // unavailable, busy, quota, connection rate
      case 0x9C, 0x9D -> Trouble.REDIRECTED; // use another server, server moved
      case 0x8E -> Trouble.TAKEN_OVER;
      case 0x00, 0x04, 0x8B, 0x8D -> Trouble.UNREACHABLE; // normal, shutting down, keep alive
      default -> Trouble.REFUSED;
    };
  }

  /** In words, with the remedy. */
  String explain(String clientId) {
    String said =
        String.format(Locale.ROOT, "the broker says %s (0x%02X)", name, code)
            + reason.map(text -> ", \"" + text + "\"").orElse("");
    return said
        + switch (trouble()) {
          case BUSY -> "; it is asked again after a minute or more";
          case REDIRECTED ->
              otherServer.map(server -> ": use " + server).orElse("")
                  + "; the gateway does not follow by itself: put the new address into the site"
                  + " document";
          case TAKEN_OVER ->
              "; somebody else connects as \""
                  + clientId
                  + "\": give each gateway its own client id";
          case REFUSED ->
              "; check user name, password and client id \""
                  + clientId
                  + "\" at the broker, and"
                  + " its rights and limits";
          case UNREACHABLE, INSECURE -> "; it is tried again";
        };
  }
}
