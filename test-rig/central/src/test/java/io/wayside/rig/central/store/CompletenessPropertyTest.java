// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Losses, repeats, disorder, conflicts and restarts at random: both counts and a set must agree.
 */
class CompletenessPropertyTest {

  @TempDir Path folder;

  @Test
  void countsKeptOnTheWayEqualCountsFromTheRows() throws Exception {
    for (int seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      Path file = folder.resolve("central-" + seed + ".db");
      List<JournalRecord> sent = new ArrayList<>();
      for (String stream : List.of("a", "b.c", "d-e")) {
        sent.addAll(Samples.chain("gw-" + random.nextInt(3), stream, 1 + random.nextInt(40)));
      }
      Set<String> stored = new TreeSet<>();
      SqliteStore store = SqliteStore.open(file);
      for (int round = 0; round < 12; round++) {
        List<Message> batch = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
          batch.add(message(sent.get(random.nextInt(sent.size())), random, stored));
        }
        store.store(batch);
        assertThat(store.counts()).isEqualTo(Evidence.of(file));
        if (random.nextInt(4) == 0) {
          store.close();
          store = SqliteStore.open(file);
        }
      }
      assertThat(store.counts().stream().mapToLong(StreamCount::count).sum())
          .isEqualTo(stored.size());
      store.close();
    }
  }

  private static Message message(JournalRecord record, Random random, Set<String> stored) {
    if (random.nextInt(10) == 0) {
      StreamKey claimed =
          random.nextBoolean() ? StreamKey.of(record.id()) : new StreamKey("x", "y");
      return new Message.Unsound(claimed, "t", "why", "", 0, Samples.NOON);
    }
    stored.add(record.id().toString());
    if (random.nextInt(10) > 0) {
      return Samples.sound(record);
    }
    return Samples.sound(
        Samples.record(
            record.id().gateway(),
            record.id().stream(),
            record.id().sequence(),
            record.previousHash(),
            Samples.body(1_000 + random.nextInt(3))));
  }
}
