// SPDX-License-Identifier: Apache-2.0

/** Wire formats of weighing indicators: pure streaming decoders, one file each. */
@NullMarked
package io.wayside.driver.indicator.codec;

import org.jspecify.annotations.NullMarked;
