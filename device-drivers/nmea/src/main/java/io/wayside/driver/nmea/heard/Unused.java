// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

/** Why something that was read well was not told to anybody. */
public enum Unused {
  /** It came before, on the other channel or by another receiver. */
  REPEAT,
  /** The transponder says what the gateway itself had it send. */
  OWN,
  /** Of a message type or content that says nothing of aids, vessels or water. */
  OTHER_MESSAGE,
  /** A message that ends before the shortest form of its type does. */
  CUT_SHORT,
  /** A transmitter in distress; it is no vessel. */
  DISTRESS,
  /** A gauge of which nobody has said how it writes levels below its zero. */
  GAUGE_WITHOUT_SIGN,
  /** The same instrument says it better in another sentence. */
  SAID_BETTER,
  /** A transducer that the site's document does not name. */
  UNNAMED_TRANSDUCER,
  /** A transducer whose unit is not that of what the site's document says it is. */
  WRONG_UNIT,
  /** Words for people. */
  WORDS,
  /** How a station is set up, as a report. */
  SET_UP,
  /** Somebody orders a station to be set up otherwise; a receiver does not obey. */
  SET_UP_ORDER,
  /** Headings, speeds and times, which nobody asked for. */
  NOT_ASKED_FOR
}
