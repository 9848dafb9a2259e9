// SPDX-License-Identifier: Apache-2.0
/** JPEG by the JDK. */
@NullMarked
package io.wayside.rig.simulators.scene.picture;

import org.jspecify.annotations.NullMarked;
