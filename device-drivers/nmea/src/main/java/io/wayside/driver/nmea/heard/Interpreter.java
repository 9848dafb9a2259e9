// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.core.device.Sentence;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.VesselReport;
import io.wayside.core.water.WaterReading;
import io.wayside.driver.nmea.ais.AisMessage;
import io.wayside.driver.nmea.ais.OtherMessage;
import io.wayside.driver.nmea.ais.Reception;
import io.wayside.driver.nmea.ais.Refusal;
import io.wayside.driver.nmea.ais.Repeats;
import io.wayside.driver.nmea.sentence.Counts;
import io.wayside.driver.nmea.sentence.plain.Plain;
import io.wayside.driver.nmea.sentence.plain.PlainSentences;
import io.wayside.driver.nmea.sentence.plain.Spoilt;
import io.wayside.driver.nmea.sentence.plain.Understood;
import io.wayside.driver.nmea.sentence.plain.Understood.PassedOver;
import io.wayside.driver.nmea.sentence.plain.Understood.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sentences of one receiver in, reports of aids, vessels and water out; the rest is counted. */
public final class Interpreter {

  /** A minute of a crowded estuary. */
  private static final int MOST_REMEMBERED = 8_192;

  private final Counts<Understood.Why> passedOver = new Counts<>(Understood.Why.class);
  private final Counts<Spoilt.Reason> spoilt = new Counts<>(Spoilt.Reason.class);
  private final Counts<Unused> unused = new Counts<>(Unused.class);
  private final Map<Integer, Long> notDecoded = new TreeMap<>();
  private final Decoders decoders;
  private final Repeats repeats = new Repeats(Repeats.USUAL, MOST_REMEMBERED);
  private final Alarms alarms = new Alarms();
  private final SentenceWords words;
  private final WaterWords water;
  private final boolean announces;
  private final Ears ears;

  /** For one receiver. */
  public Interpreter(Listening listening, Ears ears) {
    this.words = new SentenceWords(listening.transducers(), unused, ears);
    this.water = new WaterWords(listening.gauges(), unused);
    this.decoders = new Decoders(listening.settings());
    this.announces = listening.announces();
    this.ears = ears;
  }

  /**
   * Hears a sentence; gives what a transponder answers, which is for whoever asked it.
   *
   * @param sender who sent it, where several may on one line; else empty text
   */
  public Optional<Plain.Answered> hear(Sentence sentence, String sender) {
    if (sentence.text().startsWith("!")) {
      decoders.of(sender).hear(sentence).ifPresent(this::message);
      return Optional.empty();
    }
    Understood understood = PlainSentences.read(sentence.text());
    if (understood instanceof PassedOver passed) {
      passedOver.add(passed.why());
      return Optional.empty();
    }
    Said said = (Said) understood;
    said.spoilt().forEach(each -> spoilt.add(each.reason()));
    long nanos = sentence.monotonicNanos();
    if (said.plain() instanceof Plain.Answered answered) {
      return Optional.of(answered);
    }
    if (said.plain() instanceof Plain.Alarm alarm) {
      if (alarms.note(said.talker(), alarm)) {
        ears.aid(SentenceWords.radio(said.talker(), alarms.radioIsFaulty(said.talker()), nanos));
      }
      return Optional.empty();
    }
    words.tell(said, nanos);
    return Optional.empty();
  }

  private void message(Reception reception) {
    AisMessage message = reception.message();
    if (reception.own() && announces) {
      unused.add(Unused.OWN);
      return;
    }
    if (repeats.isRepeat(reception)) {
      unused.add(Unused.REPEAT);
      return;
    }
    if (message instanceof OtherMessage other) {
      passOver(other);
      return;
    }
    long nanos = reception.monotonicNanos();
    long unusedBefore = unused.total();
    Optional<AidReport> aid = AidWords.of(message, nanos);
    Optional<VesselReport> vessel = VesselWords.of(message, nanos);
    List<WaterReading> readings = water.of(message, nanos);
    aid.ifPresent(ears::aid);
    vessel.ifPresent(ears::vessel);
    readings.forEach(ears::water);
    if (aid.isEmpty() && vessel.isEmpty() && readings.isEmpty() && unused.total() == unusedBefore) {
      unused.add(VesselWords.isDistress(message) ? Unused.DISTRESS : Unused.OTHER_MESSAGE);
    }
  }

  private void passOver(OtherMessage other) {
    if (other.why() == OtherMessage.Why.TOO_SHORT) {
      unused.add(Unused.CUT_SHORT);
    } else {
      notDecoded.merge(other.header().type(), 1L, Long::sum);
    }
  }

  /** Messages in good order of types that nobody here reads, by type: no fault of anybody. */
  public Map<Integer, Long> notDecoded() {
    return Map.copyOf(notDecoded);
  }

  /** What a talker complains of itself. */
  public Optional<String> alarm() {
    return alarms.inWords();
  }

  public Counts<Understood.Why> passedOver() {
    return passedOver;
  }

  public Counts<Spoilt.Reason> spoilt() {
    return spoilt;
  }

  public Counts<Unused> unused() {
    return unused;
  }

  public Map<Refusal, Long> refusals() {
    return decoders.refusals();
  }
}
