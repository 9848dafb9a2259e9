// SPDX-License-Identifier: Apache-2.0
/** Every combination of what a link and a broker can do to an uplink, and who judges it. */
@NullMarked
package io.wayside.rig.scenarios.hostile;

import org.jspecify.annotations.NullMarked;
