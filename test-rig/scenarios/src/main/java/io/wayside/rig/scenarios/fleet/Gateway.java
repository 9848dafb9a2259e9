// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.core.health.Health;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.rig.scenarios.fleet.Arrivals.Line;
import io.wayside.uplink.Uplink;
import io.wayside.uplink.UplinkPlan;
import io.wayside.uplink.transport.MqttTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One gateway of the fleet: a journal, what goes into it, and the real uplink. */
final class Gateway {

  private static final String DESTINATION = "centre";
  private static final long QUOTA_BYTES = 256L << 20;
  private static final long RESERVE_BYTES = 64 << 10; // so that twenty do not fill a small disk

  private final String name;
  private final Journal journal;
  private final Outbox outbox;
  private final Freight freight;
  private final TimeSource time;
  private final Map<Line, Long> accepted = new ConcurrentHashMap<>();
  private final AtomicLong acceptedRecords = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong pending = new AtomicLong();
  private @Nullable Uplink uplink;

  private Gateway(String name, Journal journal, long seed, TimeSource time)
      throws JournalException {
    this.name = name;
    this.journal = journal;
    this.outbox = journal.outbox(DESTINATION);
    this.freight = new Freight(seed);
    this.time = time;
  }

  static Gateway inMemory(String name, long seed, TimeSource time) throws JournalException {
    return new Gateway(name, new MemoryJournal(name), seed, time);
  }

  static Gateway onDisk(String name, Path folder, long seed, TimeSource time)
      throws IOException, JournalException {
    JournalSettings settings =
        JournalSettings.standard(folder, name).withQuota(QUOTA_BYTES, RESERVE_BYTES);
    return new Gateway(
        name, SqliteJournal.open(settings, time, () -> Freight.PROVENANCE), seed, time);
  }

  String name() {
    return name;
  }

  /** Drafts the next record and hands it in. */
  void work() {
    pending.incrementAndGet();
    CompletableFuture<RecordId> unused =
        journal.append(freight.next(time.now())).whenComplete(this::answered);
  }

  private void answered(@Nullable RecordId id, @Nullable Throwable notTaken) {
    if (id == null) {
      refused.incrementAndGet();
    } else {
      accepted.merge(new Line(id.gateway(), id.stream()), id.sequence(), Math::max);
      acceptedRecords.incrementAndGet();
    }
    pending.decrementAndGet();
  }

  void start(UplinkPlan plan, MqttTransport transport, Random random) {
    uplink = Uplink.start(plan, outbox, transport, Optional.empty(), time, random);
  }

  /** The highest number accepted of each stream. */
  Map<Line, Long> accepted() {
    return accepted;
  }

  long acceptedRecords() {
    return acceptedRecords.get();
  }

  long refused() {
    return refused.get();
  }

  /** Whether the journal has answered for everything that was handed in. */
  boolean settled() {
    return pending.get() == 0;
  }

  long backlog() {
    return outbox.backlog();
  }

  boolean isWell() {
    Uplink now = uplink;
    return now != null && now.health().status() == Health.Status.OK;
  }

  /** As the centre's command would. */
  Outbox.Resend resend(String stream, long first, long last) throws JournalException {
    return outbox.resend(stream, first, last);
  }

  void closeUplink() {
    Uplink now = uplink;
    if (now != null) {
      now.close();
    }
  }

  void closeJournal() {
    if (journal instanceof SqliteJournal onDisk) {
      onDisk.close();
    }
  }
}
