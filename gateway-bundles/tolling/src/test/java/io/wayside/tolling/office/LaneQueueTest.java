// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.shift.RandomLane;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneQueueTest {

  private final List<JournalRecord> records =
      new RandomLane(5, "lane-2")
          .write(60, 0).stream().filter(r -> r.id().stream().equals("toll.lane-2")).toList();

  private LaneQueue queue() {
    LaneQueue queue = new LaneQueue("toll.lane-2", 100);
    records.forEach(queue::add);
    return queue;
  }

  private Settled said(int at, Settled.Verdict verdict) {
    return new Settled(records.get(at).id().sequence(), verdict, "");
  }

  @Test
  void givesTheOldestFirst() {
    LaneQueue queue = queue();
    assertThat(queue.oldest()).contains(records.get(0));
    assertThat(queue.range(4).records()).isEqualTo(records.subList(0, 4));
    assertThat(queue.range(4).first()).isEqualTo(records.get(0).id().sequence());
    assertThat(queue.range(4).last()).isEqualTo(records.get(3).id().sequence());
    assertThat(queue.range(10_000).records()).hasSize(records.size());
  }

  @Test
  void nothingOvertakesWhatIsNotSettled() {
    LaneQueue queue = queue();
    assertThat(
            queue.settle(
                List.of(
                    said(0, Settled.Verdict.ACCEPTED),
                    said(1, Settled.Verdict.REJECTED),
                    said(3, Settled.Verdict.ACCEPTED))))
        .hasSize(2)
        .containsKeys(records.get(0), records.get(1));
    assertThat(queue.oldest()).contains(records.get(2));
    assertThat(queue.size()).isEqualTo(records.size() - 2);
  }

  @Test
  void anAnswerForWhatWasNotAskedChangesNothing() {
    LaneQueue queue = queue();
    assertThat(queue.settle(List.of(new Settled(1_000_000, Settled.Verdict.ACCEPTED, ""))))
        .isEmpty();
    assertThat(queue.size()).isEqualTo(records.size());
  }

  @Test
  void whatIsDoubtfulIsAskedForAsItWasSent() {
    LaneQueue queue = queue();
    queue.doubt(7);
    assertThat(queue.isDoubtful()).isTrue();
    assertThat(queue.range(2).records()).hasSize(7);
    queue.settle(List.of());
    queue.wasTold(false);
    assertThat(queue.isDoubtful()).isFalse();
  }

  @Test
  void rangesAreHalvedAfterFailuresAndWholeAfterWork() {
    LaneQueue queue = queue();
    int[] sizes = new int[6];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = queue.range(16).records().size();
      queue.failed("why", i);
      assertThat(queue.notBeforeNanos()).isEqualTo(i);
    }
    assertThat(sizes).containsExactly(16, 8, 4, 2, 1, 1);
    assertThat(queue.failures()).isEqualTo(6);
    queue.worked();
    assertThat(queue.range(16).records()).hasSize(16);
    for (int i = 0; i < 100; i++) {
      queue.failed("why", 0);
    }
    assertThat(queue.range(16).records()).hasSize(1);
  }

  @Test
  void aRangeOfNothingIsAMistake() {
    assertThatThrownBy(() -> new LaneRange("toll.x", List.of())).hasMessageContaining("toll.x");
    assertThat(new LaneQueue("toll.x", 100).isEmpty()).isTrue();
    assertThat(new LaneQueue("toll.x", 100).oldest()).isEmpty();
  }
}
