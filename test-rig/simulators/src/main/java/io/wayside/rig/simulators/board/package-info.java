// SPDX-License-Identifier: Apache-2.0
/** A text display for drivers, as docs/tolling.md describes its line. */
@NullMarked
package io.wayside.rig.simulators.board;

import org.jspecify.annotations.NullMarked;
