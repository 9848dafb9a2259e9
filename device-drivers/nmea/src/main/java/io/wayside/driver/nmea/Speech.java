// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.SentenceSink.Answer;
import io.wayside.core.water.AidAnnouncement;
import io.wayside.core.water.AidCondition;
import io.wayside.driver.nmea.spoken.AidSentences;
import io.wayside.driver.nmea.spoken.Manner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Tells a transponder of aids, message by message. */
final class Speech {

  private final String place;
  private final Mouth mouth;
  private final AidSentences sentences;
  private final AtomicInteger announced = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();

  Speech(String place, Manner manner, Mouth mouth) {
    this.place = place;
    this.sentences = new AidSentences(manner);
    this.mouth = mouth;
  }

  Answer announce(AidAnnouncement aid, Duration patience) throws DeviceException {
    return say(count -> sentences.of(aid, count), announced, patience);
  }

  Answer tell(AidCondition condition, Duration patience) throws DeviceException {
    return say(count -> sentences.of(condition, count), told, patience);
  }

  private Answer say(IntFunction<List<String>> words, AtomicInteger count, Duration patience)
      throws DeviceException {
    List<String> said;
    try {
      said = words.apply(count.getAndIncrement());
    } catch (IllegalArgumentException unsayable) {
      throw new Refused(place + ": " + unsayable.getMessage());
    }
    return mouth.send(said, patience);
  }
}
