// SPDX-License-Identifier: Apache-2.0
/** Devices of registers over Modbus RTU and TCP. */
@NullMarked
package io.wayside.driver.modbus;

import org.jspecify.annotations.NullMarked;
