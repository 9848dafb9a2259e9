// SPDX-License-Identifier: Apache-2.0
/** How fast reports of toll readers are decoded: loops and forks are those of JMH. */
@NullMarked
package io.wayside.rig.benchmarks.llrp;

import org.jspecify.annotations.NullMarked;
