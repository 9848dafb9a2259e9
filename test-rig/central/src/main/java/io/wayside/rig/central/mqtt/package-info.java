// SPDX-License-Identifier: Apache-2.0
/** The connection to the broker: Eclipse Paho, acknowledged by hand, reconnected by ourselves. */
@NullMarked
package io.wayside.rig.central.mqtt;

import org.jspecify.annotations.NullMarked;
