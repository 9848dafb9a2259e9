// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.driver.indicator;

import com.fazecast.jSerialComm.SerialPort;
import io.wayside.rig.systemtests.house.Breaks;

/** A driver uses a link; it opens no port. */
@Breaks("a room imports only what its line allows")
record OpensThePortItself(SerialPort port) {}
