// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeederTest {

  private static final double NO_LIMIT_S = 60;

  @TempDir Path folder;
  private Marks marks;
  private Feeder feeder;

  @BeforeEach
  void marks() throws Exception {
    marks = Marks.open(folder.resolve("marks"), 1000);
    feeder = new Feeder(marks);
  }

  @Test
  void onlyWhatWasAcceptedIsMarked() throws Exception {
    Feed.Result result =
        feeder.feed(
            new Feed(10, 20, NO_LIMIT_S, 1, 0),
            (number, answer) -> {
              if (number % 2 == 0) {
                answer.accepted();
              } else {
                answer.refused();
              }
            });
    assertThat(result.offered()).isEqualTo(20);
    assertThat(result.accepted()).isEqualTo(10);
    assertThat(result.refused()).isEqualTo(10);
    assertThat(marks.count()).isEqualTo(10);
    assertThat(marks.isMarked(10)).isTrue();
    assertThat(marks.isMarked(11)).isFalse();
    assertThat(marks.isMarked(30)).isFalse();
  }

  @Test
  void neverMoreAreOutstandingThanAllowed() throws Exception {
    Deque<Feeder.Answer> waiting = new ArrayDeque<>();
    int[] most = {0};
    feeder.feed(
        new Feed(0, 100, NO_LIMIT_S, 7, 0),
        (number, answer) -> {
          waiting.add(answer);
          most[0] = Math.max(most[0], waiting.size());
          while (waiting.size() >= 7 || (number == 99 && !waiting.isEmpty())) {
            waiting.remove().accepted();
          }
        });
    assertThat(most[0]).isEqualTo(7);
    assertThat(marks.count()).isEqualTo(100);
  }

  @Test
  void aProducerThatHearsOnlyNoGivesUp() throws Exception {
    Feed.Result result =
        feeder.feed(new Feed(0, 1000, NO_LIMIT_S, 1, 0), (number, answer) -> answer.refused());
    assertThat(result.offered()).isLessThan(100);
    assertThat(result.accepted()).isZero();
  }

  @Test
  void feedsAndResultsAreTheSameAfterALine() {
    Feed feed = new Feed(5, 60_000, 2.5, 100, 2000);
    assertThat(Feed.ofLine(feed.toLine())).isEqualTo(feed);
    Feed.Result result = new Feed.Result(10, 8, 2, 3_000_000_000L);
    assertThat(Feed.Result.ofLine(result.toLine())).isEqualTo(result);
    assertThatThrownBy(() -> Feed.ofLine("1 2")).hasMessageContaining("five words");
    assertThatThrownBy(() -> Feed.Result.ofLine("1 2")).hasMessageContaining("four words");
  }

  @Test
  void theRateCountsWhatWasAccepted() {
    assertThat(new Feed.Result(10, 8, 2, 2_000_000_000L).perSecond()).isEqualTo(4.0);
  }

  @Test
  void ordersAreAnsweredLineByLineUntilNobodyGivesAny() throws Exception {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    String orders = new Feed(0, 3, NO_LIMIT_S, 1, 0).toLine() + "\n";
    Orders.follow(
        new ByteArrayInputStream(orders.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(answers, true, StandardCharsets.UTF_8),
        folder.resolve("others").toString(),
        "10",
        (number, answer) -> answer.accepted());
    assertThat(answers.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .startsWith("ready")
        .last()
        .asString()
        .startsWith("3 3 0 ");
  }
}
