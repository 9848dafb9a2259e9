// SPDX-License-Identifier: Apache-2.0
/**
 * Rendered traffic scenes with known paths: what a camera over a road would see, and what is true.
 */
@NullMarked
package io.wayside.rig.simulators.scene;

import org.jspecify.annotations.NullMarked;
