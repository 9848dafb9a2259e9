// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.instrument;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Optional;

/**
 * What every instrument's document begins with, whatever its kind.
 *
 * @param id the instrument, such as {@code ql10-km12-lane-1}
 * @param kind which sensors, hence how it is read
 * @param calibration in force; empty for an instrument never calibrated
 * @param verified the range outside which nothing may be offered for enforcement
 */
public record InstrumentHead(
    String id, Kind kind, Optional<Calibration> calibration, Verified verified) {

  /** The kinds of instrument. */
  public enum Kind {
    STRIPS,
    PLATFORM,
    BRIDGE
  }

  public static InstrumentHead from(Node document) throws GarbledData {
    Optional<Node> calibration = document.optional("calibration");
    Optional<Node> verified = document.optional("verified");
    return new InstrumentHead(
        document.member("instrument").text(),
        document.member("kind").word(Kind.class),
        calibration.isPresent()
            ? Optional.of(Calibration.from(calibration.get()))
            : Optional.empty(),
        verified.isPresent() ? Verified.from(verified.get()) : Verified.NOTHING);
  }
}
