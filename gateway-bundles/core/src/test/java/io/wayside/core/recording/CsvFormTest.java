// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text itself, line by line. */
class CsvFormTest {

  @Test
  void aFileIsWrittenLineByLineAsDocumented() {
    CsvEncoder encoder =
        new CsvEncoder(
            Recordings.head(
                Recordings.channel("a", Coding.INT16), Recordings.channel("b,c", Coding.INT16)));
    SampleBlock block =
        new SampleBlock(
            501_000_000,
            1e6,
            20,
            new double[][] {{1, -0.5}, {Double.NaN, 1e-7}},
            Flags.of(Flag.SIMULATED));

    List<String> head = encoder.head().lines().toList();
    assertThat(head.get(0)).isEqualTo("# {");
    assertThat(head.get(1)).isEqualTo("#   \"format\": \"wayside-recording\",");
    assertThat(head.get(head.size() - 1)).isEqualTo("t_s,a [mV],\"b,c [mV]\"");
    assertThat(encoder.block(block).lines())
        .containsExactly(
            "#! {\"firstMonotonicNanos\":501000000,\"intervalNanos\":1000000.0,\"sequence\":20,"
                + "\"flags\":[\"simulated\"]}",
            "0.500000000,1.0,",
            "0.501000000,-0.5,1.0E-7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t_s,a,b|0|1.0",
        "a,Time [ms],b|1|0.001",
        "timestamp_us;a;b|0|0.000001",
        "t;a;b|0|1.0",
        "'\"time (ns)\",a,b'|0|1e-9",
        "a,b|-1|1.0",
        "a,timer,b|-1|1.0"
      })
  void theColumnOfTimesIsFoundByItsName(String line, int column, double seconds)
      throws GarbledData {
    CsvColumns columns = CsvColumns.of(line, CsvOrigin.named("x"));

    assertThat(columns.timeColumn()).isEqualTo(column);
    assertThat(columns.secondsPerTime()).isEqualTo(seconds);
    assertThat(columns.channels()).extracting(RecordedChannel::name).contains("a", "b");
  }

  @Test
  void cellsAreCutAsQuotesSay() {
    assertThat(CsvColumns.cells("a,\"b,\"\"c\"\"\",,d", ','))
        .containsExactly("a", "b,\"c\"", "", "d");
    assertThat(CsvColumns.cells("", ',')).containsExactly("");
  }

  @ParameterizedTest
  @CsvSource({"1d", "0x10", "1_000", "--1", "1e", "one", "1 2", "1e5f"})
  void whatJavaWouldTakeAndPeopleDoNotMeanIsNoNumber(String cell) throws GarbledData {
    CsvColumns columns = CsvColumns.of("t_s,a", CsvOrigin.named("x"));
    assertThatThrownBy(() -> CsvRow.of("0," + cell, columns)).isInstanceOf(GarbledData.class);
  }

  @Test
  void gapsAndInfinitiesHaveTheNamesThatProgramsUse() throws GarbledData {
    CsvColumns columns = CsvColumns.of("a,b,c,d,e", CsvOrigin.named("x"));

    assertThat(CsvRow.of(",NaN,-inf,Infinity, 7 ", columns).values())
        .containsExactly(
            Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 7);
    assertThatThrownBy(() -> CsvRow.of("1,2", columns)).hasMessage("2 cells under 5 columns");
  }

  @Test
  void linesAreTheSameHoweverTheBytesAreCut() {
    byte[] bytes = "ab\r\n\nc".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int piece = 1; piece <= bytes.length; piece++) {
      List<String> found = new ArrayList<>();
      CsvLines lines = new CsvLines();
      CsvLines.Sink sink =
          new CsvLines.Sink() {
            @Override
            public void line(String line, long atByte, long length) {
              found.add(atByte + "+" + length + ":" + line);
            }

            @Override
            public void tooLong(long atByte, long length) {
              throw new AssertionError();
            }
          };
      for (int at = 0; at < bytes.length; at += piece) {
        lines.accept(bytes, at, Math.min(bytes.length, at + piece), sink);
      }
      lines.finish(sink);
      assertThat(found).containsExactly("0+4:ab", "4+1:", "5+1:c");
    }
  }

  @Test
  void aRateIsToldByRowsWithAGapInThem() throws GarbledData {
    CsvColumns columns = CsvColumns.of("t_s,a", CsvOrigin.named("x"));
    List<CsvRow> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      if (i < 700 || i > 900) {
        rows.add(CsvRow.of(String.format("%.3f,0", i / 250.0), columns));
      }
    }
    assertThat(CsvTimes.intervalNanos(rows).orElseThrow()).isBetween(3.99e6, 4.01e6);
    assertThat(CsvTimes.intervalNanos(rows.subList(0, 1))).isEmpty();
    assertThat(CsvTimes.intervalNanos(List.of())).isEmpty();
    assertThat(Stream.of(rows.get(0), rows.get(0)).toList())
        .satisfies(same -> assertThat(CsvTimes.intervalNanos(List.copyOf(same))).isEmpty());
  }
}
