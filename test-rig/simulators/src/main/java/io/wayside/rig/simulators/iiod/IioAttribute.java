// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

/**
 * One setting of a device or channel, as the driver in the kernel offers it.
 *
 * @param name as libiio calls it, such as {@code scale}
 * @param file name of its file, such as {@code in_voltage_scale} where all voltages share it
 * @param value without the line feed
 * @param writable writing others is refused
 */
public record IioAttribute(String name, String file, String value, boolean writable) {

  static IioAttribute of(String name, String value, boolean writable) {
    return new IioAttribute(name, name, value, writable);
  }
}
