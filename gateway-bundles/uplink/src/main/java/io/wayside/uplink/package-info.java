// SPDX-License-Identifier: Apache-2.0

/** Carries the journal upstream and commands down; never changes a record. */
@NullMarked
package io.wayside.uplink;

import org.jspecify.annotations.NullMarked;
