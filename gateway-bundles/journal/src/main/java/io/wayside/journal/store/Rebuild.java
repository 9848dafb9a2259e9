// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.journal.record.Chain;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.store.HeadsFile.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the database that takes the place of one that was set aside or is gone. It is built under
 * another name and renamed when it is whole and on stable storage: cut off before, it is built once
 * more.
 */
final class Rebuild {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

  /**
   * What came of it.
   *
   * @param lost numbers that have no record any more
   * @param said what became of the records, for people
   */
  record Outcome(List<Finding.Span> lost, String said) {}

  private final Layout layout;
  private final String gateway;
  private final Salvage.Known known;
  private final BooleanSupplier enough;
  private final String cause;
  private final Optional<SealingKey> own;

  /**
   * @param enough whether no more time may be spent on what can be brought back
   * @param cause what is noted beside the gaps
   * @param own the key in use, when it is known
   */
  Rebuild(
      Layout layout,
      String gateway,
      Salvage.Known known,
      BooleanSupplier enough,
      String cause,
      Optional<SealingKey> own) {
    this.layout = layout;
    this.gateway = gateway;
    this.known = known;
    this.enough = enough;
    this.cause = cause;
    this.own = own;
  }

  /**
   * Builds it and puts it in its place.
   *
   * @param old the folder with the database that was set aside, when it is this gateway's
   */
  Outcome run(Optional<Path> old) throws IOException, SQLException {
    Outcome outcome;
    try {
      outcome = build(old);
    } catch (SQLException failed) {
      if (old.isEmpty()) {
        throw failed;
      }
      LOG.warn("nothing could be brought back from {}: {}", old.get(), failed.getMessage());
      Outcome without = build(Optional.empty());
      outcome =
          new Outcome(
              without.lost,
              "; nothing in it could be brought back ("
                  + failed.getMessage()
                  + "), what can be read of it can be had with wayside export");
    }
    Files.move(layout.unfinished(), layout.database(), StandardCopyOption.ATOMIC_MOVE);
    Layout.sync(layout.folder());
    return outcome;
  }

  private Outcome build(Optional<Path> old) throws IOException, SQLException {
    for (Path leftover : Layout.withLogs(layout.unfinished())) {
      Files.deleteIfExists(leftover); // ours, and never used
    }
    try (Connection connection = Database.openForWriting(layout.unfinished())) {
      Outcome outcome;
      try (Transaction transaction = Transaction.begin(connection)) {
        Groundwork.own(connection, gateway);
        outcome = old.isPresent() ? salvage(connection, old.get()) : above(connection, Set.of());
        transaction.commit();
      }
      Database.emptyLog(connection);
      return outcome;
    }
  }

  private Outcome salvage(Connection connection, Path folder) throws SQLException {
    Path file = folder.resolve(layout.database().getFileName());
    try (OldDatabase database = OldDatabase.open(file)) {
      String owner = database.owner();
      if (!owner.equals(gateway)) {
        return above(connection, Set.of());
      }
      Salvage.Outcome came =
          new Salvage(database, connection, known, gateway, enough, cause, own).run();
      List<Finding.Span> lost = new ArrayList<>(came.lost());
      lost.addAll(above(connection, came.streams()).lost);
      String said = "; " + came.records() + " records were brought back from it";
      return new Outcome(
          lost,
          came.all() ? said : said + ", not all that it holds: have the rest with wayside export");
    }
  }

  /** Lets the other streams go on above every number that may have been given out. */
  private Outcome above(Connection connection, Set<String> done) throws SQLException {
    List<Finding.Span> lost = new ArrayList<>();
    int id = done.size() + 1;
    for (Map.Entry<String, Head> entry : new TreeMap<>(known.heads()).entrySet()) {
      Head head = entry.getValue();
      if (!done.contains(entry.getKey())) {
        byte[] hash = bytes(head.hash());
        Groundwork.stream(connection, id, entry.getKey(), 5, head.ceiling(), hash);
        Groundwork.gap(connection, id, 1, head.ceiling(), hash, cause);
        lost.add(new Finding.Span(entry.getKey(), 1, head.ceiling()));
        id++;
      }
    }
    return new Outcome(lost, "");
  }

  private static byte[] bytes(String hash) throws SQLException {
    try {
      return Chain.fromHex(hash);
    } catch (GarbledData checkedWhenRead) {
      throw new SQLException("a hash in the heads file is malformed", checkedWhenRead);
    }
  }
}
