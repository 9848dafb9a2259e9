// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which gateways are connected. The broker keeps each state, so a restarted centre hears all again.
 */
public final class Gateways {

  /** More than one centre serves; states of further gateways are passed over. */
  static final int MOST = 100_000;

  private final Map<String, GatewayState> states = new TreeMap<>();

  public synchronized void heard(GatewayState state) {
    if (states.size() < MOST || states.containsKey(state.gateway())) {
      states.put(state.gateway(), state);
    }
  }

  public synchronized List<GatewayState> all() {
    return List.copyOf(states.values());
  }
}
