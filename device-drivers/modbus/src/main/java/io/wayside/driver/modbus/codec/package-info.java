// SPDX-License-Identifier: Apache-2.0
/** Modbus on the wire, after the application protocol V1.1b3 and the serial line guide V1.02. */
@NullMarked
package io.wayside.driver.modbus.codec;

import org.jspecify.annotations.NullMarked;
