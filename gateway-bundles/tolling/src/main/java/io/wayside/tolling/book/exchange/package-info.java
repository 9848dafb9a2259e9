// SPDX-License-Identifier: Apache-2.0
/**
 * Lists as they travel: text in numbered parts, sorted, hashed and signed by the issuer. Read and
 * written as a stream. Pure logic.
 */
@NullMarked
package io.wayside.tolling.book.exchange;

import org.jspecify.annotations.NullMarked;
