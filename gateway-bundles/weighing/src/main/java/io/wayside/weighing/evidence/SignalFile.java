// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.evidence;

import io.wayside.core.data.Value;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.record.Blob;
import io.wayside.core.recording.Coding;
import io.wayside.core.recording.RecordedChannel;
import io.wayside.core.recording.RecordingEncoder;
import io.wayside.core.recording.RecordingHead;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;

/**
 * A stretch of signal as a recording that goes with a record: it carries the instrument's document,
 * so that {@code wayside weigh} gives the same weighing again.
 */
public final class SignalFile {

  public static final String NAME = "signal";
  public static final String MEDIA_TYPE = "application/vnd.wayside.recording";

  private final List<SampleStream.Channel> channels;
  private final String deviceId;
  private final double rateHz;
  private final Value instrument;

  public SignalFile(SampleStream stream, Value instrument) {
    this.channels = stream.channels();
    this.deviceId = stream.deviceId();
    this.rateHz = stream.nominalRateHz();
    this.instrument = instrument;
  }

  /**
   * The recording of these blocks, which follow each other.
   *
   * @param startedAt wall time at the first block's beginning
   */
  public Blob of(List<SampleBlock> blocks, Instant startedAt) {
    RecordingEncoder encoder =
        new RecordingEncoder(
            new RecordingHead(
                deviceId,
                startedAt,
                blocks.get(0).firstMonotonicNanos(),
                rateHz,
                channels.stream().map(SignalFile::single).toList(),
                instrument,
                Value.ABSENT,
                Value.ABSENT));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(encoder.head());
    for (SampleBlock block : blocks) {
      bytes.writeBytes(encoder.block(block));
    }
    return new Blob(NAME, MEDIA_TYPE, bytes.toByteArray());
  }

  /** 24 significant bits, as many as the best converter has. */
  private static RecordedChannel single(SampleStream.Channel channel) {
    return new RecordedChannel(channel.name(), channel.unit(), Coding.FLOAT32, 1.0, 0.0);
  }
}
