// SPDX-License-Identifier: Apache-2.0
/**
 * GPIO lines through the files of /sys/class/gpio, deprecated by the kernel but present on many
 * boards.
 */
@NullMarked
package io.wayside.driver.gpio.sysfs;

import org.jspecify.annotations.NullMarked;
