// SPDX-License-Identifier: Apache-2.0
/** What can be fetched of lists, what of it is to be fetched next, and when. Pure logic. */
@NullMarked
package io.wayside.tolling.book.feed;

import org.jspecify.annotations.NullMarked;
