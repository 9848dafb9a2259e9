// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import io.wayside.rig.transports.Broker;
import io.wayside.rig.transports.LiveViewContract;
import io.wayside.rig.transports.Mosquitto;
import io.wayside.rig.transports.RigTime;
import io.wayside.uplink.transport.MqttTransport;
import java.nio.file.Path;

class Mqtt5LiveViewTest extends LiveViewContract {

  @Override
  protected MqttTransport transport() {
    return new Mqtt5Transport(new RigTime());
  }

  @Override
  protected Broker broker(Path folder) throws Exception {
    return new Mosquitto(folder);
  }
}
