// SPDX-License-Identifier: Apache-2.0
/** What a card's registers and lines say, by its profile. No I/O, no clock. */
@NullMarked
package io.wayside.driver.detector.card;

import org.jspecify.annotations.NullMarked;
