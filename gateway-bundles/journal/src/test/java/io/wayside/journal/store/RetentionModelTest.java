// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A journal that is written, carried, left to fill up, stopped and started at random, held against
 * a model that knows only what was said to whom. {@code -Dwayside.retention.rounds=N} for longer.
 */
@Timeout(300)
class RetentionModelTest {

  private static final Duration KEEP = Duration.ofHours(1);
  private static final List<String> DESTINATIONS = List.of("centre", "archive");
  private static final List<String> STREAMS = List.of("tolls", "fines", "doors", "mixed", "counts");

  private static final List<Importance> IMPORTANCES = List.of(Importance.values());

  /** What is known of a record that was accepted. */
  private static final class Known {
    final Importance importance;
    final long number;
    final Set<String> acknowledgedBy = new HashSet<>();
    long acknowledgedAtS = -1;

    Known(Importance importance, long number) {
      this.importance = importance;
      this.number = number;
    }
  }

  @TempDir Path folder;
  private final Drafts.HandClock clock = new Drafts.HandClock();
  private final Map<RecordId, Known> accepted = new HashMap<>();
  private final Set<RecordId> named = new HashSet<>();
  private final Map<String, Long> refused = new HashMap<>();
  private final Map<String, Long> refusedTold = new HashMap<>();
  private long accountRead;
  private long elapsedS;
  private long numbers;
  private int boots = 1;
  private SqliteJournal journal;
  private Map<String, Outbox> outboxes;

  private void open(long quota) throws Exception {
    journal =
        SqliteJournal.open(
            JournalSettings.standard(folder, "gw-1")
                .withQuota(quota, 64 << 10)
                .withKeepAcknowledged(KEEP),
            clock,
            () -> Drafts.PROVENANCE);
    outboxes = new HashMap<>();
    for (String destination : DESTINATIONS) {
      outboxes.put(destination, journal.outbox(destination));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void nothingIsGoneButWhatMayBe(long seed) throws Exception {
    Random random = new Random(seed);
    boolean ample = seed % 4 == 0;
    long quota = ample ? 64 << 20 : (3 << 18) + random.nextInt(1 << 19);
    open(quota);
    int rounds = Integer.getInteger("wayside.retention.rounds", 40);
    for (int round = 0; round < rounds; round++) {
      append(random);
      account();
      boolean outage = round % 20 < 13; // of the second destination at least
      switch (random.nextInt(4)) {
        case 0 -> carry(random, DESTINATIONS.get(outage ? 0 : random.nextInt(2)), 300);
        case 1 -> {
          if (!outage) {
            carryAll(random);
          }
        }
        default -> {}
      }
      pass(random);
      if (random.nextInt(8) == 0) {
        restart(random, quota);
      }
      account();
      holds(ample);
    }
    carryAll(random);
    account();
    holds(ample);
    for (String destination : DESTINATIONS) {
      for (int tries = 0; tries < 20 && outboxes.get(destination).backlog() > 0; tries++) {
        carryAll(random); // the journal may have stated its heads meanwhile
      }
      assertThat(outboxes.get(destination).backlog()).as(destination).isZero();
    }
    if (ample) {
      assertThat(named).isEmpty();
      assertThat(refused).isEmpty();
    } else {
      assertThat(named).isNotEmpty();
    }
    journal.close();
  }

  private void append(Random random) throws Exception {
    List<CompletableFuture<RecordId>> futures = new ArrayList<>();
    List<Known> drafted = new ArrayList<>();
    List<String> streams = new ArrayList<>();
    for (int i = random.nextInt(150); i > 0; i--) {
      String stream = STREAMS.get(random.nextInt(STREAMS.size()));
      Importance importance = importance(random, stream);
      Known known = new Known(importance, ++numbers);
      drafted.add(known);
      streams.add(stream);
      int filling = importance == Importance.TELEMETRY ? 4000 : 800;
      futures.add(
          journal.append(
              Drafts.of(stream, importance, known.number, "x".repeat(random.nextInt(filling)))));
    }
    for (int i = 0; i < futures.size(); i++) {
      try {
        accepted.put(futures.get(i).get(), drafted.get(i));
      } catch (ExecutionException notKept) {
        assertThat(notKept).hasCauseInstanceOf(JournalException.Full.class);
        refused.merge(streams.get(i), 1L, Long::sum);
      }
    }
  }

  private static Importance importance(Random random, String stream) {
    return switch (stream) {
      case "tolls" -> Importance.MONEY;
      case "fines" -> Importance.ENFORCEMENT;
      case "doors" -> random.nextBoolean() ? Importance.EVENT : Importance.ALARM;
      case "mixed" -> IMPORTANCES.get(random.nextInt(IMPORTANCES.size()));
      default -> Importance.TELEMETRY;
    };
  }

  private void carry(Random random, String destination, int most) throws Exception {
    Outbox outbox = outboxes.get(destination);
    outbox.rewind();
    for (JournalRecord record : outbox.next(most)) {
      if (random.nextInt(20) > 0) {
        acknowledge(destination, record);
      }
    }
  }

  private void carryAll(Random random) throws Exception {
    for (String destination : DESTINATIONS) {
      Outbox outbox = outboxes.get(destination);
      outbox.rewind();
      for (List<JournalRecord> some = outbox.next(100);
          !some.isEmpty();
          some = outbox.next(100 + random.nextInt(100))) {
        for (JournalRecord record : some) {
          acknowledge(destination, record);
        }
      }
    }
  }

  private void acknowledge(String destination, JournalRecord record) throws Exception {
    if (record.id().stream().equals("journal")) {
      account(); // it may be gone soon
    }
    Known known = accepted.get(record.id());
    if (known != null && known.number > 0) {
      assertThat(Drafts.number(record.body())).isEqualTo(known.number);
      known.acknowledgedBy.add(destination);
      if (known.acknowledgedBy.size() == 2 && known.acknowledgedAtS < 0) {
        known.acknowledgedAtS = elapsedS;
      }
    }
    outboxes.get(destination).acknowledge(record.id());
  }

  private void pass(Random random) {
    int seconds = random.nextInt(900);
    clock.forwardSeconds(seconds);
    elapsedS += seconds;
    if (random.nextInt(5) == 0) {
      long step = random.nextInt(1_000_000);
      clock.stepWall(random.nextBoolean() ? step : -step);
    }
  }

  private void restart(Random random, long quota) throws Exception {
    journal.close();
    if (random.nextBoolean()) {
      clock.reboot("boot-" + ++boots);
    }
    open(quota);
  }

  /** Reads on in the journal's own stream, which nobody has acknowledged yet. */
  private void account() throws Exception {
    for (Optional<JournalRecord> next = own(); next.isPresent(); next = own()) {
      accountRead++;
      JournalRecord record = next.get();
      accepted.put(record.id(), new Known(record.importance(), -1));
      if (record.kind().name().equals("journal-thinned")) {
        for (Value run : many(record.body().get("runs"))) {
          thinned((Value.Fields) run);
        }
      } else if (record.kind().name().equals("journal-refused")) {
        for (Value stream : many(record.body().get("streams"))) {
          Value.Fields told = (Value.Fields) stream;
          refusedTold.merge(text(told, "stream"), whole(told, "drafts"), Long::sum);
        }
      }
    }
  }

  private Optional<JournalRecord> own() throws Exception {
    return journal.read(new RecordId("gw-1", "journal", accountRead + 1));
  }

  private void thinned(Value.Fields run) {
    long counted = 0;
    for (long number = whole(run, "first");
        number <= whole(run, "last");
        number += whole(run, "step")) {
      assertThat(named.add(new RecordId("gw-1", text(run, "stream"), number)))
          .as("thinned once")
          .isTrue();
      counted++;
    }
    assertThat(counted).isEqualTo(whole(run, "records"));
  }

  private void holds(boolean ample) throws Exception {
    for (Map.Entry<RecordId, Known> entry : Map.copyOf(accepted).entrySet()) {
      RecordId id = entry.getKey();
      Known known = entry.getValue();
      if (known.number < 0) {
        continue; // the account was read when it was written
      }
      Optional<JournalRecord> record = journal.read(id);
      if (record.isPresent()) {
        assertThat(Drafts.number(record.get().body())).isEqualTo(known.number);
        continue;
      }
      account(); // room may have been made just now
      boolean everybodyHasIt = known.acknowledgedBy.size() == 2;
      if (known.importance.compareTo(Importance.EVENT) <= 0) {
        assertThat(everybodyHasIt).as("%s, %s, is gone", id, known.importance).isTrue();
      } else {
        assertThat(everybodyHasIt || named.contains(id)).as("%s is gone", id).isTrue();
      }
      if (ample) {
        assertThat(elapsedS - known.acknowledgedAtS)
            .as("seconds since %s was acknowledged", id)
            .isGreaterThanOrEqualTo(KEEP.toSeconds());
      }
    }
    refusedTold.forEach(
        (stream, drafts) ->
            assertThat(drafts).as(stream).isLessThanOrEqualTo(refused.getOrDefault(stream, 0L)));
    assertThat(DamageTest.verify(folder)).isZero();
  }

  private static List<Value> many(Value value) {
    return ((Value.Many) value).values();
  }

  private static String text(Value.Fields fields, String name) {
    return ((Value.Text) fields.get(name)).value();
  }

  private static long whole(Value.Fields fields, String name) {
    return ((Value.Whole) fields.get(name)).value();
  }
}
