// SPDX-License-Identifier: Apache-2.0
/** Vehicles that follow each other on known paths. */
@NullMarked
package io.wayside.rig.simulators.scene.traffic;

import org.jspecify.annotations.NullMarked;
