// SPDX-License-Identifier: Apache-2.0
/**
 * The lanes of one station among themselves: who hears a tag, who has claimed it, where it passed.
 */
@NullMarked
package io.wayside.tolling.plaza;

import org.jspecify.annotations.NullMarked;
