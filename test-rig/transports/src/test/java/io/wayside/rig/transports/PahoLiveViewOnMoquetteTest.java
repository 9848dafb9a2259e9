// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.uplink.paho.PahoTransport;
import io.wayside.uplink.transport.MqttTransport;
import java.nio.file.Path;

class PahoLiveViewOnMoquetteTest extends LiveViewContract {

  @Override
  protected MqttTransport transport() {
    return new PahoTransport(new RigTime());
  }

  @Override
  protected Broker broker(Path folder) throws Exception {
    return new Moquette(folder, LoopbackPorts.free());
  }
}
