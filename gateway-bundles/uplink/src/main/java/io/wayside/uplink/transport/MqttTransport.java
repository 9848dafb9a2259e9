// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import java.time.Duration;

/** Makes connections to brokers. Each attempt is a new one; a broken connection is thrown away. */
public interface MqttTransport {

  /** Name of the service property that says which transport it is. */
  String PROPERTY = "transport";

  /**
   * Connects with a clean session, or fails within the plan's time-out.
   *
   * @param events told about this connection, on threads of the transport
   */
  Connection connect(ConnectPlan plan, ConnectionEvents events) throws ConnectFailed;

  /** One connection to one broker. */
  interface Connection {

    /** The most messages the broker takes before it has acknowledged one. */
    default int mostInFlight() {
      return 65_535; // as many as there are packet identifiers
    }

    /** The most bytes of a whole packet the broker takes; without its word, what MQTT allows. */
    default int largestMessage() {
      return 268_435_460; // five bytes of header and a remaining length of four times seven bits
    }

    /**
     * Hands a message to the broker at QoS 1 without waiting.
     *
     * @param acknowledged called once, on a thread of the transport, when the broker has it; must
     *     not block
     * @throws ConnectionLost when it could not be handed over; it may or may not arrive
     */
    void publish(String topic, byte[] payload, boolean retained, Runnable acknowledged)
        throws ConnectionLost;

    /**
     * The same, but the broker may throw it away after a time when its receiver is absent. A
     * transport whose protocol has no expiry just publishes.
     */
    default void publishExpiring(
        String topic, byte[] payload, Duration expiry, Runnable acknowledged)
        throws ConnectionLost {
      publish(topic, payload, false, acknowledged);
    }

    /** Asks for messages at QoS 1 without waiting; they come by {@link ConnectionEvents}. */
    void subscribe(String filter) throws ConnectionLost;

    /** Ends in order: the broker forgets the will. Bounded by about a second. */
    void disconnect();

    /** Ends at once, as a fault would; bounded, and harmless when already ended. */
    void abandon();
  }

  /** What a connection tells about itself; nothing here may block. */
  interface ConnectionEvents {

    /** The connection ended and not because we wanted it; told at most once. */
    void lost(Trouble trouble, String reason);

    /**
     * A message came.
     *
     * @param retained it had been lying at the broker before we asked for it
     */
    default void received(String topic, byte[] payload, boolean retained) {}

    /** The broker will not send what was asked for; the connection stands. */
    default void subscriptionRefused(String filter, String reason) {}
  }
}
