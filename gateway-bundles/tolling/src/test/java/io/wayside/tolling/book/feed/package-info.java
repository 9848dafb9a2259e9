// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.tolling.book.feed;

import org.jspecify.annotations.NullMarked;
