// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.loops;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes edges of closings as real contacts do: vehicles over one loop at once are one closing,
 * edges jitter, contacts bounce, channels are late.
 *
 * @param jitterS width of the even distribution an edge's time has round its cause
 * @param bounces how often at most a contact bounces after an edge
 * @param bounceS how long it bounces at most
 * @param onDelayS how late the channel closes
 * @param offDelayS how late it opens
 */
public record ContactNoise(
    double jitterS, int bounces, double bounceS, double onDelayS, double offDelayS) {

  public static final ContactNoise NONE = new ContactNoise(0, 0, 0, 0, 0);

  public static ContactNoise jitter(double seconds) {
    return new ContactNoise(seconds, 0, 0, 0, 0);
  }

  /** The edges in the order of time. */
  public List<ContactEdge> edges(List<LoopRoad.Closing> closings, Random random) {
    List<ContactEdge> edges = new ArrayList<>();
    Map<String, List<LoopRoad.Closing>> channels = new HashMap<>();
    for (LoopRoad.Closing closing : closings) {
      channels.computeIfAbsent(closing.channel(), name -> new ArrayList<>()).add(closing);
    }
    channels.values().forEach(one -> merged(one).forEach(c -> edges(c, random, edges)));
    edges.sort(Comparator.comparingLong(ContactEdge::nanos));
    return edges;
  }

  private void edges(LoopRoad.Closing closing, Random random, List<ContactEdge> edges) {
    edge(closing.channel(), closing.fromS() + onDelayS, true, random, edges);
    edge(closing.channel(), closing.toS() + offDelayS, false, random, edges);
  }

  private void edge(
      String channel, double seconds, boolean on, Random random, List<ContactEdge> edges) {
    double s = seconds + (random.nextDouble() - 0.5) * jitterS;
    edges.add(new ContactEdge(channel, nanos(s), on));
    int times = bounces == 0 ? 0 : random.nextInt(bounces + 1);
    for (int i = 0; i < times; i++) {
      double step = bounceS / (2 * bounces);
      edges.add(new ContactEdge(channel, nanos(s + step * (2 * i + 1)), !on));
      edges.add(new ContactEdge(channel, nanos(s + step * (2 * i + 1.5)), on));
    }
  }

  private static long nanos(double s) {
    return Math.round(s * 1e9);
  }

  private static List<LoopRoad.Closing> merged(List<LoopRoad.Closing> closings) {
    List<LoopRoad.Closing> sorted = new ArrayList<>(closings);
    sorted.sort(Comparator.comparingDouble(LoopRoad.Closing::fromS));
    List<LoopRoad.Closing> merged = new ArrayList<>();
    for (LoopRoad.Closing next : sorted) {
      LoopRoad.Closing last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && next.fromS() <= last.toS()) {
        double to = Math.max(last.toS(), next.toS());
        merged.set(merged.size() - 1, new LoopRoad.Closing(last.channel(), last.fromS(), to));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }
}
