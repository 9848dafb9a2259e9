// SPDX-License-Identifier: Apache-2.0
/** Kinds of marks, and which lights they may show. */
@NullMarked
package io.wayside.waterway.mark;

import org.jspecify.annotations.NullMarked;
