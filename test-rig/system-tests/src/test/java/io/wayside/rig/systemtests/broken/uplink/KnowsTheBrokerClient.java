// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.uplink;

import io.wayside.rig.systemtests.house.Breaks;
import org.eclipse.paho.client.mqttv3.MqttClient;

/** Even in the uplink, only its transport does. */
@Breaks("a room imports only what its line allows")
record KnowsTheBrokerClient(MqttClient client) {}
