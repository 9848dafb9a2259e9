// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.scenarios.site.Ports.PortTaken;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void aTakenPortIsNamedWithTheOptionThatHelps() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.require("--page-port", taken.getLocalPort()))
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining(String.valueOf(taken.getLocalPort()))
          .hasMessageContaining("--page-port");
    }
  }

  @Test
  void aFreePortIsTakenAsItIsAndZeroBecomesOne() throws Exception {
    int free = LoopbackPorts.free();
    assertThat(Ports.require("--page-port", free)).isEqualTo(free);
    assertThat(Ports.require("--page-port", 0)).isPositive();
  }
}
