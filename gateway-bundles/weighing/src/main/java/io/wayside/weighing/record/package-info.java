// SPDX-License-Identifier: Apache-2.0
/** From what was found to what the journal keeps. */
@NullMarked
package io.wayside.weighing.record;

import org.jspecify.annotations.NullMarked;
