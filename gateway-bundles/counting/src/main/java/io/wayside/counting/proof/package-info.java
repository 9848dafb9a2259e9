// SPDX-License-Identifier: Apache-2.0
/**
 * A page on which a person checks what a counter counted: time-space pictures of the lines, the
 * events on them, and what it comes to. Made of files that a browser opens as they are.
 */
@NullMarked
package io.wayside.counting.proof;

import org.jspecify.annotations.NullMarked;
