// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One client's opening of a device; guarded by the device. Full, it takes no more. */
final class IioReader {

  /** A client's buffer is at most so long. */
  static final long MOST_BYTES = 16 << 20;

  private final ChannelMask enabled;
  private final int samples;
  private final long room;
  private final Deque<long[]> scans = new ArrayDeque<>();
  private boolean closed;

  IioReader(ChannelMask enabled, int samples, int buffers) {
    this.enabled = enabled;
    this.samples = samples;
    this.room = (long) samples * buffers;
  }

  ChannelMask enabled() {
    return enabled;
  }

  int samples() {
    return samples;
  }

  /** Returns whether there was room for it. */
  boolean add(long[] scan) {
    return scans.size() < room && scans.add(scan);
  }

  long @Nullable [] poll() {
    return scans.poll();
  }

  void close() {
    closed = true;
    scans.clear();
  }

  boolean closed() {
    return closed;
  }
}
