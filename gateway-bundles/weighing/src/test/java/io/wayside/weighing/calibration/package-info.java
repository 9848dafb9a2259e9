// SPDX-License-Identifier: Apache-2.0

/** Tests of calibration and the watch for drift. */
@NullMarked
package io.wayside.weighing.calibration;

import org.jspecify.annotations.NullMarked;
