// SPDX-License-Identifier: Apache-2.0
/** Keeps lists on disk: a new one takes the place of the old in one step, or not at all. */
@NullMarked
package io.wayside.tolling.book.store;

import org.jspecify.annotations.NullMarked;
