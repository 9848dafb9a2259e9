// SPDX-License-Identifier: Apache-2.0
/**
 * The tolling verbs of the {@code wayside} script: they read files and print; all thought is
 * elsewhere.
 */
@NullMarked
package io.wayside.tolling.cli;

import org.jspecify.annotations.NullMarked;
