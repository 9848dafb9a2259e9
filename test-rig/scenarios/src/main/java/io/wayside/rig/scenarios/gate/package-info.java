// SPDX-License-Identifier: Apache-2.0
/** A ticket gate, the people who use it, and what is true of them. */
@NullMarked
package io.wayside.rig.scenarios.gate;

import org.jspecify.annotations.NullMarked;
