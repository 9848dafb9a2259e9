// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

/** Sample numbers to moments and back, by the last block that came. */
final class SampleClock {

  private long sample;
  private long nanos;
  private double interval;

  void set(long firstSample, long firstNanos, double intervalNanos) {
    sample = firstSample;
    nanos = firstNanos;
    interval = intervalNanos;
  }

  boolean isSet() {
    return interval > 0;
  }

  long nanosAt(double at) {
    return nanos + Math.round((at - sample) * interval);
  }

  double sampleAt(long atNanos) {
    return sample + (atNanos - nanos) / interval;
  }

  double samplesPerSecond() {
    return 1e9 / interval;
  }
}
