// SPDX-License-Identifier: Apache-2.0

/** Byte links to devices: serial port, TCP, pseudo-terminal. */
@NullMarked
package io.wayside.driver.serial;

import org.jspecify.annotations.NullMarked;
