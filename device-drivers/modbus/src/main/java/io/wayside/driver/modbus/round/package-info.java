// SPDX-License-Identifier: Apache-2.0
/** Which cells a round of looks reads in which requests. Pure logic. */
@NullMarked
package io.wayside.driver.modbus.round;

import org.jspecify.annotations.NullMarked;
