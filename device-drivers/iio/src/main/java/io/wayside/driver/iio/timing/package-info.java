// SPDX-License-Identifier: Apache-2.0
/** When samples were taken and which are missing; pure. */
@NullMarked
package io.wayside.driver.iio.timing;

import org.jspecify.annotations.NullMarked;
