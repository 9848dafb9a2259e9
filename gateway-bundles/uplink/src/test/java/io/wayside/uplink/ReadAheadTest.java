// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

  private final AtomicLong nanos = new AtomicLong(1);
  private final Journal journal = new Journal();
  private final Set<Long> announced = ConcurrentHashMap.newKeySet();
  private final ReadAhead ahead =
      new ReadAhead(
          "reads",
          journal,
          new Time(),
          new ReadAhead.Listener() {
            @Override
            public void read(JournalRecord record) {
              announced.add(record.id().sequence());
            }

            @Override
            public void dropped() {
              announced.clear();
            }
          });

  /** Hands out 1, 2, 3 … and remembers how many it was asked for. */
  private static final class Journal implements Outbox {
    private final Deque<Integer> asked = new ArrayDeque<>();
    private long handed;
    private long mostHanded;
    private long acknowledged;
    private long head;
    private boolean broken;

    @Override
    public synchronized List<JournalRecord> next(int max) throws JournalException {
      asked.add(max);
      if (broken) {
        throw new JournalException.Unavailable("the disk is gone");
      }
      List<JournalRecord> records = new ArrayList<>();
      while (records.size() < max && handed < head) {
        records.add(Records.record("lane", ++handed));
      }
      mostHanded = Math.max(mostHanded, handed);
      return records;
    }

    @Override
    public synchronized void acknowledge(RecordId id) {
      acknowledged = Math.max(acknowledged, id.sequence());
    }

    @Override
    public List<JournalRecord> nextFresh(int max) throws JournalException {
      return next(max);
    }

    @Override
    public List<JournalRecord> nextOld(int max) {
      return List.of();
    }

    @Override
    public long unkept() {
      return 0;
    }

    @Override
    public void keepSoon() {
      asked.add(0);
    }

    @Override
    public synchronized void rewind() {
      handed = acknowledged;
    }

    @Override
    public Resend resend(String stream, long first, long last) {
      return new Resend(last - first + 1, first + "-" + last, "");
    }

    @Override
    public void shareWithFresh(int fresh, int of) {
      asked.add(-of);
    }

    @Override
    public synchronized long backlog() {
      return head - acknowledged;
    }

    @Override
    public AutoCloseable onNew(Runnable wake) {
      wake.run();
      return () -> {};
    }

    synchronized void grow(long by) {
      head += by;
    }

    synchronized void setBroken(boolean isBroken) {
      broken = isBroken;
    }

    synchronized long handed() {
      return handed;
    }
  }

  private final class Time implements TimeSource {
    @Override
    public long monotonicNanos() {
      return nanos.get();
    }

    @Override
    public Stamp at(long monotonicNanos) {
      return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "boot", monotonicNanos);
    }
  }

  @AfterEach
  void close() {
    ahead.close();
  }

  private List<Long> next(int max) throws JournalException {
    return ahead.next(max).stream().map(r -> r.id().sequence()).toList();
  }

  private void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  @Test
  void whateverIsAskedForComesInSequenceAndOnceInEachSession() throws Exception {
    Random random = new Random(11);
    long expected = 1;
    long acknowledged = 0;
    for (int step = 0; step < 20_000; step++) {
      switch (random.nextInt(20)) {
        case 0 -> {
          ahead.rewind();
          expected = acknowledged + 1;
        }
        case 1, 2 -> journal.grow(random.nextInt(400));
        case 3, 4 -> {
          if (expected - 1 > acknowledged) {
            acknowledged += 1 + random.nextInt((int) (expected - 1 - acknowledged));
            ahead.acknowledge(new RecordId("gw-1", "lane", acknowledged));
          }
        }
        default -> {
          pass(Duration.ofNanos(random.nextInt(20_000_000)));
          int max = 1 + random.nextInt(100);
          for (long sequence : next(max)) {
            assertThat(sequence).isEqualTo(expected++);
          }
        }
      }
    }
    assertThat(acknowledged).isGreaterThan(1000);
  }

  @Test
  void whatIsReadAheadIsAnnouncedAndWhatIsDroppedTakenBack() throws Exception {
    journal.grow(10_000);
    next(20);
    pass(ReadAhead.AHEAD);
    next(20);
    next(20); // now there is a pace, and the next ones are being read
    List<Long> handed = next(20);
    assertThat(announced).containsAll(handed);
    ahead.rewind();
    assertThat(announced).isEmpty();
  }

  @Test
  void fewerThanAskedForMeansThatThereIsNoMore() throws Exception {
    journal.grow(250);
    for (int round = 0; round < 4; round++) {
      pass(Duration.ofMillis(1));
      assertThat(next(60)).hasSize(60);
    }
    assertThat(next(60)).hasSize(10);
    assertThat(next(60)).isEmpty();
  }

  @Test
  void whatComesAfterAPortionWasFoundEmptyIsHandedOutAtOnce() throws Exception {
    journal.grow(90);
    next(30);
    pass(ReadAhead.AHEAD);
    next(30);
    assertThat(next(60)).hasSize(30); // what is read ahead from here on is empty
    assertThat(next(60)).isEmpty();
    journal.grow(5);
    assertThat(next(60)).containsExactly(91L, 92L, 93L, 94L, 95L);
  }

  @Test
  void onASlowLinkNothingIsReadAhead() throws Exception {
    journal.grow(100);
    for (long record = 1; record <= 50; record++) {
      pass(ReadAhead.AHEAD.plusMillis(1));
      assertThat(next(1)).containsExactly(record);
      assertThat(journal.handed()).isEqualTo(record);
    }
  }

  @Test
  void neverMoreIsReadAheadThanTheLinkTookOfLate() throws Exception {
    journal.grow(10_000);
    for (int round = 0; round < 5; round++) {
      next(20);
      pass(ReadAhead.AHEAD);
    }
    ahead.rewind(); // waits for what is being read
    assertThat(journal.asked.stream().mapToInt(Integer::intValue).max()).hasValue(20);
    assertThat(journal.asked).hasSizeGreaterThan(5);
    assertThat(journal.mostHanded).isLessThanOrEqualTo(100 + 20); // five times 20, and 20 ahead
  }

  @Test
  void whatCannotBeReadAheadIsToldToWhoAsksNextAndThenTriedAgain() throws Exception {
    journal.grow(1000);
    pass(Duration.ofMillis(1));
    journal.setBroken(true);
    assertThatThrownBy(() -> next(50)).isInstanceOf(JournalException.Unavailable.class);
    journal.setBroken(false);
    assertThat(next(50)).hasSize(50);
    ahead.rewind();
    assertThat(next(50)).hasSize(50).startsWith(1L);
  }

  @Test
  void afterItsEndItStillHandsOutWhatIsAskedFor() throws Exception {
    journal.grow(100);
    ahead.close();
    assertThat(next(30)).hasSize(30);
    assertThat(next(70)).hasSize(70).endsWith(100L);
  }

  @Test
  void allElseIsTheOutboxsBusiness() throws Exception {
    journal.grow(7);
    assertThat(ahead.backlog()).isEqualTo(7);
    assertThat(ahead.resend("lane", 2, 4).records()).isEqualTo(3);
    ahead.shareWithFresh(1, 4);
    assertThat(journal.asked).containsExactly(-4);
    boolean[] woken = {false};
    ahead.onNew(() -> woken[0] = true).close();
    assertThat(woken[0]).isTrue();
  }
}
