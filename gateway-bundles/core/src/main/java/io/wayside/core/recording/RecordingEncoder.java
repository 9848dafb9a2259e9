// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.data.Json;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import java.nio.charset.StandardCharsets;

/** Writes a recording in its binary form: {@link #head} first, then {@link #block} by block. */
public final class RecordingEncoder {

  private final RecordingHead head;
  private final byte[] headChunk;
  private final BlockForm form;

  /**
   * An encoder for one file.
   *
   * @throws IllegalArgumentException when instrument, notes and truth together are longer than 1
   *     MiB
   */
  public RecordingEncoder(RecordingHead head) {
    byte[] content = content(head);
    this.head = head;
    this.headChunk = Chunk.of(Chunk.HEAD, content);
    this.form = new BlockForm(head.channels(), Chunk.crc(content, 0, content.length));
  }

  /** The beginning of the file; may be repeated between blocks, against damage. */
  public byte[] head() {
    return headChunk.clone();
  }

  private static byte[] content(RecordingHead head) {
    byte[] json = Json.write(head.toValue()).getBytes(StandardCharsets.UTF_8);
    if (json.length > Chunk.LONGEST_HEAD) {
      throw new IllegalArgumentException(
          "the head of the recording of "
              + head.deviceId()
              + " has "
              + json.length
              + " bytes, at most "
              + Chunk.LONGEST_HEAD
              + " are kept; shorten instrument, notes or truth");
    }
    return json;
  }

  /** How many instants one block can hold; cut longer ones. */
  public int mostSamples() {
    return (Chunk.LONGEST_BLOCK - BlockForm.FRONT_BYTES - BlockForm.LONGEST_FLAGS)
        / form.bytesPerInstant();
  }

  /**
   * One block. A value beyond the range of its coding is kept as the nearest one there is, and the
   * block is flagged {@code out-of-range}.
   *
   * @throws IllegalArgumentException when the block does not fit the head, is empty or longer than
   *     {@link #mostSamples}, or has a value without a number in a channel of whole numbers
   */
  public byte[] block(SampleBlock block) {
    Shape.require(head, block);
    if (block.length() > mostSamples()) {
      throw new IllegalArgumentException(
          "a block of "
              + block.length()
              + " instants is too long; cut it into blocks of at most "
              + mostSamples());
    }
    Flags flags = allHeld(block) ? block.flags() : block.flags().with(Flag.OUT_OF_RANGE);
    if (BlockForm.flagText(flags).length > BlockForm.LONGEST_FLAGS) {
      throw new IllegalArgumentException("the flags of a block have more than 4096 characters");
    }
    return Chunk.of(Chunk.BLOCK, form.encode(block, flags));
  }

  private boolean allHeld(SampleBlock block) {
    boolean held = true;
    for (int c = 0; c < head.channels().size(); c++) {
      RecordedChannel channel = head.channels().get(c);
      if (channel.coding().isWhole()) {
        for (double value : block.samples()[c]) {
          held &= isHeld(channel, value);
        }
      }
    }
    return held;
  }

  private static boolean isHeld(RecordedChannel channel, double value) {
    double raw = channel.toRaw(value);
    if (Double.isNaN(raw)) {
      throw new IllegalArgumentException(
          "channel "
              + channel.name()
              + " is kept as whole numbers and cannot hold a gap (NaN); record it as float32 or"
              + " float64");
    }
    return Math.abs(channel.coding().nearest(raw) - raw) <= 0.5;
  }
}
