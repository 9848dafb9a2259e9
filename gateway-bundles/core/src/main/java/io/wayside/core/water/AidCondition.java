// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

import java.util.Map;
import java.util.OptionalInt;

/**
 * How an aid is, for its authority alone. Its message has no word for "not known" of place and
 * health: while they are not known it is not sent.
 *
 * @param mmsi number of the aid, nine digits
 * @param authority MMSI of the station ashore that it is for
 * @param offPosition whether it left its place
 * @param alarm whether it misleads mariners
 * @param quantities what was measured; what is not there is not told
 * @param inputs up to eight digital inputs, lowest bit is input 0
 */
public record AidCondition(
    int mmsi,
    int authority,
    boolean offPosition,
    LightStatus light,
    RaconStatus racon,
    boolean alarm,
    Map<AidQuantity, Double> quantities,
    OptionalInt inputs) {

  public AidCondition {
    if (mmsi < 0 || mmsi > 999_999_999 || authority < 0 || authority > 999_999_999) {
      throw new IllegalArgumentException(
          "an MMSI has nine digits, not " + mmsi + " or " + authority);
    }
    quantities = Map.copyOf(quantities);
  }
}
