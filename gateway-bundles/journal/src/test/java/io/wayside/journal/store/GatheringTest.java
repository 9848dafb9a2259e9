// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Importance;
import io.wayside.core.record.RecordId;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** For whom a batch stays open. Eight hours of commit make two hours of patience: never waited. */
@Timeout(180)
class GatheringTest {

  private static final long EIGHT_HOURS = TimeUnit.HOURS.toNanos(8);

  private final Intake intake = new Intake(100, 1 << 20);
  private final Gathering gathering = new Gathering(intake, Long.MAX_VALUE);
  private final Drafting drafting = new Drafting(1 << 20, 1 << 20);

  private static final class Ignored implements Pending.Answer {
    @Override
    public void kept(RecordId id) {}

    @Override
    public void notKept(JournalException reason) {}
  }

  private void offer(int number) throws Exception {
    assertThat(
            intake.offer(drafting.pending(Drafts.of("s", Importance.EVENT, number), new Ignored())))
        .isEqualTo(Intake.Offer.TAKEN);
  }

  private Thread waiting() throws Exception {
    Thread thread =
        new Thread(
            () -> {
              try {
                gathering.await();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(thread.isAlive()).as("it waits").isTrue();
      LockSupport.parkNanos(1_000_000);
    }
    return thread;
  }

  @Test
  void asManyAreWaitedForAsWereAnswered() throws Exception {
    gathering.committed(3, EIGHT_HOURS);
    offer(1);
    Thread thread = waiting();
    offer(2);
    assertThat(thread.isAlive()).isTrue();
    offer(3);
    thread.join();
    assertThat(intake.take(100, 1 << 20)).hasSize(3);
  }

  @Test
  void whoCameWithOthersDoesNotGoAlone() {
    assertThat(gathering.hasCompany()).as("before any commit").isFalse();
    gathering.committed(2, 1);
    assertThat(gathering.hasCompany()).isTrue();
    gathering.committed(1, 1);
    assertThat(gathering.hasCompany()).isFalse();
  }

  @Test
  void nobodyIsWaitedForAfterALoneDraft() throws Exception {
    gathering.committed(1, EIGHT_HOURS);
    gathering.await();
    assertThat(gathering.isSlow()).isTrue();
  }

  @Test
  void nobodyIsWaitedForOnQuickStorage() throws Exception {
    gathering.committed(50, TimeUnit.MILLISECONDS.toNanos(2) - 1);
    gathering.await();
    assertThat(gathering.isSlow()).isFalse();
  }

  @Test
  void aClosingJournalWaitsForNobody() throws Exception {
    gathering.committed(2, EIGHT_HOURS);
    Thread thread = waiting();
    intake.close();
    thread.join();
    gathering.await();
  }

  @Test
  void aCommitOfHoursMakesNobodyWaitForHours() throws Exception {
    Gathering bounded = new Gathering(intake, Gathering.MOST_NANOS);
    bounded.committed(2, EIGHT_HOURS);
    bounded.await();
    assertThat(intake.isEmpty()).isTrue();
  }

  @Test
  void whoDoesNotComeIsWaitedForNoLongerThanAPartOfTheCommit() throws Exception {
    gathering.committed(2, TimeUnit.MILLISECONDS.toNanos(80));
    gathering.await();
    assertThat(intake.isEmpty()).isTrue();
  }
}
