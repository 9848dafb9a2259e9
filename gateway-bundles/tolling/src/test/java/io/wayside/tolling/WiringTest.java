// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import org.junit.jupiter.api.Test;

class WiringTest {

  @Test
  void aDeviceThatIsTwoPartsIsRefusedWithBoth() throws GarbledData {
    Wiring wiring = new Wiring("lane-1");
    wiring.part("armingDevice", "l1");
    wiring.part("classingDevice", "l2");
    assertThatThrownBy(() -> wiring.part("safetyDevice", "l1"))
        .isInstanceOf(GarbledData.class)
        .hasMessage(
            "stations.lane-1 has \"l1\" as armingDevice and as safetyDevice; each needs a device of"
                + " its own");
  }

  @Test
  void whatIsNotFittedIsNoDevice() throws GarbledData {
    Wiring wiring = new Wiring("lane-1");
    wiring.part("curtainDevice", "");
    assertThatCode(() -> wiring.part("classingDevice", "")).doesNotThrowAnyException();
  }
}
