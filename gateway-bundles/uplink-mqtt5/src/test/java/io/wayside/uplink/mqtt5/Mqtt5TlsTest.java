// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import io.wayside.rig.transports.RigTime;
import io.wayside.rig.transports.TlsContract;
import io.wayside.uplink.transport.MqttTransport;

class Mqtt5TlsTest extends TlsContract {

  @Override
  protected MqttTransport transport() {
    return new Mqtt5Transport(new RigTime());
  }
}
