// SPDX-License-Identifier: Apache-2.0
/** A gateway's signed statements about the heads of its streams (docs/journal.md). */
@NullMarked
package io.wayside.rig.central.heads;

import org.jspecify.annotations.NullMarked;
