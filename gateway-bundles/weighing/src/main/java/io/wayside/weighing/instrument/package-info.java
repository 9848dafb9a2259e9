// SPDX-License-Identifier: Apache-2.0
/**
 * The description of one weighing instrument: what it is, where its sensors lie, how it was
 * calibrated and for which range it was verified. Pure logic.
 */
@NullMarked
package io.wayside.weighing.instrument;

import org.jspecify.annotations.NullMarked;
