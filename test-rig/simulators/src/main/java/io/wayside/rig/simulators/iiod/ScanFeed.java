// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The converter: scans in order, each with its time. Not for several threads at once.
 *
 * <p>The time of a scan follows from its number and the sampling frequency alone, not from when it
 * was asked for.
 */
final class ScanFeed {

  private final List<IioChannel> scanned;
  private final ScanSource source;
  private double samplingHz;
  private long baseNs;
  private long sinceBase;
  private long @Nullable [] latest;

  ScanFeed(IioDescription description, ScanSource source) {
    this.scanned = description.channels().stream().filter(IioChannel::isScanned).toList();
    this.source = source;
    this.samplingHz = description.samplingHz();
  }

  /**
   * Lets the next scan be taken at that time.
   *
   * @param realtimeNs nanoseconds since 1970
   */
  void startAt(long realtimeNs) {
    baseNs = realtimeNs;
    sinceBase = 0;
  }

  void sampleAt(double newSamplingHz) {
    baseNs = nextNs();
    sinceBase = 0;
    samplingHz = newSamplingHz;
  }

  double samplingHz() {
    return samplingHz;
  }

  private long nextNs() {
    return baseNs + Math.round(sinceBase * 1e9 / samplingHz);
  }

  /** The next scan, a number for each scanned channel; {@code null} when the source has ended. */
  long @Nullable [] next() {
    long[] measured = source.next();
    if (measured == null) {
      return null;
    }
    long[] scan = new long[scanned.size()];
    int taken = 0;
    for (int i = 0; i < scan.length; i++) {
      scan[i] = scanned.get(i).isTimestamp() ? nextNs() : measured[taken++];
    }
    sinceBase++;
    latest = scan;
    return scan;
  }

  long @Nullable [] latest() {
    return latest;
  }
}
