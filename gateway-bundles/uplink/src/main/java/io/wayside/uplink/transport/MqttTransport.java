// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import java.time.Duration;
import java.util.Optional;

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
     * Hands a message over without waiting. Messages of one connection are sent in the order in
     * which they were handed over.
     *
     * @param done called once, on a thread of the transport: at QoS 1 when the broker has it, at
     *     QoS 0 when it was written to the link, which says nothing about its arrival; must not
     *     block
     * @throws ConnectionLost when it could not be handed over and may or may not arrive; also when
     *     more than {@link ConnectPlan#mostUnwritten} messages at QoS 0 wait to be written, since
     *     the link takes nothing then
     */
    void publish(Publication message, Runnable done) throws ConnectionLost;

    /** At QoS 1. */
    default void publish(String topic, byte[] payload, boolean retained, Runnable acknowledged)
        throws ConnectionLost {
      publish(new Publication(topic, payload, 1, retained), acknowledged);
    }

    /**
     * At QoS 1, not retained; the broker may throw it away after a time, see {@link Publication}.
     */
    default void publishExpiring(
        String topic, byte[] payload, Duration expiry, Runnable acknowledged)
        throws ConnectionLost {
      publish(
          new Publication(topic, payload, 1, false).expiring(Optional.of(expiry)), acknowledged);
    }

    /**
     * Asks for messages at QoS 1 without waiting. Each subscription has its own subscriber; what
     * fits several filters is told to each of theirs, once for each time the broker sends it.
     */
    void subscribe(String filter, Subscriber subscriber) throws ConnectionLost;

    /**
     * Ends in order: what was handed over is written first, and the broker forgets the will.
     * Bounded by about three seconds.
     */
    void disconnect();

    /** Ends at once, as a fault would; bounded, and harmless when already ended. */
    void abandon();
  }

  /** What a connection tells about itself; nothing here may block. */
  interface ConnectionEvents {

    /** The connection ended and not because we wanted it; told at most once. */
    void lost(Trouble trouble, String reason);
  }

  /** Who hears what was subscribed to; nothing here may block. */
  interface Subscriber {

    /**
     * A message came.
     *
     * @param retained it had been lying at the broker before we asked for it
     */
    void received(String topic, byte[] payload, boolean retained);

    /** The broker will send what was asked for. */
    default void granted(String filter) {}

    /** The broker will not send what was asked for; the connection stands. */
    void subscriptionRefused(String filter, String reason);
  }
}
