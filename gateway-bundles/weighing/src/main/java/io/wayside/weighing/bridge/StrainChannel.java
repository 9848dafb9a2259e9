// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;

/**
 * One strain sensor.
 *
 * @param channel of the samples
 * @param influence its calibrated influence line
 */
record StrainChannel(String channel, InfluenceLine influence) {

  static StrainChannel from(Node node) throws GarbledData {
    node.only("channel", "influence");
    return new StrainChannel(
        node.member("channel").text(), InfluenceLine.from(node.member("influence")));
  }
}
