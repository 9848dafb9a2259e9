// SPDX-License-Identifier: Apache-2.0

/** Simulated devices, deterministic by seed and clock, on real transports. */
@NullMarked
package io.wayside.rig.simulators;

import org.jspecify.annotations.NullMarked;
