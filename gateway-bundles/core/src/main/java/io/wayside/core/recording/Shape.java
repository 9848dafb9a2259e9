// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.device.SampleBlock;

/** What a block must be to stand under a head. */
final class Shape {

  private Shape() {}

  static void require(RecordingHead head, SampleBlock block) {
    if (block.samples().length != head.channels().size()) {
      throw new IllegalArgumentException(
          "a block of "
              + block.samples().length
              + " channels does not fit the recording of "
              + head.deviceId()
              + " with "
              + head.channels().size());
    }
    if (block.length() == 0) {
      throw new IllegalArgumentException("a block without samples cannot be recorded");
    }
    for (double[] channel : block.samples()) {
      if (channel.length != block.length()) {
        throw new IllegalArgumentException("the channels of a block differ in length");
      }
    }
    if (!Double.isFinite(block.intervalNanos()) || block.intervalNanos() <= 0) {
      throw new IllegalArgumentException(
          "the interval of a block must be above zero, not " + block.intervalNanos() + " ns");
    }
  }
}
