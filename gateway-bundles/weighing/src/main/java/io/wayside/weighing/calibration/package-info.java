// SPDX-License-Identifier: Apache-2.0
/**
 * Calibration from runs with known trucks, and the watch for drift against a characteristic
 * population. Both propose; neither changes an instrument. Pure arithmetic.
 */
@NullMarked
package io.wayside.weighing.calibration;

import org.jspecify.annotations.NullMarked;
