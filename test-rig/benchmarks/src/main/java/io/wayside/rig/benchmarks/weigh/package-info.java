// SPDX-License-Identifier: Apache-2.0
/** How fast signals are weighed: loops and forks are those of JMH. */
@NullMarked
package io.wayside.rig.benchmarks.weigh;

import org.jspecify.annotations.NullMarked;
