// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

/** Makes connections to brokers. Each attempt is a new one; a broken connection is thrown away. */
public interface MqttTransport {

  /**
   * Connects with a clean session, or fails within the plan's time-out.
   *
   * @param events told about the end of this connection, on a thread of the transport
   */
  Connection connect(ConnectPlan plan, ConnectionEvents events) throws ConnectFailed;

  /** One connection to one broker. */
  interface Connection {

    /**
     * Hands a message to the broker at QoS 1 without waiting.
     *
     * @param acknowledged called once, on a thread of the transport, when the broker has it; must
     *     not block
     * @throws ConnectionLost when it could not be handed over; it may or may not arrive
     */
    void publish(String topic, byte[] payload, boolean retained, Runnable acknowledged)
        throws ConnectionLost;

    /** Ends in order: the broker forgets the will. Bounded by about a second. */
    void disconnect();

    /** Ends at once, as a fault would; bounded, and harmless when already ended. */
    void abandon();
  }

  /** What a connection tells about itself. */
  interface ConnectionEvents {

    /** The connection ended and not because we wanted it; told at most once. */
    void lost(String reason);
  }
}
