// SPDX-License-Identifier: Apache-2.0
/** Fetches lists over HTTP: files that are gone on with, and the thread that asks. */
@NullMarked
package io.wayside.tolling.book.fetch;

import org.jspecify.annotations.NullMarked;
