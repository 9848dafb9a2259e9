// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.rig.simulators.scene.paint;

import org.jspecify.annotations.NullMarked;
