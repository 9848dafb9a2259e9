// SPDX-License-Identifier: Apache-2.0
/** {@code ./wayside lane}: one toll lane in the foreground, with the drivers and no framework. */
@NullMarked
package io.wayside.rig.scenarios.lane;

import org.jspecify.annotations.NullMarked;
