// SPDX-License-Identifier: Apache-2.0
/**
 * What a legally controlled instrument needs beside measuring: its parameters sealed as a whole,
 * each change an event that nobody can take back, its software known by a hash. Pure logic.
 */
@NullMarked
package io.wayside.weighing.metrology;

import org.jspecify.annotations.NullMarked;
