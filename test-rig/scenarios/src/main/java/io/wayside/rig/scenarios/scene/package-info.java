// SPDX-License-Identifier: Apache-2.0
/** Rendered scenes from the command line. */
@NullMarked
package io.wayside.rig.scenarios.scene;

import org.jspecify.annotations.NullMarked;
