// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.driver.indicator;

import io.wayside.rig.systemtests.broken.driver.serial.Port;
import io.wayside.rig.systemtests.house.Breaks;

/** Drivers do not know each other. */
@Breaks("a room imports only what its line allows")
record KnowsADriver(Port port) {}
