// SPDX-License-Identifier: Apache-2.0

/** Tests of the assessment of accuracy. */
@NullMarked
package io.wayside.weighing.accuracy;

import org.jspecify.annotations.NullMarked;
