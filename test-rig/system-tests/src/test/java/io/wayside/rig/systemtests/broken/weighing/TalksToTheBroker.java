// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.weighing;

import io.wayside.rig.systemtests.house.Breaks;
import org.eclipse.paho.client.mqttv3.MqttClient;

/** Only the uplink's transport knows the MQTT client. */
@Breaks("a room imports only what its line allows")
record TalksToTheBroker(MqttClient client) {}
