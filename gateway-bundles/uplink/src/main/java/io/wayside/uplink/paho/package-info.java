// SPDX-License-Identifier: Apache-2.0
/** The default transport: Eclipse Paho, MQTT 3.1.1. */
@NullMarked
package io.wayside.uplink.paho;

import org.jspecify.annotations.NullMarked;
