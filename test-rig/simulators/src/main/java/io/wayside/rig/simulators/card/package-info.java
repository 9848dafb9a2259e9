// SPDX-License-Identifier: Apache-2.0
/** Detector cards that count simulated vehicles, by the release's example profiles. */
@NullMarked
package io.wayside.rig.simulators.card;

import org.jspecify.annotations.NullMarked;
