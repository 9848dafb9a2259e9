// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.Signer;
import io.wayside.journal.seal.SigningFailed;
import io.wayside.journal.store.HeadsFile.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Opens the database of a journal in whatever state it is found. What is damaged is moved aside and
 * a new database takes its place, with what can be brought back, and continues the numbers above
 * all that may have been given out.
 */
final class Opening {

  /** An open database, what the heads file knew, and what was found wrong. */
  record Opened(
      Connection connection,
      Contents contents,
      Optional<HeadsFile.Content> known,
      List<Finding> findings) {}

  private final Layout layout;
  private final String gateway;
  private final Signer signer;
  private final Instant now;
  private final BooleanSupplier enough;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param enough whether no more time may be spent on bringing records back
   */
  Opening(Layout layout, String gateway, Signer signer, Instant now, BooleanSupplier enough) {
    this.layout = layout;
    this.gateway = gateway;
    this.signer = signer;
    this.now = now;
    this.enough = enough;
  }

  Opened open() throws IOException, SQLException {
    Optional<HeadsFile.Content> known = HeadsFile.read(layout.heads());
    Optional<Quarantine.Begun> begun = Quarantine.begun(layout);
    if (known.isPresent() && !known.get().gateway().equals(gateway)) {
      Path folder = Quarantine.moveAside(layout, layout.databaseFiles(), now);
      String other = known.get().gateway();
      found("other-gateway", "the journal of gateway " + other + " was set aside", folder);
      known = Optional.empty();
      begun = Optional.empty();
    }
    if (begun.isPresent()) {
      return rebuilt(begun.get(), known, true);
    }
    if (Files.exists(layout.database())) {
      return existing(known);
    }
    if (known.isPresent() && !known.get().heads().isEmpty()) {
      return lost(known.get());
    }
    Connection connection = Database.openForWriting(layout.database());
    Layout.sync(layout.folder());
    Groundwork.own(connection, gateway);
    return opened(connection, Contents.read(connection), known);
  }

  /** Moves aside a database that turned out to be damaged while it was used. */
  Opened openAnew(String fault) throws IOException, SQLException {
    Optional<HeadsFile.Content> known = HeadsFile.read(layout.heads());
    return rebuilt(Quarantine.moveDatabase(layout, "damaged", fault, now), known, false);
  }

  private Opened existing(Optional<HeadsFile.Content> known) throws IOException, SQLException {
    boolean logLeft = Files.exists(layout.wal()) && Files.size(layout.wal()) > 0;
    String lostTail = LogScan.hidesCommits(layout.wal()) ? keepLog() : "";
    String fault;
    Connection connection = null;
    try {
      connection = Database.openForWriting(layout.database());
      Soundness soundness = new Soundness(connection, gateway);
      fault = soundness.fault(!logLeft);
      if (fault.isEmpty()) {
        return sound(connection, soundness, logLeft, known, lostTail);
      }
    } catch (SQLException | RuntimeException damaged) {
      if (noRoom(damaged)) {
        closeQuietly(connection);
        throw damaged;
      }
      // Also what a damaged database makes of the driver's and our own assumptions.
      fault = "the database cannot be read: " + damaged.getMessage();
    }
    closeQuietly(connection);
    Quarantine.Begun begun = Quarantine.moveDatabase(layout, "damaged", fault, now);
    return rebuilt(begun, known, !lostTail.isEmpty());
  }

  private Opened sound(
      Connection connection,
      Soundness soundness,
      boolean logLeft,
      Optional<HeadsFile.Content> known,
      String lostTail)
      throws IOException, SQLException {
    Contents contents = soundness.contents();
    if (logLeft) {
      // What a commit that never finished left in the log must not lie behind the next one.
      Database.emptyLog(connection);
      Layout.syncFile(layout.wal());
    }
    Groundwork.own(connection, gateway);
    long roomBytes = Reserve.in(layout.reserve(), 0).usableBytes();
    if (FormRaise.raise(connection, contents.streams().values(), roomBytes)) {
      Database.emptyLog(connection); // all of it once, which is more than a log should hold
    }
    Map<String, Head> heads = known.map(HeadsFile.Content::heads).orElse(Map.of());
    Optional<Finding> behind = new Behind(connection, contents, heads).settle(lostTail);
    if (behind.isPresent()) {
      findings.add(behind.get());
      contents = Contents.read(connection);
    }
    findings.addAll(HeadsAge.findings(contents, known));
    String keyInUse = ownKey().map(SealingKey::id).orElse("");
    boolean bothKnown = !contents.lastKey().isEmpty() && !keyInUse.isEmpty();
    if (bothKnown && !contents.lastKey().equals(keyInUse)) {
      found(
          "key-replaced",
          "the journal was sealed with key "
              + contents.lastKey()
              + " and is with key "
              + keyInUse
              + " from now on; tell the centre, or restore the key",
          null);
    }
    return opened(connection, contents, known);
  }

  /** The key in use; while the token is away, nothing is known against it. */
  private Optional<SealingKey> ownKey() {
    try {
      return Optional.of(signer.key());
    } catch (SigningFailed away) {
      return Optional.empty();
    }
  }

  private Opened lost(HeadsFile.Content known) throws IOException, SQLException {
    Path folder = null;
    if (layout.databaseFiles().stream().anyMatch(Files::exists)) {
      folder = Quarantine.moveAside(layout, layout.databaseFiles(), now);
    }
    String fault = "the database is gone";
    Rebuild.Outcome outcome = rebuild(Optional.of(known), true, fault).run(Optional.empty());
    findings.add(new Finding("lost", fault, name(folder), outcome.lost()));
    Connection connection = Database.openForWriting(layout.database());
    return opened(connection, Contents.read(connection), Optional.of(known));
  }

  private Opened rebuilt(
      Quarantine.Begun begun, Optional<HeadsFile.Content> known, boolean logHidesCommits)
      throws IOException, SQLException {
    Rebuild.Outcome outcome =
        rebuild(known, logHidesCommits, begun.fault()).run(Optional.of(begun.folder()));
    Quarantine.end(begun.folder());
    findings.add(
        new Finding(
            begun.cause(), begun.fault() + outcome.said(), name(begun.folder()), outcome.lost()));
    Connection connection = Database.openForWriting(layout.database());
    return opened(connection, Contents.read(connection), known);
  }

  private Rebuild rebuild(
      Optional<HeadsFile.Content> known, boolean logHidesCommits, String cause) {
    Salvage.Known numbers =
        new Salvage.Known(
            known.map(HeadsFile.Content::heads).orElse(Map.of()),
            known.map(HeadsFile.Content::batch).orElse(0L),
            logHidesCommits);
    return new Rebuild(layout, gateway, numbers, enough, cause, ownKey());
  }

  private Opened opened(
      Connection connection, Contents contents, Optional<HeadsFile.Content> known) {
    return new Opened(connection, contents, known, findings);
  }

  private void found(String cause, String message, @Nullable Path folder) {
    findings.add(new Finding(cause, message, name(folder)));
  }

  private static String name(@Nullable Path folder) {
    return folder == null ? "" : String.valueOf(folder.getFileName());
  }

  /** A copy of the damaged log is kept; SQLite takes what it can of the original. */
  private String keepLog() throws IOException {
    return name(Quarantine.copy(layout, List.of(layout.wal()), now));
  }

  /** A sound database that finds no room to be opened is not a damaged one. */
  private boolean noRoom(Exception failure) {
    return Damage.isFull(failure)
        || (Damage.isStorage(failure) && Reserve.in(layout.reserve(), 0).isTight());
  }

  private static void closeQuietly(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException alreadyGone) {
        // The files are moved aside next; an open descriptor on them does no harm.
        LoggerFactory.getLogger(Opening.class).debug("damaged database did not close", alreadyGone);
      }
    }
  }
}
