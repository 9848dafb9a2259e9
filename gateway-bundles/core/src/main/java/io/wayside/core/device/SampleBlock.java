// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import io.wayside.core.quality.Flags;

/**
 * A run of samples without a gap.
 *
 * @param firstMonotonicNanos time of the first sample
 * @param intervalNanos true mean distance between samples
 * @param sequence number of the first sample since the device started; a jump is a lost stretch
 * @param samples per channel, then per sample, in the channel's unit; not to be changed by anyone
 * @param flags doubts about the whole block
 */
@SuppressWarnings(
    "ArrayRecordComponent") // identity is enough: nobody compares blocks, and copying samples would
// cost
public record SampleBlock(
    long firstMonotonicNanos,
    double intervalNanos,
    long sequence,
    double[][] samples,
    Flags flags) {

  /** Number of sampling instants. */
  public int length() {
    return samples.length == 0 ? 0 : samples[0].length;
  }
}
