// SPDX-License-Identifier: Apache-2.0
/** Weighing indicators: what they show and the bytes they send. */
@NullMarked
package io.wayside.rig.simulators.indicator;

import org.jspecify.annotations.NullMarked;
