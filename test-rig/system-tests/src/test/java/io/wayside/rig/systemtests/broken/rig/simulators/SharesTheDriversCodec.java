// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.rig.simulators;

import io.wayside.rig.systemtests.broken.driver.indicator.codec.Frames;
import io.wayside.rig.systemtests.house.Breaks;

/** A simulator that shares code with what it tests finds no fault in it. */
@Breaks("a room imports only what its line allows")
record SharesTheDriversCodec(Frames frames) {}
