// SPDX-License-Identifier: Apache-2.0
/** Detector cards, with registers or lines of text. */
@NullMarked
package io.wayside.driver.detector;

import org.jspecify.annotations.NullMarked;
