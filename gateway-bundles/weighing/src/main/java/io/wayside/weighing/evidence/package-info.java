// SPDX-License-Identifier: Apache-2.0
/** The raw signal behind a weighing, kept so that it can be weighed again. Pure logic. */
@NullMarked
package io.wayside.weighing.evidence;

import org.jspecify.annotations.NullMarked;
