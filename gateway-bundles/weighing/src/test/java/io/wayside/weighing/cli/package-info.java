// SPDX-License-Identifier: Apache-2.0

/** Tests of the weighing verbs. */
@NullMarked
package io.wayside.weighing.cli;

import org.jspecify.annotations.NullMarked;
