// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.ConnectPlan;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.transport.Trouble;

/** Takes and acknowledges everything at once; says no when told to. */
class SilentBroker implements MqttTransport {

  private boolean refusing;

  void refuse(boolean now) {
    refusing = now;
  }

  /** A message came; nothing becomes of it here. */
  void took(String topic, byte[] payload) {}

  @Override
  public Connection connect(ConnectPlan plan, ConnectionEvents events) throws ConnectFailed {
    if (refusing) {
      throw new ConnectFailed(Trouble.UNREACHABLE, "nobody is here", null);
    }
    return new Connection() {
      @Override
      public void publish(Publication sent, Runnable acknowledged) {
        took(sent.topic(), sent.payload());
        acknowledged.run();
      }

      @Override
      public void subscribe(String filter, Subscriber subscriber) {}

      @Override
      public void disconnect() {}

      @Override
      public void abandon() {}
    };
  }
}
