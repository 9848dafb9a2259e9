// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.loops;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Edges of contacts that go wrong for a while: chatter, presence without end, silence. */
public final class FaultyContacts {

  private static final double CHATTER_S = 0.02;

  private final Random random;
  private List<ContactEdge> edges;

  public FaultyContacts(List<ContactEdge> edges, Random random) {
    this.edges = new ArrayList<>(edges);
    this.random = random;
  }

  /** The edges with all faults so far, in the order of time. */
  public List<ContactEdge> edges() {
    return List.copyOf(edges);
  }

  /** It closes and opens some fifty times a second, and what it should say is lost. */
  public void chatter(String channel, double fromS, double toS) {
    take(channel, fromS, toS);
    boolean on = true;
    for (double s = fromS; s < toS; s += CHATTER_S * (0.5 + random.nextDouble() / 2)) {
      add(channel, s, on);
      on = !on;
    }
    add(channel, toS, false);
  }

  /** It closes and does not open. */
  public void stuck(String channel, double fromS, double toS) {
    take(channel, fromS, toS);
    add(channel, fromS, true);
    add(channel, toS, false);
  }

  /** It says nothing. */
  public void silent(String channel, double fromS, double toS) {
    take(channel, fromS, toS);
    add(channel, fromS, false);
  }

  private void take(String channel, double fromS, double toS) {
    edges.removeIf(
        edge ->
            edge.channel().equals(channel)
                && edge.nanos() >= fromS * 1e9
                && edge.nanos() <= toS * 1e9);
  }

  private void add(String channel, double atS, boolean on) {
    edges.add(new ContactEdge(channel, Math.round(atS * 1e9), on));
    edges.sort(Comparator.comparingLong(ContactEdge::nanos));
  }
}
