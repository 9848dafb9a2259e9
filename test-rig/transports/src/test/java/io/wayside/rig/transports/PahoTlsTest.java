// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import io.wayside.uplink.paho.PahoTransport;
import io.wayside.uplink.transport.MqttTransport;

class PahoTlsTest extends TlsContract {

  @Override
  protected MqttTransport transport() {
    return new PahoTransport(new RigTime());
  }
}
