// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import java.util.Set;

/**
 * What must have come of a vehicle.
 *
 * @param vehicle its id
 * @param allowed outcomes, one of which it must be
 * @param payers EPCs, one of which a charge must be made to; no other tag may be charged for it
 * @param flags words that the record must carry
 */
public record Expected(int vehicle, Set<Outcome> allowed, Set<String> payers, Set<String> flags) {

  public Expected {
    allowed = Set.copyOf(allowed);
    payers = Set.copyOf(payers);
    flags = Set.copyOf(flags);
  }

  /** Whether a charge is the only right outcome. */
  public boolean mustPay() {
    return allowed.equals(Set.of(Outcome.CHARGED));
  }
}
