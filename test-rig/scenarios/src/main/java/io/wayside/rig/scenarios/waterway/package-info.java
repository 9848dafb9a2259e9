// SPDX-License-Identifier: Apache-2.0
/** {@code ./wayside rig waterway}: what a gateway says of a field of aids, against what is true. */
@NullMarked
package io.wayside.rig.scenarios.waterway;

import org.jspecify.annotations.NullMarked;
