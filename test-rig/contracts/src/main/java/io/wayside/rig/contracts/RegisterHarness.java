// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.RegisterDevice;
import io.wayside.core.device.RegisterDevice.Table;

/** A harness for a register device: the peer holds cells 0 to 99 of each table. */
public interface RegisterHarness extends DeviceHarness<RegisterDevice> {

  /** How the peer answers. */
  enum Manner {
    PROPERLY,
    REFUSING,
    GARBLED,
    NOT_AT_ALL
  }

  /** Sets the peer's cells. */
  void peerHolds(Table table, int address, int... values);

  /** One of the peer's cells. */
  int peerCell(Table table, int address);

  /** From now on the peer answers in this manner. */
  void peerAnswers(Manner manner);
}
