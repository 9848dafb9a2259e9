// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.evidence;

import io.wayside.core.device.SampleBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The signal of the last seconds, bounded in time and in samples: the oldest blocks go first.
 * Blocks are kept as they came and not copied.
 */
public final class SignalMemory {

  private final long spanNanos;
  private final long mostSamples;
  private final ArrayDeque<SampleBlock> blocks = new ArrayDeque<>();
  private long samples;

  /**
   * A memory of nothing yet.
   *
   * @param spanNanos how far back it reaches
   * @param mostSamples of all channels together, whatever the time
   */
  public SignalMemory(long spanNanos, long mostSamples) {
    this.spanNanos = spanNanos;
    this.mostSamples = mostSamples;
  }

  public void add(SampleBlock block) {
    blocks.addLast(block);
    samples += size(block);
    while (blocks.size() > 1
        && (samples > mostSamples || endNanos(blocks.getFirst()) < endNanos(block) - spanNanos)) {
      samples -= size(blocks.removeFirst());
    }
  }

  /** What is remembered of a time, in whole blocks; empty when all of it is forgotten. */
  public List<SampleBlock> between(long fromNanos, long toNanos) {
    List<SampleBlock> found = new ArrayList<>();
    for (SampleBlock block : blocks) {
      if (endNanos(block) >= fromNanos && block.firstMonotonicNanos() <= toNanos) {
        found.add(block);
      }
    }
    return found;
  }

  private static long endNanos(SampleBlock block) {
    return block.firstMonotonicNanos() + Math.round(block.length() * block.intervalNanos());
  }

  private static long size(SampleBlock block) {
    return (long) block.length() * block.samples().length;
  }
}
