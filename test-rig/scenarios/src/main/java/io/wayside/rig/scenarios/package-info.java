// SPDX-License-Identifier: Apache-2.0

/** Whole situations: the demo and the verbs of the rig. */
@NullMarked
package io.wayside.rig.scenarios;

import org.jspecify.annotations.NullMarked;
