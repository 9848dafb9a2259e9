// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.data.Value;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes recordings for tests. */
final class Recordings {

  private static final List<Flag> SOME_FLAGS =
      List.of(Flag.SIMULATED, Flag.IMPLAUSIBLE, new Flag("replayed"), new Flag("over-voltage-2"));

  private static final List<Coding> CODINGS = List.of(Coding.values());

  private final Random random;

  Recordings(long seed) {
    this.random = new Random(seed);
  }

  static RecordedChannel channel(String name, Coding coding) {
    return new RecordedChannel(name, "mV", coding, 1.0, 0.0);
  }

  static RecordingHead head(RecordedChannel... channels) {
    return new RecordingHead(
        "adc-1",
        Instant.parse("2026-07-31T08:00:00Z"),
        1_000_000,
        1_000,
        List.of(channels),
        Value.ABSENT,
        Value.ABSENT,
        Value.ABSENT);
  }

  RecordingHead anyHead() {
    List<RecordedChannel> channels = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      Coding coding = CODINGS.get(random.nextInt(4));
      double scale = (random.nextBoolean() ? 1 : -1) * Math.exp(4 * random.nextGaussian());
      double offset = random.nextBoolean() ? 0 : 100 * random.nextGaussian();
      String name = List.of("strip", "dải, làn", "a \"b\"", "x;y", "#1").get(i) + i;
      boolean exact = coding == Coding.FLOAT64; // else rounding twice may cost the last bit
      channels.add(new RecordedChannel(name, "N", coding, exact ? 1 : scale, exact ? 0 : offset));
    }
    Value truth =
        random.nextBoolean()
            ? Value.ABSENT
            : Value.Fields.with("plate", "29C-1")
                .and("axlesKg", List.of(new Value.Whole(6_120)))
                .build();
    return new RecordingHead(
        "adc-" + random.nextInt(9),
        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
        random.nextLong() >> 8,
        0.1 + 20_000 * random.nextDouble(),
        channels,
        truth,
        new Value.Text("note " + random.nextInt()),
        truth);
  }

  /** A block whose values a decoder must give back exactly. */
  SampleBlock anyBlock(RecordingHead head, long sequence) {
    int length = 1 + random.nextInt(40);
    double[][] samples = new double[head.channels().size()][length];
    for (int c = 0; c < samples.length; c++) {
      RecordedChannel channel = head.channels().get(c);
      for (int i = 0; i < length; i++) {
        samples[c][i] = channel.toValue(anyRaw(channel.coding()));
      }
    }
    Flags flags =
        random.nextInt(3) > 0
            ? Flags.NONE
            : Flags.of(SOME_FLAGS.get(random.nextInt(4))).with(SOME_FLAGS.get(random.nextInt(4)));
    long first = head.startMonotonicNanos() + sequence * 1_000_000 + random.nextInt(1_000);
    return new SampleBlock(first, 1e6 + random.nextGaussian(), sequence, samples, flags);
  }

  private double anyRaw(Coding coding) {
    return switch (coding) {
      case INT16 -> (short) random.nextInt();
      case INT32 -> random.nextInt();
      case FLOAT32 -> (float) (1e3 * random.nextGaussian());
      case FLOAT64 -> random.nextGaussian();
    };
  }

  /** A block of one channel: sequence, and as many samples as there are values. */
  static SampleBlock block(long sequence, double... values) {
    return new SampleBlock(
        1_000_000 + sequence * 1_000_000, 1e6, sequence, new double[][] {values}, Flags.NONE);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(part -> out.write(part, 0, part.length));
    return out.toByteArray();
  }
}
