// SPDX-License-Identifier: Apache-2.0
/** GPIO lines as a driver sees them, whoever provides them. */
@NullMarked
package io.wayside.driver.gpio.lines;

import org.jspecify.annotations.NullMarked;
