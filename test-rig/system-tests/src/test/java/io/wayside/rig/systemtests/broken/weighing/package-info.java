// SPDX-License-Identifier: Apache-2.0
/** Breaks the rules on purpose. */
@NullMarked
package io.wayside.rig.systemtests.broken.weighing;

import org.jspecify.annotations.NullMarked;
