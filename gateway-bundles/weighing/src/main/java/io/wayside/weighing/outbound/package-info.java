// SPDX-License-Identifier: Apache-2.0
/** The way of drafts to the journal when it does not take them at once. */
@NullMarked
package io.wayside.weighing.outbound;

import org.jspecify.annotations.NullMarked;
