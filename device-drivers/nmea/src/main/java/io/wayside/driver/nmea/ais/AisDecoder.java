// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.core.device.Sentence;
import io.wayside.driver.nmea.ais.application.Applications;
import io.wayside.driver.nmea.ais.bits.Armour;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.NotArmour;
import io.wayside.driver.nmea.sentence.Counts;
import java.util.Optional;

/** Sentences of one receiver to messages. Sentences of other kinds are passed over. */
public final class AisDecoder {

  private final Counts<Refusal> refusals = new Counts<>(Refusal.class);
  private final Applications applications;
  private final Parts parts;

  public AisDecoder(Settings settings) {
    this.applications = settings.applications();
    this.parts = new Parts(settings.partsWithin().toNanos(), settings.mostBegun(), refusals);
  }

  public AisDecoder() {
    this(Settings.USUAL);
  }

  /** Which sentences gave no message, and why. */
  public Counts<Refusal> refusals() {
    return refusals;
  }

  /** How many messages wait for parts. */
  public int pending() {
    return parts.pending();
  }

  /** The message that this sentence carries or completes. */
  public Optional<Reception> hear(Sentence sentence) {
    String text = sentence.text();
    if (!Part.is(text)) {
      return Optional.empty();
    }
    Optional<Part> part = Part.of(text);
    if (part.isEmpty()) {
      refusals.add(Refusal.MALFORMED);
      return Optional.empty();
    }
    return hear(sentence, part.get());
  }

  private Optional<Reception> hear(Sentence sentence, Part part) {
    String source = TagBlock.source(sentence.tagBlock());
    try {
      if (part.count() == 1) {
        return message(
            sentence, source, part, Armour.bits(part.text(), part.from(), part.to(), part.fill()));
      }
      Optional<String> letters = parts.add(source, part, sentence.monotonicNanos());
      if (letters.isEmpty()) {
        return Optional.empty();
      }
      String all = letters.get();
      return message(sentence, source, part, Armour.bits(all, 0, all.length(), part.fill()));
    } catch (NotArmour wrong) {
      refusals.add(Refusal.NOT_ARMOUR);
      return Optional.empty();
    }
  }

  private Optional<Reception> message(Sentence sentence, String source, Part part, Bits bits) {
    if (bits.length() < Header.LENGTH) {
      refusals.add(Refusal.TOO_SHORT);
      return Optional.empty();
    }
    return Optional.of(
        new Reception(
            sentence.monotonicNanos(),
            source,
            part.own(),
            part.channel(),
            MessageReader.read(bits, applications),
            bits));
  }
}
