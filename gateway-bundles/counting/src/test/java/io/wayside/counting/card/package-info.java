// SPDX-License-Identifier: Apache-2.0
/** Lanes with detector cards. */
@NullMarked
package io.wayside.counting.card;

import org.jspecify.annotations.NullMarked;
