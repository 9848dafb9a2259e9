// SPDX-License-Identifier: Apache-2.0
/** Drain after an outage against what the broker takes from the bare client library. */
@NullMarked
package io.wayside.rig.benchmarks.uplink;

import org.jspecify.annotations.NullMarked;
