// SPDX-License-Identifier: Apache-2.0
/** The verbs {@code light} and {@code aids}. */
@NullMarked
package io.wayside.waterway.cli;

import org.jspecify.annotations.NullMarked;
