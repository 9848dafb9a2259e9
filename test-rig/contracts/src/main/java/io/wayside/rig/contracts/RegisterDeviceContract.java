// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.rig.contracts.RegisterHarness.Manner;
import org.junit.jupiter.api.Test;

/**
 * What a {@link RegisterDevice} promises: cells as they are, and an exception for each decision.
 */
public abstract class RegisterDeviceContract
    extends DeviceContract<RegisterDevice, RegisterHarness> {

  @Test
  void readsRegistersFrom0To65535() throws DeviceException {
    for (Table table : new Table[] {Table.INPUT_REGISTERS, Table.HOLDING_REGISTERS}) {
      harness().peerHolds(table, 10, 0, 1, 0x7fff, 0x8000, 0xffff);

      assertThat(device().read(table, 10, 5)).containsExactly(0, 1, 0x7fff, 0x8000, 0xffff);
    }
  }

  @Test
  void readsBitsAs0And1() throws DeviceException {
    for (Table table : new Table[] {Table.COILS, Table.DISCRETE_INPUTS}) {
      harness().peerHolds(table, 3, 1, 0, 0, 1, 1, 0, 1, 0, 1);

      assertThat(device().read(table, 3, 9)).containsExactly(1, 0, 0, 1, 1, 0, 1, 0, 1);
    }
  }

  @Test
  void countsAddressesFrom0AndKeepsTablesApart() throws DeviceException {
    int value = 1;
    for (Table table : Table.values()) {
      harness().peerHolds(table, 0, value);
      value = 1 - value;
    }
    assertThat(device().read(Table.COILS, 0, 1)).containsExactly(1);
    assertThat(device().read(Table.DISCRETE_INPUTS, 0, 1)).containsExactly(0);
    assertThat(device().read(Table.INPUT_REGISTERS, 0, 1)).containsExactly(1);
    assertThat(device().read(Table.HOLDING_REGISTERS, 0, 1)).containsExactly(0);
  }

  @Test
  void writesExactlyTheCellsItWasTold() throws DeviceException {
    harness().peerHolds(Table.HOLDING_REGISTERS, 4, 1, 2, 3, 4);
    device().write(Table.HOLDING_REGISTERS, 5, 0xffff, 0);
    harness().peerHolds(Table.COILS, 4, 1, 0, 1, 1);
    device().write(Table.COILS, 5, 1, 0);

    int[] registers = {1, 0xffff, 0, 4};
    int[] coils = {1, 1, 0, 1};
    for (int i = 0; i < 4; i++) {
      assertThat(harness().peerCell(Table.HOLDING_REGISTERS, 4 + i)).isEqualTo(registers[i]);
      assertThat(harness().peerCell(Table.COILS, 4 + i)).isEqualTo(coils[i]);
    }
  }

  @Test
  void doesNotWriteWhatCanOnlyBeRead() {
    for (Table table : new Table[] {Table.DISCRETE_INPUTS, Table.INPUT_REGISTERS}) {
      harness().peerHolds(table, 0, 0);

      assertThatThrownBy(() -> device().write(table, 0, 1))
          .isInstanceOfAny(IllegalArgumentException.class, DeviceException.Refused.class);
      assertThat(harness().peerCell(table, 0)).isZero();
    }
  }

  @Test
  void aRefusalIsARefusal() throws DeviceException {
    assertAnswered(Manner.REFUSING, DeviceException.Refused.class);
  }

  @Test
  void anUnreadableAnswerIsGarbled() throws DeviceException {
    assertAnswered(Manner.GARBLED, DeviceException.Garbled.class);
  }

  @Test
  void noAnswerIsATimeout() throws DeviceException {
    assertAnswered(Manner.NOT_AT_ALL, DeviceException.TimedOut.class);
  }

  @Test
  void withoutALinkTheLinkIsDownUntilItIsBack() throws DeviceException {
    harness().breakLink();
    eventually().until("reading says that the link is down", this::linkIsDown);
    assertThatThrownBy(() -> device().read(Table.HOLDING_REGISTERS, 0, 1))
        .hasMessageContaining(device().deviceId());
    harness().restoreLink();

    eventually().until("reading works again", this::canBeRead);
  }

  private void assertAnswered(Manner manner, Class<? extends DeviceException> kind)
      throws DeviceException {
    harness().peerAnswers(manner);

    assertThatThrownBy(() -> device().read(Table.HOLDING_REGISTERS, 0, 2))
        .isExactlyInstanceOf(kind)
        .hasMessageContaining(device().deviceId());
    assertThatThrownBy(() -> device().write(Table.HOLDING_REGISTERS, 0, 7))
        .isExactlyInstanceOf(kind)
        .hasMessageContaining(device().deviceId());
    harness().peerAnswers(Manner.PROPERLY);
    eventually().until("it answers again", this::canBeRead);
    harness().peerHolds(Table.HOLDING_REGISTERS, 0, 42);
    assertThat(device().read(Table.HOLDING_REGISTERS, 0, 1)).containsExactly(42);
  }

  private boolean linkIsDown() {
    try {
      device().read(Table.HOLDING_REGISTERS, 0, 1);
      return false;
    } catch (DeviceException.LinkDown down) {
      return true;
    } catch (DeviceException other) {
      return false;
    }
  }

  private boolean canBeRead() {
    try {
      device().read(Table.HOLDING_REGISTERS, 0, 1);
      return true;
    } catch (DeviceException notYet) {
      return false;
    }
  }
}
