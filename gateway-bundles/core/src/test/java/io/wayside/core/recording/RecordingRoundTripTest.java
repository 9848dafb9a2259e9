// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordingRoundTripTest {

  @Test
  void whatWasRecordedComesBackHoweverTheFileIsCut() {
    for (int seed = 0; seed < 300; seed++) {
      Recordings any = new Recordings(seed);
      RecordingHead head = any.anyHead();
      RecordingEncoder encoder = new RecordingEncoder(head);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(encoder.head());
      List<SampleBlock> blocks = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        blocks.add(any.anyBlock(head, 100L * i));
        file.writeBytes(encoder.block(blocks.get(i)));
      }

      Played played = Played.binary(file.toByteArray(), new Random(seed), 1 + seed);

      assertThat(played.damages).isEmpty();
      assertThat(played.heads).containsExactly(head);
      requireSame(played.blocks, blocks);
    }
  }

  @Test
  void theCsvFormKeepsEveryNumberToo() {
    for (int seed = 0; seed < 100; seed++) {
      Recordings any = new Recordings(seed);
      RecordingHead head = any.anyHead();
      CsvEncoder encoder = new CsvEncoder(head);
      StringBuilder file = new StringBuilder(encoder.head());
      List<SampleBlock> blocks = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        blocks.add(any.anyBlock(head, 100L * i));
        file.append(encoder.block(blocks.get(i)));
      }
      byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);

      Played played = Played.csv(bytes, CsvOrigin.named("unused"), 1 + seed * 7);

      assertThat(played.damages).isEmpty();
      assertThat(played.heads).containsExactly(head);
      requireSame(played.blocks, blocks);
    }
  }

  private static void requireSame(List<SampleBlock> read, List<SampleBlock> written) {
    assertThat(read).hasSameSizeAs(written);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).firstMonotonicNanos()).isEqualTo(written.get(i).firstMonotonicNanos());
      assertThat(read.get(i).intervalNanos()).isEqualTo(written.get(i).intervalNanos());
      assertThat(read.get(i).sequence()).isEqualTo(written.get(i).sequence());
      assertThat(read.get(i).flags()).isEqualTo(written.get(i).flags());
      assertThat(read.get(i).samples()).isDeepEqualTo(written.get(i).samples());
    }
  }

  @Test
  void wholeNumbersKeepAnyValueWithinHalfAStep() {
    Random random = new Random(5);
    for (Coding coding : List.of(Coding.INT16, Coding.INT32)) {
      RecordedChannel channel = new RecordedChannel("a", "N", coding, 0.025, -3);
      double[] values = random.doubles(1_000, -700, 700).toArray();

      double[] read = throughFile(channel, values).samples()[0];

      for (int i = 0; i < values.length; i++) {
        assertThat(read[i]).isCloseTo(values[i], within(0.0125 + 1e-12));
      }
    }
  }

  @Test
  void aValueBeyondTheCodingIsHeldAtItsEndAndFlagged() {
    RecordedChannel channel = new RecordedChannel("a", "N", Coding.INT16, 1, 0);

    SampleBlock inside = throughFile(channel, 32_767.4, -32_768.4);
    SampleBlock beyond = throughFile(channel, 40_000, Double.NEGATIVE_INFINITY);

    assertThat(inside.flags()).isEqualTo(Flags.NONE);
    assertThat(beyond.flags()).isEqualTo(Flags.of(Flag.OUT_OF_RANGE));
    assertThat(beyond.samples()[0]).containsExactly(32_767, -32_768);
  }

  @Test
  void aGapInTheSignalNeedsACodingThatHasOne() {
    assertThat(throughFile(Recordings.channel("a", Coding.FLOAT32), Double.NaN, 1).samples()[0])
        .containsExactly(Double.NaN, 1);
    assertThatThrownBy(() -> throughFile(Recordings.channel("a", Coding.INT32), Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("float32");
  }

  @Test
  void aBlockThatDoesNotFitIsRefused() {
    RecordingHead head = Recordings.head(Recordings.channel("a", Coding.INT32));
    RecordingEncoder encoder = new RecordingEncoder(head);
    double[] most = new double[encoder.mostSamples()];
    double[] tooMany = new double[encoder.mostSamples() + 1];
    SampleBlock twoChannels = new SampleBlock(0, 1, 0, new double[2][1], Flags.NONE);

    assertThat(
            Played.binary(
                    Recordings.joined(encoder.head(), encoder.block(Recordings.block(0, most))))
                .blocks)
        .hasSize(1);
    assertThatThrownBy(() -> encoder.block(Recordings.block(0, tooMany)))
        .hasMessageContaining("cut it into blocks of at most " + most.length);
    assertThatThrownBy(() -> encoder.block(Recordings.block(0)))
        .hasMessageContaining("without samples");
    assertThatThrownBy(() -> encoder.block(twoChannels)).hasMessageContaining("2 channels");
    assertThatThrownBy(
            () -> encoder.block(new SampleBlock(0, 0.0, 0, new double[1][1], Flags.NONE)))
        .hasMessageContaining("interval");
  }

  private static SampleBlock throughFile(RecordedChannel channel, double... values) {
    RecordingEncoder encoder = new RecordingEncoder(Recordings.head(channel));
    Played played =
        Played.binary(
            Recordings.joined(encoder.head(), encoder.block(Recordings.block(0, values))));
    assertThat(played.damages).isEmpty();
    return played.blocks.get(0);
  }
}
