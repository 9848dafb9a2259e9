// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.Fix;
import io.wayside.core.water.Presence;
import io.wayside.core.water.WaterReading;
import io.wayside.driver.nmea.sentence.Counts;
import io.wayside.driver.nmea.sentence.plain.Plain;
import io.wayside.driver.nmea.sentence.plain.Plain.FixKind;
import io.wayside.driver.nmea.sentence.plain.Plain.Transducer;
import io.wayside.driver.nmea.sentence.plain.Understood.Said;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What plain sentences say in the words of core. A gateway's own receiver, sounder or weather
 * station is {@code nmea:} and its talker's two letters.
 */
final class SentenceWords {

  private static final long SPREAD_HOLDS_NANOS = 10_000_000_000L;
  private static final int MOST_TALKERS = 64;

  private record Spread(double sigmaM, long nanos) {}

  private final Preference positions = new Preference("GGA", "GNS", "RMC", "GLL");
  private final Preference depths = new Preference("DPT", "DBS", "DBK", "DBT");
  private final Map<String, Spread> spreads = new HashMap<>();
  private final TransducerNames transducers;
  private final Counts<Unused> unused;
  private final Ears ears;

  SentenceWords(TransducerNames transducers, Counts<Unused> unused, Ears ears) {
    this.transducers = transducers;
    this.unused = unused;
    this.ears = ears;
  }

  void tell(Said said, long nanos) {
    Plain plain = said.plain();
    if (plain instanceof Plain.Position position) {
      position(said, position, nanos);
    } else if (plain instanceof Plain.Spread spread) {
      spread(said.talker(), spread, nanos);
    } else if (plain instanceof Plain.Figures figures) {
      figures(said, figures, nanos);
    } else if (plain instanceof Plain.Transducers told) {
      transducers(said.talker(), told, nanos);
    } else if (plain instanceof Plain.Words) {
      unused.add(Unused.WORDS);
    } else if (plain instanceof Plain.SetUp setUp) {
      unused.add(setUp.commands() ? Unused.SET_UP_ORDER : Unused.SET_UP);
    } else {
      unused.add(Unused.NOT_ASKED_FOR);
    }
  }

  /** One report for each round of the receiver, and one without a fix when it has none. */
  private void position(Said said, Plain.Position position, long nanos) {
    if (!positions.takes(said.talker(), said.formatter(), nanos)) {
      unused.add(Unused.SAID_BETTER);
      return;
    }
    Optional<Fix> fix =
        position.kind() == FixKind.MEASURED
            ? position
                .place()
                .map(
                    place ->
                        new Fix(
                            place.latitudeDeg(),
                            place.longitudeDeg(),
                            sigma(said.talker(), nanos),
                            position.hdop()))
            : Optional.empty();
    ears.aid(ofTalker(said.talker()).fix(fix).tells(AidSign.POSITIONED, fix.isPresent()).at(nanos));
  }

  private void spread(String talker, Plain.Spread spread, long nanos) {
    if (spreads.size() >= MOST_TALKERS || spread.sigmaM().isEmpty()) {
      spreads.remove(talker);
    }
    if (spread.sigmaM().isPresent() && spreads.size() < MOST_TALKERS) {
      spreads.put(talker, new Spread(spread.sigmaM().getAsDouble(), nanos));
    }
  }

  private OptionalDouble sigma(String talker, long nanos) {
    Spread last = spreads.get(talker);
    return last != null && nanos - last.nanos() <= SPREAD_HOLDS_NANOS
        ? OptionalDouble.of(last.sigmaM())
        : OptionalDouble.empty();
  }

  private void figures(Said said, Plain.Figures figures, long nanos) {
    boolean depth = said.formatter().startsWith("D") && !figures.told().isEmpty();
    if (depth && !depths.takes(said.talker(), said.formatter(), nanos)) {
      unused.add(Unused.SAID_BETTER);
      return;
    }
    String station = Names.talker(said.talker());
    figures
        .told()
        .forEach(
            (quantity, value) -> ears.water(new WaterReading(nanos, station, quantity, value)));
  }

  /** What stands for the aid goes into one report, what stands for the water into readings. */
  private void transducers(String talker, Plain.Transducers all, long nanos) {
    AidDraft draft = ofTalker(talker);
    boolean ofAid = false;
    for (Transducer told : all.told()) {
      Optional<TransducerNames.Meaning> meaning = transducers.of(told.name());
      if (meaning.isEmpty()) {
        unused.add(Unused.UNNAMED_TRANSDUCER);
      } else if (meaning.get() instanceof TransducerNames.Sign sign) {
        draft.tells(sign.sign(), told.value() != 0);
        ofAid = true;
      } else if (meaning.get() instanceof TransducerNames.OfAid of) {
        OptionalDouble value = fitting(of.quantity().unit(), told);
        draft.measured(of.quantity(), value);
        ofAid |= value.isPresent();
      } else if (meaning.get() instanceof TransducerNames.OfWater of) {
        fitting(of.quantity().unit(), told)
            .ifPresent(
                value ->
                    ears.water(
                        new WaterReading(nanos, Names.talker(talker), of.quantity(), value)));
      }
    }
    if (ofAid) {
      ears.aid(draft.at(nanos));
    }
  }

  private OptionalDouble fitting(String unit, Transducer told) {
    OptionalDouble value = TransducerUnits.in(unit, told);
    if (value.isEmpty()) {
      unused.add(Unused.WRONG_UNIT);
    }
    return value;
  }

  /** Instruments at the gateway's own wires are there. */
  private static AidDraft ofTalker(String talker) {
    return new AidDraft(Names.talker(talker)).presence(Presence.REAL);
  }

  /** A transponder's own alarms of its radio. */
  static AidReport radio(String talker, boolean faulty, long nanos) {
    return ofTalker(talker).tells(AidSign.RADIO_FAULT, faulty).at(nanos);
  }
}
