// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import java.util.List;

/** What became of the text of a sentence. */
public sealed interface Understood {

  /**
   * It was read.
   *
   * @param talker two letters that say which kind of instrument speaks
   * @param formatter three letters that say which sentence it is
   */
  record Said(String talker, String formatter, Plain plain, List<Spoilt> spoilt)
      implements Understood {
    public Said {
      spoilt = List.copyOf(spoilt);
    }
  }

  /** It was passed over. */
  record PassedOver(Why why) implements Understood {}

  /** Why a sentence was passed over. */
  enum Why {
    /** A maker's own. */
    PROPRIETARY,
    /** Somebody asks for a sentence. */
    QUERY,
    /** A sentence that nobody here reads. */
    UNKNOWN,
    /** Carries packed bits, such as AIS. */
    ENCAPSULATED,
    NO_ADDRESS
  }
}
