// SPDX-License-Identifier: Apache-2.0
/** Converters without a buffer: each value is asked for. */
@NullMarked
package io.wayside.driver.iio.polling;

import org.jspecify.annotations.NullMarked;
