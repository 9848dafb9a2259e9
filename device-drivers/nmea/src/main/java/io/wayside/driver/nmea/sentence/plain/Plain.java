// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import io.wayside.core.water.WaterQuantity;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What one plain sentence says, in SI units and degrees. What is empty was not told. */
public sealed interface Plain {

  /**
   * GGA, GNS, GLL, RMC.
   *
   * @param place empty where the sentence says itself that it does not hold, whatever digits it has
   */
  record Position(
      FixKind kind,
      Optional<Place> place,
      OptionalDouble hdop,
      OptionalInt satellites,
      Motion motion)
      implements Plain {}

  /** How a place was come by. */
  enum FixKind {
    NONE,
    /** From satellites. */
    MEASURED,
    /** Dead reckoning. */
    ESTIMATED,
    /** Typed in. */
    MANUAL,
    SIMULATED
  }

  /** VTG, and part of RMC: over ground, from true north. */
  record Motion(OptionalDouble speedMps, OptionalDouble courseDeg) implements Plain {
    static final Motion UNTOLD = new Motion(OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** ZDA: in UTC. */
  record Clock(Optional<LocalDate> date, Optional<LocalTime> time) implements Plain {}

  /**
   * GST.
   *
   * @param sigmaM one standard deviation of the horizontal distance from the truth, both axes
   */
  record Spread(OptionalDouble sigmaM) implements Plain {}

  /** HDG, HDT, HDM, and part of VHW. */
  record Heading(OptionalDouble trueDeg, OptionalDouble magneticDeg) implements Plain {}

  /** VHW: speed through the water; of what is moored, the water's own. */
  record ThroughWater(Heading heading, OptionalDouble speedMps) implements Plain {}

  /** MWV, MWD, MDA, MHU, MMB, MTA, MTW, VDR, DPT, DBT, DBS, DBK. */
  record Figures(Map<WaterQuantity, Double> told) implements Plain {
    public Figures {
      told = Map.copyOf(told);
    }
  }

  /** XDR. */
  record Transducers(List<Transducer> told) implements Plain {
    public Transducers {
      told = List.copyOf(told);
    }
  }

  /**
   * One transducer of an XDR.
   *
   * @param type one letter, such as C for temperature
   * @param unit one letter; some senders leave it out
   * @param name the sender's own; may be empty
   */
  record Transducer(char type, double value, Optional<Character> unit, String name) {}

  /** TXT. */
  record Words(String text) implements Plain {}

  /**
   * ALR.
   *
   * @param id of the sender's own list
   */
  record Alarm(String id, boolean raised, boolean acknowledged, String text) implements Plain {}

  /**
   * ACF, ACG, AID, CBR: how a station on an aid is set up.
   *
   * @param mmsi of the aid it is about
   * @param commands only such a sentence would change anything; any other is a report
   */
  record SetUp(OptionalInt mmsi, boolean commands) implements Plain {}

  /**
   * ABK: what became of a message that a transponder was given.
   *
   * @param mmsi whom it was for
   * @param message its type
   * @param sequence its number in the sentence that gave it
   */
  record Answered(OptionalInt mmsi, OptionalInt message, OptionalInt sequence, Outcome outcome)
      implements Plain {

    /** What a transponder can say. */
    public enum Outcome {
      RECEIVED,
      /** Sent as often as is allowed, and nobody acknowledged. */
      NOT_ACKNOWLEDGED,
      NOT_SENT,
      SENT,
      /** Acknowledged after it had been given up. */
      LATE,
      /** A number later than this list. */
      OTHER
    }
  }
}
