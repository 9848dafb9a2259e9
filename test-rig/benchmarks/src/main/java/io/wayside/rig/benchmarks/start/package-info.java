// SPDX-License-Identifier: Apache-2.0
/** How long the gateway takes to start and what it occupies, beside the bare framework. */
@NullMarked
package io.wayside.rig.benchmarks.start;

import org.jspecify.annotations.NullMarked;
