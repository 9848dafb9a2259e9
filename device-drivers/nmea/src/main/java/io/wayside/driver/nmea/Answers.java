// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.driver.nmea.sentence.plain.Plain.Answered;
import io.wayside.driver.nmea.session.Outgoing.Question;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Between who waits for a transponder's answer and the thread that hears it. One waits at a time.
 */
final class Answers {

  private final BlockingQueue<Answered> given = new ArrayBlockingQueue<>(1);
  private volatile @Nullable Question awaited;

  /** From now on the answer to this is kept. */
  void await(Question question) {
    given.clear();
    awaited = question;
  }

  /** By the thread that reads. */
  void answered(Answered answer) {
    Question question = awaited;
    if (question != null && question.isAnsweredBy(answer)) {
      given.offer(answer);
    }
  }

  /** The answer, or nothing when none came in time. */
  Optional<Answered> take(Duration patience) throws InterruptedException {
    try {
      return Optional.ofNullable(given.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    } finally {
      awaited = null;
    }
  }
}
