// SPDX-License-Identifier: Apache-2.0
/** Detector cards from their registers to intervals. */
@NullMarked
package io.wayside.rig.scenarios.card;

import org.jspecify.annotations.NullMarked;
