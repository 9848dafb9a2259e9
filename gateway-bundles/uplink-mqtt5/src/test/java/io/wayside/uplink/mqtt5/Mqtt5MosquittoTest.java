// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import io.wayside.rig.transports.MosquittoContract;
import io.wayside.rig.transports.RigTime;
import io.wayside.uplink.transport.MqttTransport;

class Mqtt5MosquittoTest extends MosquittoContract {

  @Override
  protected MqttTransport transport() {
    return new Mqtt5Transport(new RigTime());
  }

  @Override
  protected byte[] acceptance() {
    return new byte[] {0x20, 3, 0, 0, 0};
  }

  @Override
  protected byte[] refusedSubscription() {
    return new byte[] {(byte) 0x90, 4, 0, 1, 0, (byte) 0x87};
  }

  @Override
  protected int largestOf(int limit) {
    return limit;
  }
}
