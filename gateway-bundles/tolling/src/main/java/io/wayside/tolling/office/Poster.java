// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordKind;
import io.wayside.tolling.passage.TollRecords;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Posts what lanes have written, from the journal's outbox: at least once, in the order of each
 * lane's numbers, at a bounded pace. A record is acknowledged to the outbox only when the office
 * has settled it. After silence, and at the beginning of a session, the office is asked first, and
 * what it has is not sent again. No lane takes room from another. Not safe for several threads; it
 * waits for nothing but the office's answers.
 */
public final class Poster {

  /** What an office is for; other records are acknowledged without being sent. */
  private static final Set<RecordKind> WANTED =
      Set.of(
          TollRecords.PASSAGE,
          TollRecords.CORRECTION,
          TollRecords.VIOLATION,
          TollRecords.UNPROVEN,
          new RecordKind("toll-shift", 1));

  private static final int AT_ONCE = 200;

  /** Between two looks at the lanes, however much waits. */
  private static final int READS = 5;

  private final PostingSource source;
  private final BackOffice office;
  private final PostingRules rules;
  private final OfficeNews news;
  private final RandomGenerator jitter;
  private final Pace pace;
  private final Map<String, LaneQueue> lanes = new TreeMap<>();
  private final Map<String, Long> through = new HashMap<>();
  private PostingTally tally = PostingTally.NOTHING;
  private boolean mayHaveMore = true;

  /** Begins a session of the outbox: what was handed out before and not settled comes again. */
  public Poster(
      PostingSource source,
      BackOffice office,
      PostingRules rules,
      OfficeNews news,
      RandomGenerator jitter,
      long nowNanos) {
    this.source = source;
    this.office = office;
    this.rules = rules;
    this.news = news;
    this.jitter = jitter;
    this.pace = new Pace(rules.perSecond(), rules.burst(), nowNanos);
    source.outbox().rewind();
  }

  /** There may be something new in the outbox. */
  public void woken() {
    mayHaveMore = true;
  }

  /** How many records are in memory and not settled. */
  public int held() {
    return lanes.values().stream().mapToInt(LaneQueue::size).sum();
  }

  /** Whether everything that the outbox had was looked at. */
  public boolean hasReadAll() {
    return !mayHaveMore;
  }

  /** Since this session began. */
  public PostingTally tally() {
    return tally;
  }

  /** Lanes for which something waits, or waited. */
  public List<LaneStanding> lanes() {
    return lanes.values().stream().map(LaneQueue::standing).toList();
  }

  /**
   * By stream, up to which number nothing waits; streams of which nothing was heard are missing.
   */
  public Map<String, Long> settledThrough() {
    return Map.copyOf(through);
  }

  /**
   * One request for each lane that may send now.
   *
   * @return when the next turn is due; {@link Long#MAX_VALUE} when there is nothing to do until
   *     {@link #woken}
   */
  public long turn(long nowNanos) throws JournalException {
    fill();
    List<LaneQueue> oldestFirst =
        lanes.values().stream()
            .filter(lane -> !lane.isEmpty())
            .sorted(Comparator.comparing(lane -> lane.oldest().orElseThrow().occurred().wall()))
            .toList();
    for (LaneQueue lane : oldestFirst) {
      if (lane.notBeforeNanos() <= nowNanos) {
        exchange(lane, nowNanos);
      }
    }
    fill();
    return due(nowNanos);
  }

  private void fill() throws JournalException {
    for (int read = 0; mayHaveMore && read < READS; read++) {
      List<JournalRecord> more = source.outbox().next(AT_ONCE);
      mayHaveMore = !more.isEmpty();
      for (JournalRecord record : more) {
        String stream = record.id().stream();
        through.putIfAbsent(stream, record.id().sequence() - 1);
        if (isWanted(record)) {
          lanes.computeIfAbsent(stream, name -> new LaneQueue(name, rules.most())).add(record);
        } else {
          source.outbox().acknowledge(record.id());
        }
      }
    }
    for (LaneQueue lane : lanes.values()) {
      lane.refill(source.shelf(), this::isWanted);
    }
  }

  private boolean isWanted(JournalRecord record) {
    return WANTED.contains(record.kind()) && source.streams().test(record.id().stream());
  }

  private void exchange(LaneQueue lane, long nowNanos) throws JournalException {
    if (lane.isDoubtful()) {
      ask(lane, nowNanos);
      return;
    }
    int allowed = Math.min(pace.allowed(nowNanos), rules.range());
    if (allowed < 1) {
      return;
    }
    LaneRange range = lane.range(allowed);
    pace.used(range.records().size());
    lane.doubt(range.records().size());
    try {
      int settled = settle(lane, office.post(range));
      int left = range.records().size() - settled;
      if (left == 0) {
        lane.worked();
      } else {
        lane.doubt(left);
        failed(
            lane,
            range,
            new OfficeTrouble.Silent("nothing was said of " + left + " of them"),
            nowNanos);
      }
    } catch (OfficeTrouble.Unavailable tookNothing) {
      lane.doubt(0);
      failed(lane, range, tookNothing, nowNanos);
    } catch (OfficeTrouble trouble) {
      failed(lane, range, trouble, nowNanos);
    }
  }

  /**
   * An answer alone does not end a series of failures: a post that hangs is asked about each time.
   */
  private void ask(LaneQueue lane, long nowNanos) throws JournalException {
    LaneRange range = lane.range(rules.range());
    try {
      int settled = settle(lane, office.status(range));
      lane.wasTold(settled == range.records().size());
      if (settled > 0) {
        lane.worked();
      }
    } catch (OfficeTrouble trouble) {
      failed(lane, range, trouble, nowNanos);
    }
  }

  private int settle(LaneQueue lane, List<Settled> said) throws JournalException {
    Map<JournalRecord, Settled> out = lane.settle(said);
    for (Map.Entry<JournalRecord, Settled> each : out.entrySet()) {
      JournalRecord record = each.getKey();
      Settled settled = each.getValue();
      if (settled.verdict() == Settled.Verdict.REJECTED) {
        news.rejected(record, settled.reason());
      }
      source.outbox().acknowledge(record.id());
      through.put(record.id().stream(), record.id().sequence());
      tally = tally.and(settled.verdict());
    }
    return out.size();
  }

  private void failed(LaneQueue lane, LaneRange range, OfficeTrouble trouble, long nowNanos) {
    int doublings = Math.min(lane.failures(), 20);
    long longest = Math.min(rules.lastRetry().toNanos(), rules.firstRetry().toNanos() << doublings);
    if (longest < 0) {
      longest = rules.lastRetry().toNanos();
    }
    lane.failed(
        String.valueOf(trouble.getMessage()),
        nowNanos + longest / 2 + (long) (jitter.nextDouble() * longest / 2));
    news.troubled(range.stream(), trouble, lane.failures());
  }

  private long due(long nowNanos) {
    long due = mayHaveMore ? nowNanos : Long.MAX_VALUE;
    long paced = pace.next(nowNanos);
    for (LaneQueue lane : lanes.values()) {
      if (!lane.isEmpty()) {
        long may = lane.isDoubtful() ? nowNanos : paced;
        due = Math.min(due, Math.max(may, lane.notBeforeNanos()));
      }
    }
    return due;
  }
}
