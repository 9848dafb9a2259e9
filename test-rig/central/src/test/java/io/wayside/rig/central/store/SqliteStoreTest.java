// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {

  private static final StreamKey LANE = new StreamKey("gw-1", "weighing.lane-1");

  @TempDir Path folder;
  private Path file;
  private SqliteStore store;
  private final List<JournalRecord> records = Samples.chain("gw-1", "weighing.lane-1", 10);

  @BeforeEach
  void open() throws StoreFailed {
    file = folder.resolve("sub/central.db");
    store = SqliteStore.open(file);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private StreamCount lane() {
    return store.counts().stream().filter(c -> c.key().equals(LANE)).findFirst().orElseThrow();
  }

  private void assertBothCountsAgree() throws StoreFailed {
    assertThat(Evidence.of(file)).isEqualTo(store.counts());
  }

  private Message unsound(StreamKey claimed) {
    return new Message.Unsound(claimed, "some/topic", "not JSON", "7b", 1, Samples.NOON);
  }

  private long rows(String table) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var row = connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
      return row.getLong(1);
    }
  }

  @Test
  void storesRecordsInTheOrderTheyCome() throws Exception {
    List<Outcome> outcomes = store.store(Samples.sound(records));
    assertThat(outcomes).allMatch(Outcome.Stored.class::isInstance);
    assertThat(lane().proven()).isTrue();
    assertThat(lane().count()).isEqualTo(10);
    List<StoredRecord> kept = store.ofStream(LANE, 0, 100);
    assertThat(kept)
        .extracting(StoredRecord::payload)
        .isEqualTo(records.stream().map(Samples::json).toList());
    assertThat(kept)
        .extracting(StoredRecord::arrival)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 10).mapToObj(i -> (long) i).toList());
    assertBothCountsAgree();
  }

  @Test
  void aRepeatedRecordChangesNothingButItsCount() throws Exception {
    store.store(Samples.sound(records));
    List<StoredRecord> before = store.arrivedAfter(0, 100);
    List<Outcome> outcomes = store.store(Samples.sound(records.subList(3, 6)));
    assertThat(outcomes).allMatch(Outcome.Repeated.class::isInstance);
    assertThat(store.arrivedAfter(0, 100)).isEqualTo(before);
    assertThat(lane().repeated()).isEqualTo(3);
    assertThat(lane().proven()).isTrue();
    assertBothCountsAgree();
  }

  @Test
  void aRepeatWithinOneBatchIsSeenToo() throws Exception {
    store.store(List.of(Samples.sound(records.get(0)), Samples.sound(records.get(0))));
    assertThat(lane().count()).isEqualTo(1);
    assertThat(lane().repeated()).isEqualTo(1);
  }

  @Test
  void theFirstContentOfANumberStaysAndTheOtherIsKeptAside() throws Exception {
    store.store(Samples.sound(records));
    JournalRecord other =
        Samples.record("gw-1", "weighing.lane-1", 4, records.get(2).hash(), Samples.body(99));
    List<Outcome> outcomes = store.store(List.of(Samples.sound(other), Samples.sound(other)));
    assertThat(outcomes)
        .containsOnly(new Outcome.Conflicting(other.id(), records.get(3).hash(), other.hash()));
    assertThat(store.ofStream(LANE, 3, 1).get(0).hash()).isEqualTo(records.get(3).hash());
    assertThat(lane().conflicting()).isEqualTo(2);
    assertThat(lane().proven()).isFalse();
    assertThat(rows("conflicts")).isEqualTo(1);
    assertBothCountsAgree();
  }

  @Test
  void orderOfArrivalDoesNotMatter() throws Exception {
    for (int number : new int[] {7, 1, 10, 3, 2, 9, 8, 5, 6}) {
      store.store(List.of(Samples.sound(records.get(number - 1))));
    }
    assertThat(lane().gaps()).containsExactly(new Range(4, 4));
    assertThat(lane().contiguousThrough()).isEqualTo(3);
    assertBothCountsAgree();
    store.store(List.of(Samples.sound(records.get(3))));
    assertThat(lane().proven()).isTrue();
    assertThat(store.ofStream(LANE, 0, 100)).extracting(r -> r.id().sequence()).isSorted();
    assertBothCountsAgree();
  }

  @Test
  void aBrokenChainIsFoundFromEitherSide() throws Exception {
    JournalRecord stranger =
        Samples.record("gw-1", "weighing.lane-1", 4, "ab".repeat(32), Samples.body(4));
    store.store(List.of(Samples.sound(records.get(2)), Samples.sound(records.get(4))));
    store.store(List.of(Samples.sound(stranger)));
    assertThat(lane().chainBreaks()).isEqualTo(2);
    assertThat(lane().proven()).isFalse();
    assertBothCountsAgree();
  }

  @Test
  void theFirstRecordOfAStreamFollowsTheOrigin() throws Exception {
    JournalRecord first =
        Samples.record("gw-1", "weighing.lane-1", 1, "ab".repeat(32), Samples.body(1));
    store.store(List.of(Samples.sound(first)));
    assertThat(lane().chainBreaks()).isEqualTo(1);
    assertBothCountsAgree();
  }

  @Test
  void aStrangersMessagesDoNotMakeStreams() throws Exception {
    store.store(Samples.sound(records));
    store.store(List.of(unsound(new StreamKey("who", "knows")), unsound(LANE)));
    assertThat(store.counts())
        .extracting(StreamCount::key)
        .containsExactly(StreamKey.UNKNOWN, LANE);
    assertThat(lane().refused()).isEqualTo(1);
    assertThat(lane().proven()).isTrue();
    assertBothCountsAgree();
  }

  @Test
  void refusedMessagesAreKeptUpToABoundAndAllCounted() throws Exception {
    for (int i = 0; i < Batch.MOST_REFUSALS + 50; i++) {
      store.store(List.of(unsound(StreamKey.UNKNOWN)));
    }
    assertThat(rows("refusals")).isEqualTo(Batch.MOST_REFUSALS);
    assertThat(store.counts().get(0).refused()).isEqualTo(Batch.MOST_REFUSALS + 50);
  }

  @Test
  void knowsEverythingAgainAfterItWasOpenedAnew() throws Exception {
    store.store(Samples.sound(records.subList(0, 4)));
    store.store(Samples.sound(records.subList(6, 10)));
    store.store(Samples.sound(records.subList(8, 9)));
    store.store(List.of(unsound(LANE)));
    List<StreamCount> before = store.counts();
    store.close();
    store = SqliteStore.open(file);
    assertThat(store.counts()).isEqualTo(before);
    store.store(Samples.sound(records.subList(4, 6)));
    assertThat(lane().proven()).isTrue();
    assertThat(store.latest(1).get(0).arrival()).isEqualTo(10);
    assertBothCountsAgree();
  }

  @Test
  void latestGivesTheNewestOfAKindOldestFirst() throws Exception {
    store.store(Samples.sound(records));
    Value.Fields body = Value.Fields.with("source", "x").build();
    JournalRecord alarm =
        Samples.record("gw-1", "alarms", 1, Samples.ORIGIN, io.wayside.core.alarm.Alarm.KIND, body);
    store.store(List.of(Samples.sound(alarm)));
    assertThat(store.latest(2)).extracting(StoredRecord::arrival).containsExactly(10L, 11L);
    assertThat(store.latest(5, "alarm/1")).extracting(StoredRecord::id).containsExactly(alarm.id());
    assertThat(store.latest(5, "none/1")).isEmpty();
  }

  @Test
  void aSecondCentreOnTheSameStoreIsRefused() {
    assertThatThrownBy(() -> SqliteStore.open(file))
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("central.db")
        .hasMessageContaining("another centre");
  }

  @Test
  void aFileOfSomethingElseIsRefusedAndLeftAlone() throws Exception {
    Path notOurs = folder.resolve("letter.db");
    Files.writeString(notOurs, "Dear reader, this is no database at all, only a letter.");
    assertThatThrownBy(() -> SqliteStore.open(notOurs)).isInstanceOf(StoreFailed.class);
    assertThat(Files.readString(notOurs)).startsWith("Dear reader");
    Path otherDatabase = folder.resolve("other.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + otherDatabase)) {
      connection.createStatement().execute("CREATE TABLE letters (text TEXT)");
    }
    assertThatThrownBy(() -> SqliteStore.open(otherDatabase))
        .hasMessageContaining("something else");
    assertThatThrownBy(() -> Evidence.of(otherDatabase)).hasMessageContaining("something else");
    assertThatThrownBy(() -> Evidence.of(folder.resolve("none.db")))
        .hasMessageContaining("no such file");
  }
}
