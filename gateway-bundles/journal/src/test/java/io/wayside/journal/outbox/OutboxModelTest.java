// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.Importance;
import io.wayside.journal.outbox.OutboxState.Portion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The outbox against a model that keeps a flag per record. */
class OutboxModelTest {

  private static final List<String> STREAMS = List.of("money", "event", "telemetry", "second");

  private static Importance importance(String stream) {
    return switch (stream) {
      case "money" -> Importance.MONEY;
      case "telemetry" -> Importance.TELEMETRY;
      default -> Importance.EVENT;
    };
  }

  @Test
  void agreesWithOneFlagPerRecord() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      OutboxState state = new OutboxState();
      boolean shared = seed % 2 == 1;
      state.shareWithFresh(shared ? 1 + random.nextInt(3) : 0, 3);
      Map<String, Long> heads = new TreeMap<>();
      Map<String, Ranges> kept = new HashMap<>();
      Set<String> acknowledged = new HashSet<>();
      Set<String> handed = new HashSet<>();
      for (int step = 0; step < 300; step++) {
        switch (random.nextInt(11)) {
          case 0, 1, 2 -> {
            String stream = STREAMS.get(random.nextInt(STREAMS.size()));
            long head = heads.merge(stream, 1L + random.nextInt(4), Long::sum);
            state.grow(stream, importance(stream), 0, head);
          }
          case 3, 4, 5 -> {
            Map<String, Long> last = new HashMap<>();
            int max = 1 + random.nextInt(12);
            int taken = 0;
            for (Portion portion : state.take(max)) {
              for (long n = portion.first(); n <= portion.last(); n++) {
                String id = portion.stream() + "/" + n;
                assertThat(n).isLessThanOrEqualTo(heads.get(portion.stream()));
                assertThat(acknowledged).doesNotContain(id);
                assertThat(handed.add(id)).as("handed twice without rewind").isTrue();
                if (!shared || portion.stream().equals("money")) {
                  assertThat(n).isGreaterThan(last.getOrDefault(portion.stream(), 0L));
                }
                last.put(portion.stream(), n);
                taken++;
              }
            }
            assertThat(taken).isLessThanOrEqualTo(max);
            if (taken < max) {
              assertThat(waiting(heads, acknowledged, handed)).isZero();
            }
          }
          case 6, 7 -> {
            List<String> all = new ArrayList<>(handed);
            for (int i = random.nextInt(5); i > 0 && !all.isEmpty(); i--) {
              String id = all.get(random.nextInt(all.size()));
              int slash = id.indexOf('/');
              assertThat(
                      state.acknowledge(
                          id.substring(0, slash), Long.parseLong(id.substring(slash + 1))))
                  .isTrue();
              acknowledged.add(id);
            }
          }
          case 8 -> {
            state.rewind();
            handed.clear();
          }
          case 9 -> {
            String stream = STREAMS.get(random.nextInt(STREAMS.size()));
            long first = 1L + random.nextInt(20);
            long end = first + random.nextInt(10);
            state.reopen(stream, first, end);
            for (long n = first; n <= end; n++) {
              acknowledged.remove(stream + "/" + n);
              handed.remove(stream + "/" + n);
            }
          }
          default -> {
            for (OutboxState.Kept changed : state.takeChanged()) {
              Ranges ranges = new Ranges(changed.through());
              changed.beyond().forEach(r -> ranges.add(r.first(), r.last()));
              kept.put(changed.stream(), ranges);
            }
            if (random.nextInt(3) == 0) { // a restart after everything was kept
              state = new OutboxState();
              state.shareWithFresh(shared ? 1 + random.nextInt(3) : 0, 3);
              for (Map.Entry<String, Long> entry : heads.entrySet()) {
                Ranges ranges = kept.getOrDefault(entry.getKey(), new Ranges(0));
                state.restore(entry.getKey(), importance(entry.getKey()), ranges, entry.getValue());
              }
              kept.clear();
              // Ranges handed to the new state are its own now; keep copies for the next restart.
              for (String stream : heads.keySet()) {
                Ranges copy = new Ranges(0);
                acknowledged.stream()
                    .filter(id -> id.startsWith(stream + "/"))
                    .mapToLong(id -> Long.parseLong(id.substring(stream.length() + 1)))
                    .forEach(copy::add);
                kept.put(stream, copy);
              }
              handed.clear();
            }
          }
        }
        long total = heads.values().stream().mapToLong(Long::longValue).sum();
        assertThat(state.backlog()).as("seed " + seed).isEqualTo(total - acknowledged.size());
      }
    }
  }

  @Test
  void theMoreImportantComeFirstAndNobodyStarves() {
    OutboxState state = new OutboxState();
    state.grow("telemetry", Importance.TELEMETRY, 0, 1000);
    state.grow("money", Importance.MONEY, 0, 1000);
    List<Portion> portions = state.take(80);
    assertThat(portions).extracting(Portion::stream).containsExactly("money", "telemetry");
    assertThat(portions.get(0).last()).isEqualTo(70);
    assertThat(portions.get(1).last()).isEqualTo(10);
    int telemetry = 0;
    for (int i = 0; i < 80; i++) {
      telemetry += state.take(1).get(0).stream().equals("telemetry") ? 1 : 0;
    }
    assertThat(telemetry).isEqualTo(10);
  }

  @Test
  void whatIsNewDoesNotWaitBehindABacklogAndEachOfTheTwoIsInSequence() {
    OutboxState state = new OutboxState();
    state.shareWithFresh(1, 2);
    state.grow("telemetry", Importance.TELEMETRY, 0, 100_000);
    state.rewind();
    state.grow("telemetry", Importance.TELEMETRY, 0, 100_030);
    List<Long> order = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      for (Portion portion : state.take(10)) {
        for (long n = portion.first(); n <= portion.last(); n++) {
          order.add(n);
        }
      }
    }
    List<Long> fresh = order.stream().filter(n -> n > 100_000).toList();
    List<Long> old = order.stream().filter(n -> n <= 100_000).toList();
    assertThat(fresh).isEqualTo(LongStream.rangeClosed(100_001, 100_030).boxed().toList());
    assertThat(old).isEqualTo(LongStream.rangeClosed(1, 70).boxed().toList());
    assertThat(order.indexOf(100_030L)).as("half of the link").isLessThan(60);
  }

  @Test
  void moneyIsNeverOvertaken() {
    OutboxState state = new OutboxState();
    state.shareWithFresh(1, 1);
    state.grow("money", Importance.MONEY, 0, 50);
    state.rewind();
    state.grow("money", Importance.MONEY, 0, 60);
    assertThat(state.take(60)).containsExactly(new Portion("money", 1, 60));
  }

  @Test
  void aLivePictureTakesWhatIsNewOfEveryStreamAndFillsInTheRest() {
    OutboxState state = new OutboxState();
    state.grow("money", Importance.MONEY, 0, 50);
    state.grow("telemetry", Importance.TELEMETRY, 0, 5);
    state.rewind();
    assertThat(state.takeFresh(10)).isEmpty();
    state.grow("money", Importance.MONEY, 0, 53);
    assertThat(state.takeFresh(10)).containsExactly(new Portion("money", 51, 53));
    assertThat(state.acknowledge("money", 52)).isTrue();
    assertThat(state.backlog()).isEqualTo(57);
    assertThat(state.takeOld(100))
        .containsExactlyInAnyOrder(new Portion("money", 1, 50), new Portion("telemetry", 1, 5));
    assertThat(state.takeOld(100)).isEmpty();
    assertThat(state.takeFresh(100)).isEmpty();
    state.rewind();
    assertThat(state.takeFresh(100)).isEmpty();
    assertThat(state.takeOld(100))
        .containsExactlyInAnyOrder(
            new Portion("money", 1, 51),
            new Portion("money", 53, 53),
            new Portion("telemetry", 1, 5));
  }

  @Test
  void freshRecordsThatPileUpAreABacklogThemselves() {
    OutboxState state = new OutboxState();
    state.shareWithFresh(1, 2);
    state.grow("telemetry", Importance.TELEMETRY, 0, 1000);
    state.rewind();
    state.grow("telemetry", Importance.TELEMETRY, 0, 1000 + Cursor.MOST_FRESH + 1);
    assertThat(state.take(10)).containsExactly(new Portion("telemetry", 1, 10));
    long head = 1000 + Cursor.MOST_FRESH + 2;
    state.grow("telemetry", Importance.TELEMETRY, 0, head);
    assertThat(state.take(10)).contains(new Portion("telemetry", head, head));
  }

  @Test
  void streamsOfOneImportanceShareEvenly() {
    OutboxState state = new OutboxState();
    state.grow("a", Importance.EVENT, 0, 1000);
    state.grow("b", Importance.EVENT, 0, 1000);
    state.grow("c", Importance.EVENT, 0, 5);
    Map<String, Long> taken = new HashMap<>();
    for (Portion portion : state.take(105)) {
      taken.merge(portion.stream(), portion.last() - portion.first() + 1, Long::sum);
    }
    assertThat(taken).containsEntry("c", 5L);
    assertThat(taken.get("a") + taken.get("b")).isEqualTo(100);
    assertThat(Math.abs(taken.get("a") - taken.get("b"))).isLessThanOrEqualTo(2);
  }

  @Test
  void anAcknowledgementAheadOfTheJournalIsRefused() {
    OutboxState state = new OutboxState();
    state.grow("a", Importance.EVENT, 0, 3);
    assertThat(state.acknowledge("a", 4)).isFalse();
    assertThat(state.acknowledge("b", 1)).isFalse();
    assertThat(state.backlog()).isEqualTo(3);
  }

  private static long waiting(
      Map<String, Long> heads, Set<String> acknowledged, Set<String> handed) {
    long waiting = 0;
    for (Map.Entry<String, Long> entry : heads.entrySet()) {
      for (long n = 1; n <= entry.getValue(); n++) {
        String id = entry.getKey() + "/" + n;
        waiting += acknowledged.contains(id) || handed.contains(id) ? 0 : 1;
      }
    }
    return waiting;
  }
}
