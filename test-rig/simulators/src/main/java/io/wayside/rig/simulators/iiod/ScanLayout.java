// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import java.util.List;

/**
 * Where the enabled channels of a scan lie: each word at a multiple of its own length, the whole
 * filled up to a multiple of the longest.
 */
final class ScanLayout {

  private final List<IioChannel> channels;
  private final int[] offsets;
  private final int bytes;

  /**
   * @param enabled by channel number, which is the place in the description
   */
  ScanLayout(List<IioChannel> channels, ChannelMask enabled) {
    this.channels = channels;
    this.offsets = new int[channels.size()];
    int size = 0;
    int longest = 1;
    for (int i = 0; i < channels.size(); i++) {
      offsets[i] = -1;
      if (channels.get(i).isScanned() && enabled.has(i)) {
        int word = channels.get(i).format().bytes();
        offsets[i] = roundedUp(size, word);
        size = offsets[i] + word;
        longest = Math.max(longest, word);
      }
    }
    bytes = roundedUp(size, longest);
  }

  private static int roundedUp(int size, int multiple) {
    return (size + multiple - 1) / multiple * multiple;
  }

  int bytes() {
    return bytes;
  }

  /** The scans' bytes, one after the other; each scan has a number for each scanned channel. */
  byte[] encode(List<long[]> scans) {
    byte[] encoded = new byte[scans.size() * bytes];
    for (int scan = 0; scan < scans.size(); scan++) {
      for (int i = 0; i < offsets.length; i++) {
        if (offsets[i] >= 0) {
          channels.get(i).format().put(scans.get(scan)[i], encoded, scan * bytes + offsets[i]);
        }
      }
    }
    return encoded;
  }
}
