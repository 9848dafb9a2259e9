// SPDX-License-Identifier: Apache-2.0
/**
 * Platforms and plates on load cells: vehicles weighed at walking pace, and the software indicator
 * that makes a static scale of a converter. Pure logic; SI units, seconds on the samples' clock.
 */
@NullMarked
package io.wayside.weighing.platform;

import org.jspecify.annotations.NullMarked;
