// SPDX-License-Identifier: Apache-2.0
/** Weight and status of transmitters that keep them in registers: pure. */
@NullMarked
package io.wayside.driver.indicator.registers;

import org.jspecify.annotations.NullMarked;
