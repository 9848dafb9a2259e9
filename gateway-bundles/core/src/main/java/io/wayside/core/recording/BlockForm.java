// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The content of a block: time, interval, sequence, counts, flags, then channel after channel. */
final class BlockForm {

  /**
   * Before the flags: i64 time, f64 interval, i64 sequence, u32 CRC-32C of the head, u32 samples,
   * u16 channels, u16 bytes of flags.
   */
  static final int FRONT_BYTES = 36;

  static final int LONGEST_FLAGS = 4096;

  private final List<RecordedChannel> channels;
  private final int headCheck;

  /**
   * The form of blocks under one head.
   *
   * @param headCheck CRC-32C of the head's content: a block whose own head was lost must not be
   *     read under another
   */
  BlockForm(List<RecordedChannel> channels, int headCheck) {
    this.channels = channels;
    this.headCheck = headCheck;
  }

  int bytesPerInstant() {
    return channels.stream().mapToInt(channel -> channel.coding().bytes()).sum();
  }

  byte[] encode(SampleBlock block, Flags allFlags) {
    byte[] flags = flagText(allFlags);
    int length = FRONT_BYTES + flags.length + block.length() * bytesPerInstant();
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(block.firstMonotonicNanos());
    out.putDouble(block.intervalNanos());
    out.putLong(block.sequence());
    out.putInt(headCheck);
    out.putInt(block.length());
    out.putShort((short) channels.size());
    out.putShort((short) flags.length);
    out.put(flags);
    for (int c = 0; c < channels.size(); c++) {
      RecordedChannel channel = channels.get(c);
      for (double value : block.samples()[c]) {
        channel.coding().put(out, channel.coding().nearest(channel.toRaw(value)));
      }
    }
    return out.array();
  }

  static byte[] flagText(Flags flags) {
    String text = flags.all().stream().map(Flag::code).collect(Collectors.joining(" "));
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  SampleBlock decode(byte[] bytes, int from, int length) throws GarbledData {
    if (length < FRONT_BYTES) {
      throw new GarbledData("a block of " + length + " bytes has no front");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, from, length).order(ByteOrder.LITTLE_ENDIAN);
    long first = in.getLong();
    double interval = in.getDouble();
    long sequence = in.getLong();
    if (in.getInt() != headCheck) {
      throw new GarbledData("a block that belongs to another head");
    }
    long count = Integer.toUnsignedLong(in.getInt());
    int channelCount = Short.toUnsignedInt(in.getShort());
    int flagBytes = Short.toUnsignedInt(in.getShort());
    if (channelCount != channels.size()) {
      throw new GarbledData(
          "a block of " + channelCount + " channels under a head of " + channels.size());
    }
    if (count == 0 || length != FRONT_BYTES + flagBytes + count * bytesPerInstant()) {
      throw new GarbledData(count + " instants do not fit into a block of " + length + " bytes");
    }
    requireInterval(interval);
    Flags flags = flags(bytes, in.position(), flagBytes);
    in.position(in.position() + flagBytes);
    double[][] samples = new double[channels.size()][(int) count];
    for (int c = 0; c < samples.length; c++) {
      RecordedChannel channel = channels.get(c);
      for (int i = 0; i < samples[c].length; i++) {
        samples[c][i] = channel.toValue(channel.coding().get(in));
      }
    }
    return new SampleBlock(first, interval, sequence, samples, flags);
  }

  static void requireInterval(double nanos) throws GarbledData {
    if (!Double.isFinite(nanos) || nanos <= 0) {
      throw new GarbledData("an interval of " + nanos + " ns");
    }
  }

  private static Flags flags(byte[] bytes, int from, int length) throws GarbledData {
    if (length == 0) {
      return Flags.NONE;
    }
    if (length > LONGEST_FLAGS) {
      throw new GarbledData("flags of " + length + " bytes; at most " + LONGEST_FLAGS);
    }
    String text = new String(bytes, from, length, StandardCharsets.US_ASCII);
    return flags(List.of(text.split(" ", -1)));
  }

  static Flags flags(List<String> codes) throws GarbledData {
    TreeSet<Flag> flags = new TreeSet<>();
    for (String code : codes) {
      try {
        flags.add(new Flag(code));
      } catch (IllegalArgumentException noCode) {
        throw new GarbledData(String.valueOf(noCode.getMessage()));
      }
    }
    return new Flags(flags);
  }
}
