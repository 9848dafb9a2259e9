// SPDX-License-Identifier: Apache-2.0
/**
 * The weighing verbs of the {@code wayside} script: they read files and print; all thought is
 * elsewhere.
 */
@NullMarked
package io.wayside.weighing.cli;

import org.jspecify.annotations.NullMarked;
