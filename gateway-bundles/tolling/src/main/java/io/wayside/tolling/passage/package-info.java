// SPDX-License-Identifier: Apache-2.0
/** Passages as records: charges, violations, corrections, shifts. */
@NullMarked
package io.wayside.tolling.passage;

import org.jspecify.annotations.NullMarked;
