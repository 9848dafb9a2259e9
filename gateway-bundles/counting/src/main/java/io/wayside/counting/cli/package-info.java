// SPDX-License-Identifier: Apache-2.0
/** The counting verbs; they alone read files and print. */
@NullMarked
package io.wayside.counting.cli;

import org.jspecify.annotations.NullMarked;
