// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.wayside.core.alarm.Alarm;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.rig.central.HeadsSigner;
import io.wayside.rig.central.Samples;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does, whatever its database. */
abstract class StoreContract {

  private static final StreamKey LANE = new StreamKey("gw-1", "weighing.lane-1");

  private JdbcStore store;
  private final List<JournalRecord> records = Samples.chain("gw-1", "weighing.lane-1", 10);

  /** Where the store of this test is; the same through the whole test. */
  abstract String address() throws Exception;

  abstract Connection connect() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = JdbcStore.open(address());
  }

  @AfterEach
  void close() {
    if (store != null) {
      store.close();
    }
  }

  private StreamCount lane() throws StoreFailed {
    return store.counts().stream().filter(c -> c.key().equals(LANE)).findFirst().orElseThrow();
  }

  private void assertBothCountsAgree() throws Exception {
    assertThat(Evidence.of(address())).isEqualTo(store.counts());
  }

  private Message unsound(StreamKey claimed) {
    return new Message.Unsound(claimed, "some/topic", "not JSON", "7b", 1, Samples.NOON);
  }

  private long rows(String table) throws Exception {
    try (Connection connection = connect();
        var row = connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
      row.next();
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
    for (int i = 0; i < Aside.MOST_REFUSALS + 50; i++) {
      store.store(List.of(unsound(StreamKey.UNKNOWN)));
    }
    assertThat(rows("refusals")).isEqualTo(Aside.MOST_REFUSALS);
    assertThat(store.counts().get(0).refused()).isEqualTo(Aside.MOST_REFUSALS + 50);
  }

  @Test
  void knowsEverythingAgainAfterItWasOpenedAnew() throws Exception {
    store.store(Samples.sound(records.subList(0, 4)));
    store.store(Samples.sound(records.subList(6, 10)));
    store.store(Samples.sound(records.subList(8, 9)));
    store.store(List.of(unsound(LANE)));
    List<StreamCount> before = store.counts();
    store.close();
    store = JdbcStore.open(address());
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
    JournalRecord alarm = Samples.record("gw-1", "alarms", 1, Samples.ORIGIN, Alarm.KIND, body);
    store.store(List.of(Samples.sound(alarm)));
    assertThat(store.latest(2)).extracting(StoredRecord::arrival).containsExactly(10L, 11L);
    assertThat(store.latest(5, "alarm/1")).extracting(StoredRecord::id).containsExactly(alarm.id());
    assertThat(store.latest(5, "none/1")).isEmpty();
  }

  @Test
  void openAlarmsAreThoseWhoseLatestChangeIsNotCleared() throws Exception {
    JournalRecord raised = alarm(1, "link-down", Alarm.Change.RAISED);
    JournalRecord other = alarm(2, "stuck", Alarm.Change.RAISED);
    JournalRecord cleared = alarm(3, "link-down", Alarm.Change.CLEARED);
    JournalRecord again = alarm(4, "link-down", Alarm.Change.RAISED);
    store.store(Samples.sound(List.of(cleared, raised, other)));
    assertThat(store.openAlarms(10)).extracting(StoredRecord::id).containsExactly(other.id());
    store.store(Samples.sound(List.of(again)));
    assertThat(store.openAlarms(10))
        .extracting(StoredRecord::id)
        .containsExactly(other.id(), again.id());
    assertThat(store.openAlarms(1)).extracting(StoredRecord::id).containsExactly(again.id());
  }

  @Test
  void anAlarmStaysOpenHoweverManyRecordsFollowIt() throws Exception {
    store.store(Samples.sound(List.of(alarm(1, "link-down", Alarm.Change.RAISED))));
    List<JournalRecord> later = new ArrayList<>();
    for (int number = 2; number < 1_500; number++) {
      later.add(
          alarm(number, "flicker", number % 2 == 0 ? Alarm.Change.RAISED : Alarm.Change.CLEARED));
    }
    store.store(Samples.sound(later));
    assertThat(store.openAlarms(10)).hasSize(1);
    assertThat(store.openAlarms(10).get(0).payload()).contains("link-down");
  }

  @Test
  void whateverWordsARecordHoldsItIsStored() throws Exception {
    Alarm strange =
        new Alarm(
            "a\0b", "\uD83D\uDE00".repeat(300), Alarm.Severity.MAJOR, Alarm.Change.RAISED, "\0");
    JournalRecord record =
        Samples.record("gw-1", "alarms", 1, Samples.ORIGIN, Alarm.KIND, strange.toValue());
    store.store(Samples.sound(List.of(record)));
    assertThat(store.openAlarms(1)).extracting(StoredRecord::id).containsExactly(record.id());
  }

  @Test
  void explainedNumbersAreNotMissing() throws Exception {
    List<JournalRecord> some = new ArrayList<>(records);
    some.removeIf(record -> List.of(3L, 5L, 6L, 8L).contains(record.id().sequence()));
    store.store(Samples.sound(some));
    assertThat(lane().missing()).isEqualTo(4);
    store.store(
        Samples.sound(
            List.of(
                Samples.thinned("gw-1", 1, "weighing.lane-1", 1, 5, 2),
                Samples.lost("gw-1", 2, "weighing.lane-1", 6, 6))));
    assertThat(lane().missing()).isEqualTo(1);
    assertThat(lane().thinned()).isEqualTo(2);
    assertThat(lane().lost()).isEqualTo(1);
    assertThat(lane().gaps()).containsExactly(new Range(8, 8));
    assertThat(lane().contiguousThrough()).isEqualTo(7);
    assertThat(lane().proven()).isFalse();
    assertBothCountsAgree();
    store.store(Samples.sound(records)); // all of them come after all
    assertThat(lane().proven()).isTrue();
    assertThat(lane().thinned() + lane().lost()).isZero();
    assertBothCountsAgree();
  }

  @Test
  void theFirstKeyOfAGatewayIsBelievedAndAnyOtherIsNot() throws Exception {
    HeadsSigner first = new HeadsSigner();
    HeadsSigner second = new HeadsSigner();
    store.store(Samples.sound(List.of(first.statement("gw-1", 1, Samples.ORIGIN, records))));
    store.store(Samples.sound(List.of(second.statement("gw-1", 2, Samples.ORIGIN, records))));
    store.store(Samples.sound(List.of(first.statement("gw-1", 3, Samples.ORIGIN, records))));
    assertThat(store.keys())
        .extracting(GatewayKey::id, GatewayKey::trust)
        .containsExactlyInAnyOrder(
            tuple(first.key().id(), GatewayKey.Trust.PINNED),
            tuple(second.key().id(), GatewayKey.Trust.STRANGE));
    store.install("gw-1", second.key(), Samples.NOON);
    assertThat(store.keys()).allMatch(GatewayKey::trusted);
  }

  @Test
  void aStatementWhoseSignatureDoesNotHoldBringsNoKey() throws Exception {
    JournalRecord forged = new HeadsSigner().forged("gw-1", 1, records);
    store.store(Samples.sound(List.of(forged)));
    assertThat(store.keys()).isEmpty();
  }

  @Test
  void severalInstancesStoreTheSameAtOnceAndEachRecordIsThereOnce() throws Exception {
    List<Message> all = new ArrayList<>();
    for (String stream : List.of("a", "b", "c", "d")) {
      all.addAll(Samples.sound(Samples.chain("gw-1", stream, 300)));
    }
    List<Callable<Long>> instances = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      List<Message> order = new ArrayList<>(all);
      Collections.shuffle(order, new Random(i));
      instances.add(() -> storeAll(order));
    }
    ExecutorService threads = Executors.newFixedThreadPool(instances.size());
    long stored = 0;
    for (Future<Long> instance : threads.invokeAll(instances)) {
      stored += instance.get();
    }
    threads.shutdown();
    assertThat(stored).isEqualTo(1_200);
    assertThat(store.counts()).allMatch(StreamCount::proven);
    assertThat(store.counts()).extracting(StreamCount::count).containsOnly(300L);
    assertThat(store.counts().stream().mapToLong(StreamCount::repeated).sum()).isEqualTo(2_400);
    assertThat(store.arrivedAfter(0, 2_000))
        .extracting(StoredRecord::arrival)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_200).boxed().toList());
    assertBothCountsAgree();
  }

  /** As an instance of its own; returns how many were new. */
  private long storeAll(List<Message> messages) throws Exception {
    long stored = 0;
    try (JdbcStore instance = JdbcStore.open(address())) {
      for (int from = 0; from < messages.size(); from += 40) {
        stored +=
            instance.store(messages.subList(from, Math.min(from + 40, messages.size()))).stream()
                .filter(Outcome.Stored.class::isInstance)
                .count();
      }
    }
    return stored;
  }

  @Test
  void countsKeptOnTheWayEqualCountsFromTheRecordsWhateverComes() throws Exception {
    Random random = new Random(7);
    List<JournalRecord> sent = new ArrayList<>();
    for (String stream : List.of("a", "b.c", "d-e")) {
      sent.addAll(Samples.chain("gw-" + random.nextInt(3), stream, 1 + random.nextInt(40)));
    }
    Set<RecordId> stored = new HashSet<>();
    int explanations = 0;
    for (int round = 0; round < 60; round++) {
      List<Message> batch = new ArrayList<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        batch.add(message(sent.get(random.nextInt(sent.size())), random, stored));
      }
      if (random.nextInt(10) == 0) {
        int first = 1 + random.nextInt(30);
        JournalRecord explanation =
            Samples.thinned(
                "gw-" + random.nextInt(3),
                ++explanations,
                "b.c",
                first,
                first + random.nextInt(9),
                1 + random.nextInt(3));
        stored.add(explanation.id());
        batch.add(Samples.sound(explanation));
      }
      store.store(batch);
      assertBothCountsAgree();
      if (random.nextInt(6) == 0) {
        store.close();
        store = JdbcStore.open(address());
      }
    }
    assertThat(store.counts().stream().mapToLong(StreamCount::count).sum())
        .isEqualTo(stored.size());
  }

  private static Message message(JournalRecord record, Random random, Set<RecordId> stored) {
    if (random.nextInt(10) == 0) {
      StreamKey claimed =
          random.nextBoolean() ? StreamKey.of(record.id()) : new StreamKey("x", "y");
      return new Message.Unsound(claimed, "t", "why", "", 0, Samples.NOON);
    }
    stored.add(record.id());
    RecordId id = record.id();
    return random.nextInt(10) > 0
        ? Samples.sound(record)
        : Samples.sound(
            Samples.record(
                id.gateway(),
                id.stream(),
                id.sequence(),
                record.previousHash(),
                Samples.body(1_000 + random.nextInt(3))));
  }

  @Test
  void goesOnAfterTheDatabaseWasAwayForAMoment() throws Exception {
    store.store(Samples.sound(records.subList(0, 5)));
    try (Connection other = connect()) {
      other.createStatement().execute("ALTER TABLE runs RENAME TO hidden");
    }
    assertThatThrownBy(() -> store.store(Samples.sound(records.subList(5, 10))))
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("cannot write the store");
    assertThatThrownBy(() -> store.counts()).isInstanceOf(StoreFailed.class);
    try (Connection other = connect()) {
      other.createStatement().execute("ALTER TABLE hidden RENAME TO runs");
    }
    store.store(Samples.sound(records.subList(5, 10)));
    assertThat(lane().count()).isEqualTo(10);
    assertThat(lane().proven()).isTrue();
    assertBothCountsAgree();
  }

  @Test
  void anArchiveShowsEveryRecordOfOneMomentInOrder() throws Exception {
    List<JournalRecord> many = Samples.chain("gw-1", "many", 1_300); // more than a page
    List<Message> order = new ArrayList<>(Samples.sound(many));
    Collections.shuffle(order, new Random(1));
    store.store(order);
    store.store(Samples.sound(records));
    try (Archive archive = Archive.open(address())) {
      assertThat(archive.streams()).containsExactly(new StreamKey("gw-1", "many"), LANE);
      List<String> seen = new ArrayList<>();
      archive.readThrough(
          new StreamKey("gw-1", "many"),
          row -> {
            seen.add(row.hash());
            // Another question in the middle of the reading.
            assertThat(archive.hashOf(row.id())).contains(row.hash());
          });
      assertThat(seen).isEqualTo(many.stream().map(JournalRecord::hash).toList());
      store.store(Samples.sound(Samples.chain("gw-2", "later", 3)));
      assertThat(archive.streams()).doesNotContain(new StreamKey("gw-2", "later"));
      assertThat(archive.hashOf(new RecordId("gw-2", "later", 1))).isEmpty();
    }
    try (Archive archive = Archive.open(address())) {
      assertThat(archive.streams()).contains(new StreamKey("gw-2", "later"));
    }
  }

  @Test
  void onlyTheKindAskedForIsShown() throws Exception {
    store.store(
        Samples.sound(
            List.of(
                Samples.thinned("gw-1", 1, "a", 1, 2, 1),
                Samples.lost("gw-1", 2, "a", 3, 3),
                Samples.thinned("gw-1", 3, "a", 4, 4, 1))));
    try (Archive archive = Archive.open(address())) {
      List<Long> numbers = new ArrayList<>();
      archive.readThrough(
          new StreamKey("gw-1", "journal"),
          Explanations.THINNED,
          row -> numbers.add(row.id().sequence()));
      assertThat(numbers).containsExactly(1L, 3L);
    }
  }

  @Test
  void tablesOfAnotherVersionAreRefused() throws Exception {
    makeOlder();
    assertThatThrownBy(() -> JdbcStore.open(address())).hasMessageContaining("version 1");
    assertThatThrownBy(() -> Archive.open(address())).hasMessageContaining("version 1");
  }

  /** Has the tables say that they are of version 1. */
  abstract void makeOlder() throws Exception;

  private static JournalRecord alarm(int number, String code, Alarm.Change change) {
    Alarm alarm = new Alarm("device.scale-1", code, Alarm.Severity.MAJOR, change, "look");
    return Samples.record("gw-1", "alarms", number, Samples.ORIGIN, Alarm.KIND, alarm.toValue());
  }
}
