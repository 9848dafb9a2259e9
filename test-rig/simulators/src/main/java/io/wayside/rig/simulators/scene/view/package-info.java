// SPDX-License-Identifier: Apache-2.0
/** A pinhole camera over a flat road. */
@NullMarked
package io.wayside.rig.simulators.scene.view;

import org.jspecify.annotations.NullMarked;
