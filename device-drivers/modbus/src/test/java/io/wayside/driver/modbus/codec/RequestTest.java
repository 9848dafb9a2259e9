// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.RegisterDevice.Table;
import org.junit.jupiter.api.Test;

class RequestTest {

  @Test
  void readsAsManyAsOneRequestHoldsAndNotOneMore() {
    assertThat(Request.reading(Table.HOLDING_REGISTERS, 0, 125).pdu()).hasSize(5);
    assertThat(Request.reading(Table.COILS, 63_536, 2000).pdu()).hasSize(5);
    assertThatThrownBy(() -> Request.reading(Table.INPUT_REGISTERS, 0, 126))
        .hasMessageContaining("1 to 125");
    assertThatThrownBy(() -> Request.reading(Table.DISCRETE_INPUTS, 0, 2001))
        .hasMessageContaining("1 to 2000");
    assertThatThrownBy(() -> Request.reading(Table.COILS, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Request.reading(Table.COILS, 65_535, 2))
        .hasMessageContaining("0 to 65535");
    assertThatThrownBy(() -> Request.reading(Table.COILS, -1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesAsManyAsOneRequestHoldsAndNotOneMore() {
    assertThat(Request.writing(Table.HOLDING_REGISTERS, 0, new int[123]).pdu()).hasSize(252);
    assertThat(Request.writing(Table.COILS, 0, new int[1968]).pdu()).hasSize(252);
    assertThatThrownBy(() -> Request.writing(Table.HOLDING_REGISTERS, 0, new int[124]))
        .hasMessageContaining("1 to 123");
    assertThatThrownBy(() -> Request.writing(Table.COILS, 0, new int[1969]))
        .hasMessageContaining("1 to 1968");
  }

  @Test
  void refusesWhatACellCannotHold() {
    assertThatThrownBy(() -> Request.writing(Table.HOLDING_REGISTERS, 0, 65_536))
        .hasMessageContaining("0 to 65535");
    assertThatThrownBy(() -> Request.writing(Table.COILS, 0, 2)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> Request.writing(Table.INPUT_REGISTERS, 0, 1))
        .hasMessageContaining("only be read");
  }
}
