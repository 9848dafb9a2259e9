// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.office.BackOffice;
import io.wayside.tolling.office.LaneRange;
import io.wayside.tolling.office.ListAnswer;
import io.wayside.tolling.office.ListQuestion;
import io.wayside.tolling.office.OfficeNews;
import io.wayside.tolling.office.OfficeTrouble;
import io.wayside.tolling.office.Poster;
import io.wayside.tolling.office.PostingRules;
import io.wayside.tolling.office.Settled;
import io.wayside.tolling.passage.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An office that is away for days, in virtual time: lanes go on writing; when it is back, all is
 * posted while they write on.
 */
final class Outage {

  /**
   * What came of it.
   *
   * @param whileAway requests in vain
   * @param drainedS from its return until nothing waited
   * @param mostInASecond records
   * @param mostHeld records in memory
   */
  record Outcome(
      long written,
      long posted,
      long whileAway,
      double drainedS,
      long mostInASecond,
      int mostHeld,
      Account account) {}

  private static final long SECOND = 1_000_000_000L;

  private final List<TollStream> streams = new ArrayList<>();
  private final Account account = new Account();
  private final long awayNanos;
  private final long latencyNanos;
  private long now;

  /** Up to when lanes have written. */
  private long written;

  private long whileAway;
  private long second = -1;
  private long inSecond;
  private long mostInASecond;

  Outage(int lanes, Duration spacing, Duration away, Duration latency) {
    for (int lane = 1; lane <= lanes; lane++) {
      streams.add(new TollStream(lane, spacing));
    }
    awayNanos = away.toNanos();
    latencyNanos = latency.toNanos();
  }

  Outcome run(PostingRules rules, long seed) throws JournalException {
    LanesOutbox outbox = new LanesOutbox(streams);
    Poster poster =
        new Poster(outbox.source(), new Office(), rules, new Deaf(), new Random(seed), 0);
    int mostHeld = 0;
    while (now < awayNanos || outbox.backlog() > 0) {
      written = now;
      outbox.written(now);
      poster.woken();
      long next = poster.turn(now);
      mostHeld = Math.max(mostHeld, poster.held());
      // Lanes wake the poster; here it looks every second at least.
      now = Math.max(now + 1, Math.min(next, now + SECOND));
    }
    long records = streams.stream().mapToLong(stream -> stream.head(written)).sum();
    return new Outcome(
        records,
        account.posted(),
        whileAway,
        (now - awayNanos) / 1e9,
        mostInASecond,
        mostHeld,
        account);
  }

  /** The sums that the lanes have written. */
  long sum(TollStream stream) {
    long sum = 0;
    for (long number = 1; number <= stream.head(written); number++) {
      Fields body = new Fields(stream.record(number).body());
      sum += body.member("fare").whole("minor").orElse(0L);
    }
    return sum;
  }

  List<TollStream> streams() {
    return streams;
  }

  private final class Office implements BackOffice {
    @Override
    public List<Settled> post(LaneRange range) throws OfficeTrouble {
      request();
      if (now / SECOND != second) {
        second = now / SECOND;
        inSecond = 0;
      }
      List<Settled> said = new ArrayList<>();
      for (JournalRecord record : range.records()) {
        inSecond++;
        Fields fare = new Fields(record.body()).member("fare");
        account.post(range.stream(), record.id().sequence(), fare.whole("minor").orElse(0L));
        said.add(new Settled(record.id().sequence(), Settled.Verdict.ACCEPTED, ""));
      }
      mostInASecond = Math.max(mostInASecond, inSecond);
      return said;
    }

    @Override
    public List<Settled> status(LaneRange range) throws OfficeTrouble {
      request();
      return List.of();
    }

    @Override
    public ListAnswer list(ListQuestion question) {
      throw new UnsupportedOperationException("no list here");
    }

    private void request() throws OfficeTrouble {
      if (now < awayNanos) {
        whileAway++;
        throw new OfficeTrouble.Unavailable("away");
      }
      now += latencyNanos;
    }
  }

  private static final class Deaf implements OfficeNews {
    @Override
    public void rejected(JournalRecord record, String reason) {
      throw new IllegalStateException("nothing is rejected here: " + record.id());
    }

    @Override
    public void troubled(String stream, OfficeTrouble trouble, int failures) {}
  }
}
