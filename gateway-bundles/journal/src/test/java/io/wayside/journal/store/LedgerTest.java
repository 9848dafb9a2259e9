// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Importance;
import io.wayside.core.record.RecordId;
import io.wayside.journal.seal.FileSigner;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failed commit stands in the way of no later one. */
class LedgerTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir Path folder;
  private final Drafting drafting = new Drafting(1 << 20, 1 << 20);

  private static final class Ignored implements Pending.Answer {
    @Override
    public void kept(RecordId id) {}

    @Override
    public void notKept(JournalException reason) {}
  }

  private List<Pending> drafts(int most, int bytes) throws Exception {
    List<Pending> drafts = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      drafts.add(
          drafting.pending(
              Drafts.of("s" + i % 3, Importance.MONEY, i, "x".repeat(bytes)), new Ignored()));
    }
    return drafts;
  }

  private static void commit(Ledger ledger, Binding binding, List<Pending> drafts)
      throws Exception {
    Bound bound = binding.bind(ledger.tip(), drafts, NOW);
    ledger.commit(bound, List.of(), Alongside.NOTHING, after -> {});
  }

  /** The driver finalizes a statement that finds no room, or a file that cannot be read. */
  @Test
  void whatFoundNoRoomIsStoredWhenThereIsSome() throws Exception {
    KeyPair pair = FileSigner.newPair();
    FileSigner key = new FileSigner(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
    Binding binding = new Binding("gw-1", key);
    try (Connection connection = Database.openForWriting(folder.resolve("journal.db"))) {
      Ledger ledger = new Ledger(connection, key, Contents.read(connection));
      commit(ledger, binding, drafts(93, 10));
      long pages = Database.pragma(connection, "page_count");
      for (int more = 0; more < 12; more++) { // so that each of the statements is the one to fail
        Database.pragma(connection, "max_page_count=" + (pages + more));
        List<Pending> large = drafts(93, 1000);
        assertThatThrownBy(() -> commit(ledger, binding, large)).isInstanceOf(SQLException.class);
        ledger.restart(Contents.read(connection));
        Database.pragma(connection, "max_page_count=1000000");
        assertThat(ledger.batch()).isEqualTo(1 + more);
        commit(ledger, binding, drafts(1 + 8 * more, 1));
        pages = Database.pragma(connection, "page_count");
      }
      assertThat(ledger.batch()).isEqualTo(13);
    }
  }
}
