// SPDX-License-Identifier: Apache-2.0
/** Counts of detector cards, with what of them is not told. Pure logic, time in the words. */
@NullMarked
package io.wayside.counting.card;

import org.jspecify.annotations.NullMarked;
