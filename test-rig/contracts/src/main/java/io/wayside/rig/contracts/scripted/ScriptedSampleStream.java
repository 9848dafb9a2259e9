// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.quality.Flags;
import java.util.List;

/** A sensor whose samples the script gives block by block; each block ends when it is said. */
public final class ScriptedSampleStream extends ScriptedSource<SampleBlock>
    implements SampleStream {

  private final List<Channel> channels;
  private final double rateHz;
  private long sequence;

  public ScriptedSampleStream(String deviceId, double rateHz, List<Channel> channels) {
    super(deviceId);
    this.rateHz = rateHz;
    this.channels = List.copyOf(channels);
  }

  @Override
  public List<Channel> channels() {
    return channels;
  }

  @Override
  public double nominalRateHz() {
    return rateHz;
  }

  /** Samples a block without doubts, per channel in the order of {@link #channels()}. */
  public void samples(double[]... perChannel) {
    samples(Flags.NONE, perChannel);
  }

  /** Samples a block and lets the time pass that it takes; a block the link loses still counts. */
  public synchronized void samples(Flags flags, double[]... perChannel) {
    if (perChannel.length != channels.size()) {
      throw new IllegalArgumentException(
          deviceId() + " has " + channels.size() + " channels, not " + perChannel.length);
    }
    double intervalNanos = 1e9 / rateHz;
    int length = perChannel[0].length;
    long first = sequence;
    sequence += length;
    say(at -> new SampleBlock(at, intervalNanos, first, perChannel, flags));
    pass((long) Math.ceil((length - 1) * intervalNanos));
  }
}
