// SPDX-License-Identifier: Apache-2.0
/** Detector cards over real wires, against the rig's. */
@NullMarked
package io.wayside.driver.detector;

import org.jspecify.annotations.NullMarked;
