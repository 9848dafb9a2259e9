// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.DeviceException;
import io.wayside.driver.modbus.round.Bit;

/** The bits of a Modbus device, for the contacts and outputs that are wired to them. */
public interface ModulePorts {

  /** What is told of a bit, by the module's thread. */
  interface Port {
    Bit bit();

    /** How often it wants to be looked at. */
    long lookEveryNanos();

    /**
     * The device told the bit.
     *
     * @param nanos the middle of the time between request and answer
     */
    void looked(boolean on, long nanos);

    /** The bit cannot be told, or the module's thread ends. */
    void lost(Trouble trouble, long nowNanos);

    /** The time of a round, in which the port may write. */
    void due(long nowNanos);

    /** How long until the port wants a round, at the latest. */
    long untilDueNanos(long nowNanos, long longestNanos);
  }

  /**
   * Looks at its bit from now on.
   *
   * @throws IllegalArgumentException when two outputs would write one bit
   */
  void add(Port port);

  /** It is told nothing any more; its bit stays as it is. */
  void remove(Port port);

  /** A port has become due earlier than it said. */
  void wake();

  /**
   * Sets a bit of a table that can be written. Harmless to repeat, and repeated where no good
   * answer came. In a register the other bits are written back as they were read just before.
   */
  void write(Bit bit, boolean on) throws DeviceException;

  /**
   * Makes sure that outputs may leave their safe state.
   *
   * @throws DeviceException.Refused while the device's watchdog is to be armed and is not
   */
  void requireWatched() throws DeviceException.Refused;
}
