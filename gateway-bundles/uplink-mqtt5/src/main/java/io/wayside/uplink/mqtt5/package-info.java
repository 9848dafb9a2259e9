// SPDX-License-Identifier: Apache-2.0
/** An optional transport: the HiveMQ client, MQTT 5. */
@NullMarked
package io.wayside.uplink.mqtt5;

import org.jspecify.annotations.NullMarked;
