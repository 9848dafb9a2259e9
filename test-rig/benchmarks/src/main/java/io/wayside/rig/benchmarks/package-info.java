// SPDX-License-Identifier: Apache-2.0

/** Figures as ratios to a named alternative or a physical limit. */
@NullMarked
package io.wayside.rig.benchmarks;

import org.jspecify.annotations.NullMarked;
