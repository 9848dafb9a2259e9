// SPDX-License-Identifier: Apache-2.0

/** The only place a record is kept: what it has accepted is durable. */
@NullMarked
package io.wayside.journal;

import org.jspecify.annotations.NullMarked;
