// SPDX-License-Identifier: Apache-2.0
/** Converters of another machine, by the text protocol of iiod. */
@NullMarked
package io.wayside.driver.iio.network;

import org.jspecify.annotations.NullMarked;
