// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.Stamp;
import io.wayside.runtime.run.RecordQueue;
import io.wayside.runtime.run.RunMarker;
import io.wayside.runtime.run.RunRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This run of the gateway, from its first record to its last. Lives as long as the bundle, so that
 * a changed configuration does not look like a new run; waits for the journal with what it has to
 * say.
 */
@Component(service = GatewayRun.class, immediate = true)
public final class GatewayRun {

  private static final Logger log = LoggerFactory.getLogger(GatewayRun.class);

  private volatile @Nullable Journal journal;
  private volatile Runnable journalCame = () -> {};
  private final SystemTime time;
  private final RunningProvenance provenance;
  private final RecordQueue queue = new RecordQueue();
  private final RunMarker marker;
  private final RunMarker.Reason reason;
  private final long beganNanos;
  private volatile boolean begun;
  private volatile boolean firstTold;
  private boolean ended;

  @Activate
  public GatewayRun(
      BundleContext context, @Reference SystemTime time, @Reference RunningProvenance provenance)
      throws IOException {
    this(Path.of(String.valueOf(context.getProperty("wayside.state"))), time, provenance);
  }

  GatewayRun(Path state, SystemTime time, RunningProvenance provenance) throws IOException {
    this.time = time;
    this.provenance = provenance;
    this.marker = new RunMarker(state);
    this.reason = marker.begin();
    this.beganNanos = time.monotonicNanos();
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindJournal(Journal arrived) {
    journal = arrived;
    journalCame.run();
  }

  void unbindJournal(Journal gone) {
    if (gone.equals(journal)) {
      journal = null;
    }
  }

  /** Has {@code wake} called whenever there is a journal again, and now if there is one. */
  void onJournal(Runnable wake) {
    journalCame = wake;
    if (journal != null) {
      wake.run();
    }
  }

  /** The gateway has its configuration; the first call of a run records its begin. */
  synchronized void begin(String name) {
    if (!begun && !ended) {
      begun = true;
      String java = System.getProperty("java.runtime.version", "unknown");
      queue.add(RunRecords.started(time.now(), provenance.current(), reason, java, name));
    }
  }

  /** Something of the gateway's own to record. */
  void record(Draft draft) {
    queue.add(draft);
  }

  /** The last records of a stream; empty while there is no journal. */
  Optional<List<JournalRecord>> last(String stream, int most) throws JournalException {
    Journal store = journal;
    return store == null ? Optional.empty() : Optional.of(store.last(stream, most));
  }

  /** Hands to the journal what waits; what it does not take stays. */
  Optional<JournalException> flush() throws InterruptedException {
    Journal store = journal;
    if (store == null) {
      return Optional.empty();
    }
    Optional<JournalException> kept = queue.drainTo(store);
    if (begun && !firstTold && kept.isEmpty()) {
      firstTold = true;
      log.info("first record accepted {} ms after the runtime began", uptime().toMillis());
    }
    return kept;
  }

  /** The last record of an orderly run; none begins after that. */
  synchronized void end(String why) {
    ended = true;
    try {
      if (begun) {
        queue.add(RunRecords.stopping(time.now(), provenance.current(), why, uptime()));
        flush().ifPresent(kept -> log.error("the journal did not take the last records", kept));
      }
      marker.end();
    } catch (IOException notWritten) {
      log.error(
          "the end of this run cannot be marked; the next one will say it crashed", notWritten);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  Duration uptime() {
    return Duration.ofNanos(time.monotonicNanos() - beganNanos);
  }

  /** Whether a record that must not be dropped can be kept until the journal takes it. */
  boolean hasRoom() {
    return queue.hasRoom();
  }

  long dropped() {
    return queue.dropped();
  }

  Stamp now() {
    return time.now();
  }

  Provenance by() {
    return provenance.current();
  }
}
