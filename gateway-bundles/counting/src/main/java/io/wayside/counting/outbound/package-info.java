// SPDX-License-Identifier: Apache-2.0
/** Records on their way to the journal. */
@NullMarked
package io.wayside.counting.outbound;

import org.jspecify.annotations.NullMarked;
