// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import io.wayside.driver.nmea.sentence.plain.Plain.Alarm;
import io.wayside.driver.nmea.sentence.plain.Plain.Answered;
import io.wayside.driver.nmea.sentence.plain.Plain.Answered.Outcome;
import io.wayside.driver.nmea.sentence.plain.Plain.SetUp;
import io.wayside.driver.nmea.sentence.plain.Plain.Transducer;
import io.wayside.driver.nmea.sentence.plain.Plain.Transducers;
import io.wayside.driver.nmea.sentence.plain.Plain.Words;
import io.wayside.driver.nmea.sentence.plain.Spoilt.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** XDR, TXT, ALR, ABK, and how a station on an aid is set up: ACF, ACG, AID, CBR. */
final class SenderSentences {

  private static final int LARGEST_MMSI = 999_999_999;

  private SenderSentences() {}

  /**
   * Type, value, unit, name, and so on; a transducer without a value is left out, the rest stays.
   */
  static Plain xdr(Fields fields) {
    List<Transducer> told = new ArrayList<>();
    for (int i = 1; i + 1 <= fields.count(); i += 4) {
      String type = fields.raw(i);
      OptionalDouble value = fields.number(i + 1, "transducer " + fields.raw(i + 3));
      if (value.isEmpty()) {
        continue;
      }
      if (type.length() != 1) {
        fields.spoil("transducer " + fields.raw(i + 3), i, Reason.UNKNOWN_LETTER);
        continue;
      }
      String unit = fields.raw(i + 2);
      told.add(
          new Transducer(
              type.charAt(0),
              value.getAsDouble(),
              unit.length() == 1 ? Optional.of(unit.charAt(0)) : Optional.empty(),
              fields.text(i + 3)));
    }
    return new Transducers(told);
  }

  /** Count, number, kind, text. */
  static Plain txt(Fields fields) {
    return new Words(fields.text(4));
  }

  /** Time, id, condition, acknowledged, text. */
  static Plain alr(Fields fields) {
    return new Alarm(
        fields.raw(2),
        fields.letter(3, "alarm", "AV").orElse('V') == 'A',
        fields.letter(4, "acknowledgement", "AV").orElse('V') == 'A',
        fields.text(5));
  }

  /** Mmsi, channel, message, sequence, outcome. */
  static Plain abk(Fields fields) {
    return new Answered(
        fields.whole(1, "mmsi", 0, LARGEST_MMSI),
        fields.whole(3, "message", 0, 63),
        fields.whole(4, "sequence", 0, 99),
        outcome(fields.whole(5, "outcome", 0, 99)));
  }

  private static Outcome outcome(OptionalInt told) {
    return switch (told.orElse(-1)) {
      case 0 -> Outcome.RECEIVED;
      case 1 -> Outcome.NOT_ACKNOWLEDGED;
      case 2 -> Outcome.NOT_SENT;
      case 3 -> Outcome.SENT;
      case 4 -> Outcome.LATE;
      default -> Outcome.OTHER;
    };
  }

  /** ACF, ACG, CBR begin with the mmsi; the last field of all is R or C. */
  static Plain setUp(Fields fields) {
    return setUp(fields, 1);
  }

  /** The station's own id, what to do, the mmsi, and R, V, P or C. */
  static Plain aid(Fields fields) {
    return setUp(fields, 3);
  }

  private static SetUp setUp(Fields fields, int mmsi) {
    OptionalInt whose = fields.whole(mmsi, "mmsi", 0, LARGEST_MMSI);
    return new SetUp(whose, fields.raw(fields.count()).equals("C"));
  }
}
