// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file byte by byte; its checks were computed bit by bit, apart from this code. */
class RecordingVectorTest {

  private static final String JSON =
      "{\"format\":\"wayside-recording\",\"version\":1,\"device\":\"adc-1\","
          + "\"startedAt\":\"2026-07-31T08:00:00Z\",\"startMonotonicNanos\":1000,"
          + "\"rateHz\":500.0,\"channels\":["
          + "{\"name\":\"a\",\"unit\":\"mV\",\"coding\":\"int16\",\"scale\":0.5,\"offset\":1.0},"
          + "{\"name\":\"b\",\"unit\":\"N\",\"coding\":\"float64\",\"scale\":1.0,\"offset\":0.0}],"
          + "\"instrument\":null,\"notes\":null,\"truth\":null}";

  private static final byte[] HEAD =
      Recordings.joined(
          hex("89 57 53 48   48 01 00 00   09 7f 06 b8"), // WSH, 328 bytes, check
          JSON.getBytes(StandardCharsets.UTF_8),
          hex("08 7e ec d1"));

  private static final byte[] BLOCK =
      hex(
          "89 57 53 42   44 00 00 00   ab 6b 64 25" // WSB, 68 bytes, check
              + "e8 97 35 77 00 00 00 00" // first sample at 2 000 001 000 ns
              + "00 00 00 00 80 84 3e 41" // 2 000 000.0 ns between samples
              + "07 00 00 00 00 00 00 00" // sequence 7
              + "08 7e ec d1" // the check of the head
              + "02 00 00 00   02 00   0c 00" // 2 instants, 2 channels, 12 bytes of flags
              + "6f 75 74 2d 6f 66 2d 72 61 6e 67 65" // out-of-range
              + "fe ff   ff 7f" // a: -2, 32767
              + "00 00 00 00 00 00 f8 3f   00 00 00 00 00 00 d0 bf" // b: 1.5, -0.25
              + "52 e5 a6 ec");

  private static final RecordingHead SAID =
      new RecordingHead(
          "adc-1",
          Instant.parse("2026-07-31T08:00:00Z"),
          1_000,
          500,
          List.of(
              new RecordedChannel("a", "mV", Coding.INT16, 0.5, 1.0),
              new RecordedChannel("b", "N", Coding.FLOAT64, 1.0, 0.0)),
          Value.ABSENT,
          Value.ABSENT,
          Value.ABSENT);

  @Test
  void aFileIsWrittenByteByByteAsDocumented() {
    RecordingEncoder encoder = new RecordingEncoder(SAID);
    double[][] samples = {{0.0, 99_999.0}, {1.5, -0.25}};

    assertThat(encoder.head()).isEqualTo(HEAD);
    assertThat(encoder.block(new SampleBlock(2_000_001_000L, 2e6, 7, samples, Flags.NONE)))
        .isEqualTo(BLOCK);
  }

  @Test
  void aFileIsReadByteByByteAsDocumented() {
    Played played = Played.binary(Recordings.joined(HEAD, BLOCK));

    assertThat(played.damages).isEmpty();
    assertThat(played.heads).containsExactly(SAID);
    SampleBlock block = played.blocks.get(0);
    assertThat(block.firstMonotonicNanos()).isEqualTo(2_000_001_000L);
    assertThat(block.intervalNanos()).isEqualTo(2e6);
    assertThat(block.sequence()).isEqualTo(7);
    assertThat(block.flags()).isEqualTo(Flags.of(Flag.OUT_OF_RANGE));
    assertThat(block.samples()).isDeepEqualTo(new double[][] {{0.0, 16_384.5}, {1.5, -0.25}});
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }
}
