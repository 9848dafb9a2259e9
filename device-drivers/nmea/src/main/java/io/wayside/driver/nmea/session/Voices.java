// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.session;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Sentence;
import io.wayside.driver.nmea.heard.Ears;
import io.wayside.driver.nmea.sentence.plain.Plain;

/** Passes on what a receiver hears. */
public interface Voices extends Ears {

  void sentence(Sentence sentence);

  /** A transponder says what became of what it was told to send. */
  void answered(Plain.Answered answered);

  void interrupted(Interruption interruption);
}
