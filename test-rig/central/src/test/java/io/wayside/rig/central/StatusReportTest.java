// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.central.store.Range;
import io.wayside.rig.central.store.StreamCount;
import io.wayside.rig.central.store.StreamKey;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StatusReportTest {

  private static StreamCount stream(
      String name, long stored, long highest, List<Range> gaps, long breaks, long conflicts) {
    return new StreamCount(
        new StreamKey("gw-1", name),
        1,
        gaps.isEmpty() ? highest : gaps.get(0).first() - 1,
        highest,
        stored,
        gaps.stream().mapToLong(Range::size).sum(),
        4,
        0,
        gaps,
        breaks,
        2,
        conflicts,
        1,
        Samples.NOON);
  }

  @Test
  void columnsLineUpAndNumbersStandRight() {
    Counts counts =
        new Counts(
            List.of(
                stream("alarms", 6, 6, List.of(), 0, 0),
                stream("weighing.lane-1", 1_000, 1_003, List.of(new Range(7, 9)), 0, 0)));
    assertThat(StatusReport.text(counts))
        .isEqualTo(
            """
            gateway  stream           stored  first  complete to  highest  missing  thinned  lost  repeated  conflicts  refused  chain            last heard
            gw-1     alarms                6      1            6        6        0        4     0         2          0        1     ok  2026-11-21T05:00:00Z
            gw-1     weighing.lane-1    1000      1            6     1003        3        4     0         2          0        1     ok  2026-11-21T05:00:00Z
              missing: 7-9
            stored 1006, missing 3, thinned 8, lost 0, repeated 4, conflicts 0, refused 2, chain ok: NOT COMPLETE
            """);
  }

  @Test
  void aBrokenChainOrAConflictIsNotCompleteEither() {
    Counts broken = new Counts(List.of(stream("a", 5, 5, List.of(), 2, 0)));
    assertThat(broken.proven()).isFalse();
    assertThat(StatusReport.text(broken)).contains("2 broken").endsWith("NOT COMPLETE\n");
    Counts conflict = new Counts(List.of(stream("a", 5, 5, List.of(), 0, 1)));
    assertThat(conflict.proven()).isFalse();
    assertThat(StatusReport.text(conflict)).endsWith("NOT COMPLETE\n");
  }

  @Test
  void refusedAndRepeatedMessagesDoNotSpoilCompleteness() {
    assertThat(new Counts(List.of(stream("a", 5, 5, List.of(), 0, 0))).proven()).isTrue();
  }

  @Test
  void manyGapsAreCutShortForPeopleAndWholeInJson() {
    List<Range> gaps =
        LongStream.rangeClosed(1, 40).mapToObj(i -> new Range(i * 10, i * 10)).toList();
    Counts counts = new Counts(List.of(stream("a", 361, 401, gaps, 0, 0)));
    assertThat(StatusReport.text(counts))
        .contains("10, 20, 30")
        .contains("…")
        .doesNotContain("400,");
    assertThat(StatusReport.json(counts)).contains("[400,400]");
  }
}
