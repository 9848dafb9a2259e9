// SPDX-License-Identifier: Apache-2.0
/** GPIO lines of a Raspberry Pi through the kernel's character device, by Pi4J's library. */
@NullMarked
package io.wayside.driver.gpio.gpiod;

import org.jspecify.annotations.NullMarked;
