// SPDX-License-Identifier: Apache-2.0
/** Passages and intervals as records. */
@NullMarked
package io.wayside.counting.record;

import org.jspecify.annotations.NullMarked;
