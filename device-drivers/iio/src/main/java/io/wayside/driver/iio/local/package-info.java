// SPDX-License-Identifier: Apache-2.0
/** Converters of this machine: sysfs and the character device. */
@NullMarked
package io.wayside.driver.iio.local;

import org.jspecify.annotations.NullMarked;
