// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.office.OfficeNews;
import io.wayside.tolling.office.OfficeTrouble;
import io.wayside.tolling.office.Poster;
import io.wayside.tolling.office.PostingSource;
import io.wayside.tolling.office.PostingTally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts from the journal, turn by turn and without a thread of its own. When the journal fails a
 * session ends, and the next begins with what is not settled.
 */
public final class Posting {

  private static final Logger LOG = LoggerFactory.getLogger(Posting.class);
  private static final long AGAIN_NANOS = 1_000_000_000L;

  /** The log has one line for so many failures of a lane. */
  private static final int LOG_EVERY = 20;

  private final OfficeParts parts;
  private final Refusals refusals;
  private final Runnable wake;
  private final AtomicBoolean news = new AtomicBoolean();

  /** Streams somebody wants to know of. */
  private final Set<String> wanted = ConcurrentHashMap.newKeySet();

  private final Map<String, Long> heads = new HashMap<>();
  private PostingTally before = PostingTally.NOTHING;
  private @Nullable Poster poster;
  private @Nullable Outbox outbox;
  private AutoCloseable subscription = () -> {};
  private volatile PostingState state = PostingState.BEGINNING;

  /**
   * @param wake called on other threads when a turn is worth while before it is due
   */
  Posting(OfficeParts parts, Refusals refusals, Runnable wake) {
    this.parts = parts;
    this.refusals = refusals;
    this.wake = wake;
  }

  /** Without a thread that could be woken; turns are made often enough. */
  public Posting(OfficeParts parts) {
    this(parts, new Refusals(parts), () -> {});
  }

  /** Does what is due; returns when the next turn is. */
  public long turn(long nowNanos) {
    try {
      Poster now = poster == null ? begin(nowNanos) : poster;
      if (news.getAndSet(false)) {
        now.woken();
      }
      Map<String, Long> asked = askHeads(now);
      long due = now.turn(nowNanos);
      if (now.hasReadAll()) {
        heads.putAll(asked);
      }
      publish(now, "");
      return due;
    } catch (JournalException trouble) {
      LOG.warn("{} posts nothing: {}", parts.destination(), trouble.getMessage());
      end(String.valueOf(trouble.getMessage()));
      return nowNanos + AGAIN_NANOS;
    }
  }

  private Poster begin(long nowNanos) throws JournalException {
    if (outbox == null) {
      outbox = parts.journal().outbox(parts.destination());
      subscription = outbox.onNew(this::somethingNew);
    }
    refusals.read();
    heads.clear();
    poster =
        new Poster(
            new PostingSource(outbox, parts.journal()::read, parts.streams()),
            parts.office(),
            parts.rules(),
            new Told(),
            parts.jitter(),
            nowNanos);
    return poster;
  }

  private void somethingNew() {
    news.set(true);
    wake.run();
  }

  /**
   * A stream of which the outbox hands out nothing has been settled up to where it stood before
   * that was found out.
   */
  private Map<String, Long> askHeads(Poster now) throws JournalException {
    Map<String, Long> asked = new HashMap<>();
    Map<String, Long> known = now.settledThrough();
    for (String stream : wanted) {
      if (!known.containsKey(stream) && !heads.containsKey(stream)) {
        List<JournalRecord> last = parts.journal().last(stream, 1);
        asked.put(stream, last.isEmpty() ? 0 : last.get(0).id().sequence());
        now.woken();
      }
    }
    return asked;
  }

  private void publish(Poster now, String failure) {
    Map<String, Long> through = new HashMap<>(heads);
    through.putAll(now.settledThrough());
    state =
        new PostingState(
            sum(before, now.tally()),
            outbox == null ? 0 : outbox.backlog(),
            now.lanes(),
            Map.copyOf(through),
            failure);
  }

  private void end(String failure) {
    if (poster == null) {
      state = new PostingState(before, 0, List.of(), Map.of(), failure);
    } else {
      publish(poster, failure);
      before = state.tally();
      poster = null;
    }
  }

  private static PostingTally sum(PostingTally one, PostingTally other) {
    return new PostingTally(
        one.accepted() + other.accepted(),
        one.duplicates() + other.duplicates(),
        one.rejected() + other.rejected());
  }

  /** A fault of the software: the session begins anew. */
  void fell(RuntimeException fault) {
    end("a fault of the software, see the log: " + fault.getMessage());
  }

  PostingState state() {
    return state;
  }

  /** Records of all kinds that are not settled. */
  public long waiting() {
    return state.waiting();
  }

  /** What the office made of records since the start. */
  public PostingTally tally() {
    return state.tally();
  }

  /** Up to which number nothing of a stream waits; asked for the first time it is not known yet. */
  OptionalLong settledThrough(String stream) {
    Long through = state.through().get(stream);
    if (through == null && wanted.add(stream)) {
      wake.run();
    }
    return through == null ? OptionalLong.empty() : OptionalLong.of(through);
  }

  /** The journal is told that nobody listens any more. */
  public void close() {
    try {
      subscription.close();
    } catch (Exception notOurs) {
      LOG.warn("{}: the outbox did not let go: {}", parts.destination(), notOurs.getMessage());
    }
  }

  private final class Told implements OfficeNews {
    @Override
    public void rejected(JournalRecord record, String reason) throws JournalException {
      LOG.warn("{} refuses {}: {}", parts.id(), record.id(), reason);
      refusals.refused(record, reason);
    }

    @Override
    public void troubled(String stream, OfficeTrouble trouble, int failures) {
      if (failures % LOG_EVERY == 1) {
        LOG.warn(
            "{}: {} is not posted, {} in a row: {}",
            parts.id(),
            stream,
            failures,
            trouble.getMessage());
      }
    }
  }
}
