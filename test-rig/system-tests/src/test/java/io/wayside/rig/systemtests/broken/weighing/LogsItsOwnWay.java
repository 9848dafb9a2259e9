// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.weighing;

import io.wayside.rig.systemtests.house.Breaks;
import java.util.logging.Logger;

/** There is one way to log. */
@Breaks("a room imports only what its line allows")
record LogsItsOwnWay(Logger log) {}
