// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import io.wayside.uplink.paho.PahoTransport;
import io.wayside.uplink.transport.MqttTransport;

class PahoMosquittoTest extends MosquittoContract {

  @Override
  protected MqttTransport transport() {
    return new PahoTransport(new RigTime());
  }

  @Override
  protected byte[] acceptance() {
    return new byte[] {0x20, 2, 0, 0};
  }

  @Override
  protected byte[] refusedSubscription() {
    return new byte[] {(byte) 0x90, 3, 0, 1, (byte) 0x80};
  }
}
