// SPDX-License-Identifier: Apache-2.0
/** From what the broker delivers to what the store keeps. */
@NullMarked
package io.wayside.rig.central.intake;

import org.jspecify.annotations.NullMarked;
