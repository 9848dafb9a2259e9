// SPDX-License-Identifier: Apache-2.0

/** Turns weight samples into weighing records. */
@NullMarked
package io.wayside.weighing;

import org.jspecify.annotations.NullMarked;
