// SPDX-License-Identifier: Apache-2.0
/** From the report of a tag to the barrier's command, while the journal has all it can do. */
@NullMarked
package io.wayside.rig.benchmarks.tolllane;

import org.jspecify.annotations.NullMarked;
