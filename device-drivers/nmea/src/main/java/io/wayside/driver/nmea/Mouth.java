// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.device.SentenceSink.Answer;
import io.wayside.core.link.Link;
import io.wayside.core.supervision.LinkSpeaker;
import io.wayside.driver.nmea.sentence.plain.Plain.Answered;
import io.wayside.driver.nmea.session.Outgoing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Speaks on the line that the receiver's thread listens on: one at a time. */
final class Mouth implements LinkSpeaker {

  private final String place;
  private final boolean announces;
  private final Answers answers = new Answers();
  private final Lock oneAtATime = new ReentrantLock();
  private volatile @Nullable Link link;

  Mouth(String place, boolean announces) {
    this.place = place;
    this.announces = announces;
  }

  @Override
  public void on(Link opened) {
    link = opened;
  }

  @Override
  public void off() {
    link = null;
  }

  /** By the thread that reads. */
  void answered(Answered answer) {
    answers.answered(answer);
  }

  Answer send(List<String> sentences, Duration patience) throws DeviceException {
    if (!announces) {
      throw new Refused(
          place + ": nothing is sent on this line; set \"announces\" if it should be");
    }
    Outgoing outgoing;
    try {
      outgoing = Outgoing.of(sentences);
    } catch (Outgoing.NotSent e) {
      throw new Refused(place + ": " + e.getMessage());
    }
    oneAtATime.lock();
    try {
      return send(outgoing, patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimedOut(place + ": interrupted while waiting for the answer");
    } finally {
      oneAtATime.unlock();
    }
  }

  private Answer send(Outgoing outgoing, Duration patience)
      throws DeviceException, InterruptedException {
    Link open = link;
    if (open == null) {
      throw new LinkDown(place + ": no link to send on; the driver keeps trying to open it");
    }
    outgoing.question().ifPresent(answers::await);
    open.write(outgoing.bytes());
    Optional<Answered> answer =
        outgoing.question().isPresent() ? answers.take(patience) : Optional.empty();
    return answer.isEmpty() ? Answer.TAKEN : meaning(answer.get());
  }

  private Answer meaning(Answered answer) throws Refused {
    return switch (answer.outcome()) {
      case RECEIVED, LATE -> Answer.RECEIVED;
      case SENT -> Answer.SENT;
      case OTHER -> Answer.TAKEN;
      case NOT_SENT ->
          throw new Refused(
              place + ": the transponder could not send it; check its antenna and its slots");
      case NOT_ACKNOWLEDGED ->
          throw new Refused(
              place + ": sent, and nobody acknowledged it; check the MMSI it is for and its range");
    };
  }
}
