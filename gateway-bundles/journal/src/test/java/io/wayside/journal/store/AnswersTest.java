// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static RecordId id(int number) {
    return new RecordId("gw-1", "s", number);
  }

  @Test
  void everyOneOfManyWakesWithItsOwnAnswerThoughSomeLeave() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    Random random = new Random(7);
    try {
      for (int round = 0; round < 60; round++) {
        int count = random.nextInt(40);
        CountDownLatch begun = new CountDownLatch(count);
        List<Answers.Wait> waits = new ArrayList<>();
        List<RecordId> ids = new ArrayList<>();
        List<Future<RecordId>> waiting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          Answers.Wait wait = new Answers.Wait();
          waits.add(wait);
          ids.add(id(i + 1));
          waiting.add(
              threads.submit(
                  () -> {
                    begun.countDown();
                    return wait.await();
                  }));
        }
        begun.await();
        List<Integer> leaving = random.ints(count / 4, 0, Math.max(1, count)).boxed().toList();
        leaving.forEach(i -> waiting.get(i).cancel(true)); // before, while or after they are woken
        Answers.Wait.allKept(waits, ids);
        for (int i = 0; i < count; i++) {
          if (!waiting.get(i).isCancelled()) {
            assertThat(waiting.get(i).get(60, TimeUnit.SECONDS)).isEqualTo(id(i + 1));
          }
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anAnswerThatCameBeforeTheWaitingIsNotMissed() throws Exception {
    Answers.Wait kept = new Answers.Wait();
    kept.kept(id(4));
    assertThat(kept.await()).isEqualTo(id(4));
    Answers.Wait refused = new Answers.Wait();
    refused.notKept(new JournalException.Full("no room"));
    assertThatThrownBy(refused::await).isInstanceOf(JournalException.Full.class);
  }
}
