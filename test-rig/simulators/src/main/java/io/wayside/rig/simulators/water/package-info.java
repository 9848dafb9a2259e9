// SPDX-License-Identifier: Apache-2.0
/** A reach of river with aids to navigation in tide, sun and trouble; and what they radio. */
@NullMarked
package io.wayside.rig.simulators.water;

import org.jspecify.annotations.NullMarked;
