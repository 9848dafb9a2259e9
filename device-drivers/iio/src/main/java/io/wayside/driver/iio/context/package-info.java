// SPDX-License-Identifier: Apache-2.0
/** What a converter says of itself: devices, channels, attributes; pure. */
@NullMarked
package io.wayside.driver.iio.context;

import org.jspecify.annotations.NullMarked;
