// SPDX-License-Identifier: Apache-2.0
/** Network cameras. */
@NullMarked
package io.wayside.rig.simulators.camera;

import org.jspecify.annotations.NullMarked;
