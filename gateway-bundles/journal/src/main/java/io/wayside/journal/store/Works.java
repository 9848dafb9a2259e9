// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.outbox.OutboxState;
import io.wayside.journal.outbox.Ranges;
import io.wayside.journal.proof.SignedHeads;
import io.wayside.journal.seal.Signer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open files, connections and threads of a journal, put together and taken apart. */
final class Works {

  private static final Logger LOG = LoggerFactory.getLogger(Works.class);
  private static final long STOP_S = 30;
  private static final int MOST_REPORTS = 10_000;
  private static final long TICK_MS = 1000;

  /** For so long a journal at opening, or the writer, brings back what lies in quarantine. */
  private static final long SALVAGE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final JournalSettings settings;
  private final TimeSource time;
  private final FileChannel lock;
  private final Signer signer;
  private final Statements statements;
  private volatile Opening.Opened opened;
  private volatile Ledger ledger;
  private final RecordReader reader;
  private final Destinations destinations;
  private final Intake intake;
  private final Outboxes outboxes = new Outboxes();
  private final Reservations reservations;
  private final Upkeep upkeep;
  private final Keeping keeping;
  private final Space space;
  private final Condition condition;
  private final ExecutorService notifier;
  private final ScheduledExecutorService upkeepThread;
  private final Writer writer;
  private final Ahead ahead;
  private final Thread writerThread;
  private @Nullable ScheduledFuture<?> headsKept;
  private @Nullable ScheduledFuture<?> ticking;
  private final List<Finding> ofKey = new ArrayList<>();
  private volatile Consumer<Finding> onFinding = finding -> {};
  private final Set<String> reported = Collections.newSetFromMap(new ConcurrentHashMap<>());

  private Works(
      JournalSettings settings,
      TimeSource time,
      OwnRecords own,
      FileChannel lock,
      Signer signer,
      Opening.Opened opened,
      Reserve reserve)
      throws SQLException {
    Layout layout = new Layout(settings.folder());
    this.time = time;
    this.settings = settings;
    this.lock = lock;
    this.signer = signer;
    this.opened = opened;
    this.condition = new Condition(time);
    this.statements = new Statements(settings, time, signer, condition);
    this.intake = new Intake(settings.maxQueue(), settings.maxQueueBytes());
    this.ledger = new Ledger(opened.connection(), signer, opened.contents());
    this.reader = new RecordReader(Database.openForReading(layout.database()));
    this.destinations = new Destinations(Database.openForOthers(layout.database()));
    this.reservations =
        new Reservations(
            new HeadsFile(layout, opened.known().map(HeadsFile.Content::generation).orElse(0L)),
            settings.gateway(),
            opened.known(),
            opened.contents().streams());
    this.notifier = Executors.newSingleThreadExecutor(r -> daemon(r, "journal-notify"));
    this.upkeepThread =
        Executors.newSingleThreadScheduledExecutor(r -> daemon(r, "journal-upkeep"));
    Connection checkpoints = Database.openForOthers(layout.database());
    this.space = new Space(reserve);
    this.upkeep = new Upkeep(checkpoints, reservations, space, () -> ledger, upkeepThread);
    BlobStore blobs = new BlobStore(layout.blobs());
    this.keeping =
        new Keeping(settings, space, outboxes, condition, blobs, own, time, upkeep::logBytes);
    reserve.fill();
    Binding binding = new Binding(settings.gateway(), signer);
    this.ahead = new Ahead(settings, intake, binding, time);
    this.writer =
        new Writer(
            settings,
            intake,
            ahead,
            binding,
            ledger,
            space,
            blobs,
            reservations,
            outboxes,
            keeping,
            upkeep,
            condition,
            time,
            this::revive);
    this.writerThread = daemon(writer, "journal-writer");
  }

  static Works start(
      JournalSettings settings, TimeSource time, OwnRecords own, Optional<Signer> given)
      throws IOException {
    Layout layout = new Layout(settings.folder());
    Files.createDirectories(layout.folder());
    Files.createDirectories(layout.blobs());
    FileChannel lock =
        FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean done = false;
    try {
      requireAlone(lock, layout);
      Reserve reserve = Reserve.in(layout.reserve(), settings.reserveBytes());
      reserve.giveUpIfTight();
      Instant now = time.now().wall();
      List<Finding> ofKey = new ArrayList<>();
      Signer signer =
          given.isPresent()
              ? given.get()
              : SigningKeys.open(layout, settings.sealing(), now, time::monotonicNanos, ofKey);
      Opening opening = new Opening(layout, settings.gateway(), signer, now, salvageEnds(time));
      Works works = new Works(settings, time, own, lock, signer, opening.open(), reserve);
      works.ofKey.addAll(ofKey);
      done = true;
      return works;
    } catch (SQLException unusable) {
      throw new IOException(
          "the journal cannot make a database in " + layout.folder() + "; check the storage",
          unusable);
    } finally {
      if (!done) {
        lock.close();
      }
    }
  }

  /** Says, from now on, when opening has taken long enough. */
  private static BooleanSupplier salvageEnds(TimeSource time) {
    long begun = time.monotonicNanos();
    return () -> time.monotonicNanos() - begun > SALVAGE_NANOS;
  }

  private static void requireAlone(FileChannel channel, Layout layout) throws IOException {
    FileLock held;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException here) {
      held = null;
    }
    if (held == null) {
      throw new IOException(
          "the journal in " + layout.folder() + " is in use by another process; stop it first");
    }
  }

  /**
   * Begins to write. Every destination ever known counts from the first moment: what it has not
   * acknowledged is kept, whether its carrier comes early, late or not at all.
   *
   * @param tick called every second
   */
  void begin(StoredOutbox.Watch watch, Runnable tick) throws JournalException {
    try {
      openOutboxes(watch);
    } catch (JournalException failed) {
      beginAnew(failed);
      openOutboxes(watch);
    }
    daemon(ahead, "journal-ahead").start();
    writerThread.start();
    headsKept = upkeep.start();
    upkeepThread.execute(signer::prepare);
    ticking = upkeepThread.scheduleWithFixedDelay(tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  /** What is to be stated of the heads. */
  Optional<SignedHeads> statement() {
    return statements.next(ledger.position(), opened.contents().gaps());
  }

  private void openOutboxes(StoredOutbox.Watch watch) throws JournalException {
    try {
      for (String destination : destinations.names()) {
        if (outbox(destination).isEmpty()) {
          openOutbox(destination, watch);
        }
      }
    } catch (SQLException failed) {
      throw new JournalException.Unavailable("the destinations cannot be read", failed);
    }
  }

  /** Damage that opening did not meet, but the first use does: nobody uses the database yet. */
  private void beginAnew(JournalException failed) throws JournalException {
    Throwable cause = failed.getCause();
    if (cause == null || !Damage.isDamage(cause)) {
      throw failed;
    }
    try {
      writer.goOnWith(revive("the database cannot be used: " + cause.getMessage()));
    } catch (IOException | SQLException stuck) {
      throw new JournalException.Unavailable("the damaged database cannot be replaced", stuck);
    }
  }

  /** The outbox of a destination that was known before or opened since. */
  Optional<StoredOutbox> outbox(String destination) {
    return outboxes.all().stream().filter(o -> o.destination().equals(destination)).findFirst();
  }

  StoredOutbox openOutbox(String destination, StoredOutbox.Watch watch) throws JournalException {
    try {
      int number = destinations.number(destination);
      Map<String, CursorRow> rows = destinations.cursors(number);
      OutboxState state = new OutboxState();
      StoredOutbox outbox =
          new StoredOutbox(
              destination,
              number,
              settings.gateway(),
              state,
              reader,
              this::streams,
              watch,
              notifier,
              intake::call);
      // First among those that hear of new records, then filled: none is missed in between.
      outboxes.add(outbox);
      for (StreamState stream : ledger.streams().values()) {
        CursorRow row = rows.get(stream.name());
        Ranges ranges = row == null ? new Ranges(0) : row.ranges(stream.head());
        if (stream.anchor() > 0) {
          ranges.add(1, stream.anchor());
        }
        for (Contents.Gap gap : opened.contents().gaps()) {
          if (gap.stream().equals(stream.name())) {
            ranges.add(gap.first(), gap.last());
          }
        }
        state.restore(stream.name(), stream.importance(), ranges, stream.head());
      }
      return outbox;
    } catch (SQLException failed) {
      throw new JournalException.Unavailable(
          "the outbox of " + destination + " cannot be opened; see the journal's health", failed);
    }
  }

  /** How everything stands, as the body of an answer. */
  Value.Fields survey() throws SQLException {
    try (Connection connection =
        Database.openForReading(new Layout(settings.folder()).database())) {
      return new Survey(connection, streams().values()).of(settings, space, outboxes.all());
    }
  }

  /** Between two commits: its cursors are not kept any more, and what it held is released. */
  void forget(StoredOutbox outbox, CompletableFuture<Void> done) {
    keeping.ask(
        current -> {
          try {
            Destinations.forget(current.connection(), outbox.number());
            outboxes.remove(outbox);
            done.complete(null);
          } catch (SQLException failed) {
            done.completeExceptionally(failed);
            throw failed;
          }
        });
    intake.call();
  }

  /** On the writer's thread: nothing is written meanwhile, and reading fails for a moment. */
  private Ledger revive(String fault) throws IOException, SQLException {
    Layout layout = new Layout(settings.folder());
    reservations.refresh(ledger);
    // All must be closed before the files are moved: the last one to close removes the log by name.
    reader.replace(null);
    destinations.replace(null);
    upkeep.replace(null);
    ledger.close();
    Instant now = time.now().wall();
    opened =
        new Opening(layout, settings.gateway(), signer, now, salvageEnds(time)).openAnew(fault);
    ledger = new Ledger(opened.connection(), signer, opened.contents());
    reader.replace(Database.openForReading(layout.database()));
    destinations.replace(Database.openForOthers(layout.database()));
    upkeep.replace(Database.openForOthers(layout.database()));
    for (StoredOutbox outbox : outboxes.all()) {
      outbox.renumber(destinations.number(outbox.destination()));
      for (StreamState stream : ledger.streams().values()) {
        outbox.state().grow(stream.name(), stream.importance(), stream.anchor(), stream.head());
        outbox.state().settle(stream.name(), 1, stream.anchor());
      }
      for (Contents.Gap gap : opened.contents().gaps()) {
        outbox.state().settle(gap.stream(), gap.first(), gap.last());
      }
    }
    opened.findings().forEach(onFinding);
    return ledger;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(opened.findings()); // health tells the first
    findings.addAll(ofKey);
    return findings;
  }

  /** The statements over the heads, and the key that signs them. */
  Statements statements() {
    return statements;
  }

  /** Who records what is found while the journal is in use. */
  void onFinding(Consumer<Finding> listener) {
    onFinding = listener;
  }

  /** Queues a draft. */
  Intake.Offer offer(Pending pending) {
    Intake.Offer offer = intake.offer(pending);
    ahead.arrived();
    return offer;
  }

  /** Commits a draft at once on the caller's thread, when that is possible. */
  boolean lead(Pending pending) {
    return writer.lead(pending);
  }

  RecordReader reader() {
    return reader;
  }

  Executor notifier() {
    return notifier;
  }

  Condition condition() {
    return condition;
  }

  Map<String, StreamState> streams() {
    return ledger.streams();
  }

  /** Whether this was not reported since the start; forgets nothing, and so has an end. */
  boolean firstReport(String what) {
    return reported.size() < MOST_REPORTS && reported.add(what);
  }

  /** A part of the end. */
  private interface Part {
    void end() throws IOException, SQLException, InterruptedException;
  }

  void stop() {
    intake.close();
    boolean inOrder =
        ended(
            () -> writerThread.join(TimeUnit.SECONDS.toMillis(STOP_S)),
            () -> cancel(headsKept),
            () -> cancel(ticking),
            () -> stop(upkeepThread),
            () -> reservations.refresh(ledger),
            upkeep::close,
            reader::close,
            destinations::close);
    if (inOrder && !writerThread.isAlive()) {
      ended(
          () -> Soundness.markClosed(ledger.connection(), ledger),
          () -> Database.checkpoint(ledger.connection()));
    }
    ended(() -> ledger.close(), () -> stop(notifier), lock::close);
  }

  /** Each one, whatever became of the others: whoever opens next must not find the lock held. */
  private static boolean ended(Part... parts) {
    boolean inOrder = true;
    for (Part part : parts) {
      try {
        part.end();
      } catch (IOException | SQLException incomplete) {
        inOrder = false;
        LOG.warn("the journal did not close cleanly; it is checked when it is opened", incomplete);
      } catch (InterruptedException stopped) {
        inOrder = false;
        Thread.currentThread().interrupt();
      }
    }
    return inOrder;
  }

  private static void cancel(@Nullable ScheduledFuture<?> regular) {
    if (regular != null) {
      regular.cancel(false);
    }
  }

  private static void stop(ExecutorService executor) throws InterruptedException {
    executor.shutdown();
    if (!executor.awaitTermination(STOP_S, TimeUnit.SECONDS)) {
      executor.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
