// SPDX-License-Identifier: Apache-2.0
/** Bytes of a buffer to raw numbers, by the kernel's description of a scan; pure. */
@NullMarked
package io.wayside.driver.iio.scan;

import org.jspecify.annotations.NullMarked;
