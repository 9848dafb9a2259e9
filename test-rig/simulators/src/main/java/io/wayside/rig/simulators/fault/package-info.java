// SPDX-License-Identifier: Apache-2.0
/** Faults of a wire, injected by a plan and counted. */
@NullMarked
package io.wayside.rig.simulators.fault;

import org.jspecify.annotations.NullMarked;
