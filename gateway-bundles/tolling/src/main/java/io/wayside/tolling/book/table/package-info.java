// SPDX-License-Identifier: Apache-2.0
/**
 * Lists as they are kept and asked: sorted rows of fixed width in a buffer, which may be a mapped
 * file. Pure logic.
 */
@NullMarked
package io.wayside.tolling.book.table;

import org.jspecify.annotations.NullMarked;
