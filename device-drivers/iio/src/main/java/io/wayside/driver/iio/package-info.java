// SPDX-License-Identifier: Apache-2.0
/**
 * Analogue-to-digital converters with a kernel driver, through Linux IIO, on this machine or over
 * the network.
 */
@NullMarked
package io.wayside.driver.iio;

import org.jspecify.annotations.NullMarked;
