// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Optional;

/**
 * A channel with one pulse per axle: a tube, a strip, or a strain sensor near the wheels on the
 * underside of the deck, of which only the sharp part is used.
 *
 * @param channel of the samples
 * @param atM where it lies, on the influence lines' scale
 * @param threshold above the resting level
 * @param sharpenS the mean over this span is taken away, so that the peaks of wheels stand out of
 *     the bending of the span; 0 for a detector on the road
 */
record AxleDetector(String channel, double atM, double threshold, double sharpenS) {

  static AxleDetector from(Node node) throws GarbledData {
    node.only("channel", "atM", "threshold", "sharpenS");
    Optional<Node> sharpen = node.optional("sharpenS");
    return new AxleDetector(
        node.member("channel").text(),
        node.member("atM").number(),
        node.member("threshold").number(Double.MIN_VALUE, Double.MAX_VALUE),
        sharpen.isPresent() ? sharpen.get().number(0, 5) : 0);
  }
}
