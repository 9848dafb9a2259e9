// SPDX-License-Identifier: Apache-2.0
/**
 * Modbus devices, on TCP or a serial line, after the Modbus application protocol V1.1b3 and the
 * serial line guide V1.02.
 */
@NullMarked
package io.wayside.rig.simulators.modbus;

import org.jspecify.annotations.NullMarked;
