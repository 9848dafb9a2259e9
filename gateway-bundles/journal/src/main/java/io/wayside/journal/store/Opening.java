// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.journal.record.Chain;
import io.wayside.journal.seal.FileSigner;
import io.wayside.journal.seal.KeyFile;
import io.wayside.journal.store.HeadsFile.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Opens the database of a journal in whatever state it is found. What is damaged is moved aside and
 * a new database continues the numbers above all that may have been given out.
 */
final class Opening {

  /** An open database, the key that seals, what the heads file knew, and what was found wrong. */
  record Opened(
      Connection connection,
      Contents contents,
      FileSigner signer,
      Optional<HeadsFile.Content> known,
      List<Finding> findings) {}

  private final Layout layout;
  private final String gateway;
  private final Instant now;
  private final List<Finding> findings = new ArrayList<>();

  Opening(Layout layout, String gateway, Instant now) {
    this.layout = layout;
    this.gateway = gateway;
    this.now = now;
  }

  Opened open() throws IOException, SQLException {
    FileSigner signer = signer();
    Optional<HeadsFile.Content> known = HeadsFile.read(layout.heads());
    boolean existed = Files.exists(layout.database());
    if (known.isPresent() && !known.get().gateway().equals(gateway)) {
      setAside(
          "other-gateway",
          "the journal of gateway " + known.get().gateway() + " was set aside",
          Map.of());
      known = Optional.empty();
      existed = false;
    }
    Connection connection = null;
    String fault = "";
    String lostTail = existed && LogScan.hidesCommits(layout.wal()) ? keepLog() : "";
    if (existed) {
      try {
        connection = Database.openForWriting(layout.database());
        fault = fault(connection);
      } catch (SQLException | RuntimeException damaged) {
        if (noRoom(damaged)) {
          closeQuietly(connection);
          throw damaged;
        }
        // Also what a damaged database makes of the driver's and our own assumptions.
        fault = "the database cannot be read: " + damaged.getMessage();
      }
      if (!fault.isEmpty()) {
        closeQuietly(connection);
        connection = null;
      }
    } else if (known.isPresent() && !known.get().heads().isEmpty()) {
      fault = "the database is gone";
    }
    Map<String, Head> heads = known.map(HeadsFile.Content::heads).orElse(Map.of());
    if (connection == null) {
      connection = anew(fault, heads);
    } else {
      try (Transaction transaction = Transaction.begin(connection)) {
        noteLostTail(connection, heads, lostTail);
        transaction.commit();
      }
    }
    remember(connection, signer);
    return new Opened(connection, Contents.read(connection), signer, known, findings);
  }

  /** Moves aside a database that turned out to be damaged while it was used, and begins another. */
  Opened openAnew(String fault) throws IOException, SQLException {
    FileSigner signer = signer();
    Optional<HeadsFile.Content> known = HeadsFile.read(layout.heads());
    Connection connection = anew(fault, known.map(HeadsFile.Content::heads).orElse(Map.of()));
    remember(connection, signer);
    return new Opened(connection, Contents.read(connection), signer, known, findings);
  }

  private Connection anew(String fault, Map<String, Head> heads) throws IOException, SQLException {
    if (!fault.isEmpty()) {
      Map<String, Finding.Span> gaps = new TreeMap<>();
      heads.forEach((stream, head) -> gaps.put(stream, new Finding.Span(1, head.ceiling())));
      setAside(Files.exists(layout.database()) ? "damaged" : "lost", fault, gaps);
    }
    Connection connection = Database.openForWriting(layout.database());
    Layout.sync(layout.folder());
    continueAbove(connection, heads, fault);
    return connection;
  }

  private FileSigner signer() throws IOException {
    Path file = layout.key();
    if (Files.exists(file)) {
      try {
        return KeyFile.read(file);
      } catch (GarbledData damaged) {
        Path folder = Quarantine.moveAside(layout, List.of(file), now);
        findings.add(
            new Finding(
                "key-replaced",
                "the sealing key could not be read and was replaced: " + damaged.getMessage(),
                String.valueOf(folder.getFileName()),
                Map.of()));
      }
    }
    KeyFile.create(file);
    try {
      return KeyFile.read(file);
    } catch (GarbledData impossible) {
      throw new IOException("the sealing key just written cannot be read back", impossible);
    }
  }

  private String fault(Connection connection) throws SQLException {
    long version = Database.pragma(connection, "user_version");
    if (version != Schema.VERSION) {
      return "the database is in form " + version + ", this release reads " + Schema.VERSION;
    }
    String owner = about(connection);
    if (!owner.isEmpty() && !owner.equals(gateway)) {
      return "the database is that of gateway " + owner;
    }
    Destinations.requireReadable(connection);
    return new TailCheck(connection).firstFault(Contents.read(connection)).orElse("");
  }

  private void setAside(String cause, String fault, Map<String, Finding.Span> gaps)
      throws IOException {
    List<Path> files = new ArrayList<>(layout.databaseFiles());
    boolean any = files.stream().anyMatch(Files::exists);
    String folder =
        any ? String.valueOf(Quarantine.moveAside(layout, files, now).getFileName()) : "";
    findings.add(new Finding(cause, fault, folder, gaps));
  }

  /** A new database whose streams go on above every number that may have been given out. */
  private static void continueAbove(Connection connection, Map<String, Head> heads, String fault)
      throws SQLException {
    int id = 1;
    try (Transaction transaction = Transaction.begin(connection)) {
      for (Map.Entry<String, Head> entry : new TreeMap<>(heads).entrySet()) {
        Head head = entry.getValue();
        insertStream(connection, id, entry.getKey(), head.ceiling(), head.hash());
        keepGap(connection, id, new Finding.Span(1, head.ceiling()), head.hash(), fault);
        id++;
      }
      transaction.commit();
    }
  }

  /** A copy of the damaged log is kept; SQLite takes what it can of the original. */
  private String keepLog() throws IOException {
    return String.valueOf(Quarantine.copy(layout, List.of(layout.wal()), now).getFileName());
  }

  /**
   * Lets streams go on above every number that may have been given out: all of them when the log
   * lost commits, else those that are behind what was known of them.
   *
   * @param lostTail where the damaged log is kept, empty when the log was in order
   */
  private void noteLostTail(Connection connection, Map<String, Head> heads, String lostTail)
      throws SQLException {
    Contents contents = Contents.read(connection);
    Map<String, Finding.Span> gaps = new TreeMap<>();
    String cause = lostTail.isEmpty() ? "old-image" : "damaged";
    int nextId = contents.streams().values().stream().mapToInt(StreamState::id).max().orElse(0) + 1;
    for (Map.Entry<String, Head> entry : new TreeMap<>(heads).entrySet()) {
      StreamState stream = contents.streams().get(entry.getKey());
      Head head = entry.getValue();
      long has = stream == null ? 0 : stream.head();
      boolean behind = has < head.head();
      if (!behind && (lostTail.isEmpty() || has >= head.ceiling())) {
        continue;
      }
      int id = stream == null ? nextId++ : stream.id();
      String hash = stream == null || behind ? head.hash() : Chain.hex(stream.headHash());
      if (stream == null) {
        insertStream(connection, id, entry.getKey(), 0, Chain.hex(Chain.origin()));
      }
      Finding.Span span = new Finding.Span(has + 1, head.ceiling());
      keepGap(connection, id, span, hash, cause);
      gaps.put(entry.getKey(), span);
    }
    if (!gaps.isEmpty() || !lostTail.isEmpty()) {
      findings.add(
          new Finding(
              cause,
              lostTail.isEmpty()
                  ? "the journal is behind what it held before: it was restored from an older copy,"
                      + " or its storage lost what it had confirmed"
                  : "the journal's log is damaged: records confirmed last may be lost",
              lostTail,
              gaps));
    }
  }

  private static void insertStream(
      Connection connection, int id, String name, long anchor, String hash) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO stream (id, name, importance, anchor, anchor_hash)"
                + " VALUES (?, ?, 5, ?, ?)")) {
      insert.setInt(1, id);
      insert.setString(2, name);
      insert.setLong(3, anchor);
      insert.setBytes(4, bytes(hash));
      insert.executeUpdate();
    }
  }

  private static void keepGap(
      Connection connection, int stream, Finding.Span span, String hash, String cause)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO gap (stream, first, last, hash, cause) VALUES (?, ?, ?, ?, ?)")) {
      insert.setInt(1, stream);
      insert.setLong(2, span.first());
      insert.setLong(3, span.last());
      insert.setBytes(4, bytes(hash));
      insert.setString(5, cause);
      insert.executeUpdate();
    }
  }

  private void remember(Connection connection, FileSigner signer) throws SQLException {
    try (PreparedStatement about =
            connection.prepareStatement(
                "INSERT INTO about (name, value) VALUES ('gateway', ?) ON CONFLICT DO NOTHING");
        PreparedStatement key =
            connection.prepareStatement(
                "INSERT INTO sealing_key (id, algorithm, public) VALUES (?, ?, ?)"
                    + " ON CONFLICT DO NOTHING")) {
      about.setString(1, gateway);
      about.executeUpdate();
      key.setString(1, signer.key().id());
      key.setString(2, signer.key().algorithm());
      key.setBytes(3, signer.key().encoded());
      key.executeUpdate();
    }
  }

  private static String about(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT value FROM about WHERE name = 'gateway'");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getString(1) : "";
    }
  }

  private static byte[] bytes(String hash) throws SQLException {
    try {
      return Chain.fromHex(hash);
    } catch (GarbledData checkedWhenRead) {
      throw new SQLException("a hash in the heads file is malformed", checkedWhenRead);
    }
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
