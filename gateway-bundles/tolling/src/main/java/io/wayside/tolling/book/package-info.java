// SPDX-License-Identifier: Apache-2.0
/** What the issuers say of tags: lists with versions, and their age. */
@NullMarked
package io.wayside.tolling.book;

import org.jspecify.annotations.NullMarked;
