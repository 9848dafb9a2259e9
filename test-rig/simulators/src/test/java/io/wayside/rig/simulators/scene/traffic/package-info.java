// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.rig.simulators.scene.traffic;

import org.jspecify.annotations.NullMarked;
