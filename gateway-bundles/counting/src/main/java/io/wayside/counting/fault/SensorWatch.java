// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.fault;

import io.wayside.counting.fault.Fault.Kind;
import io.wayside.counting.loop.Edge;
import io.wayside.counting.loop.LoopEvent;
import io.wayside.counting.loop.LoopEvent.Alone;
import io.wayside.counting.loop.LoopEvent.Paired;
import io.wayside.counting.loop.LoopEvent.Passed;
import io.wayside.counting.loop.Port;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tells faults of a lane's sensors from what they say. A fault begins where the sensor ceased to be
 * right, not where it was found out, and ends when the sensor has shown that it is right again.
 */
public final class SensorWatch {

  private final FaultRules rules;
  private final boolean pair;
  private final Map<Port, ChannelWatch> channels = new EnumMap<>(Port.class);
  private final Map<Port, Long> lastNanos = new EnumMap<>(Port.class);
  private final Map<Port, Integer> partnerCount = new EnumMap<>(Port.class);
  private final PairWatch pairs;
  private final Standing standing = new Standing();

  /**
   * A watch over a lane.
   *
   * @param pair the lane has two loops
   */
  public SensorWatch(FaultRules rules, boolean pair, long startNanos) {
    this.rules = rules;
    this.pair = pair;
    this.pairs = new PairWatch(rules);
    for (Port port : Port.values()) {
      channels.put(port, new ChannelWatch(port, rules));
      lastNanos.put(port, startNanos);
      partnerCount.put(port, 0);
    }
  }

  public List<FaultNews> edge(Edge edge) {
    List<FaultNews> news = new ArrayList<>();
    Port port = edge.port();
    channel(port).edge(edge.nanos(), edge.on(), standing, news);
    lastNanos.put(port, edge.nanos());
    partnerCount.put(port, 0);
    standing.end(Kind.SILENT, port, edge.nanos(), news);
    if (edge.on()) {
      partnerCount.merge(port.partner(), 1, Integer::sum);
    }
    channel(port).tick(edge.nanos(), standing, news);
    return news;
  }

  public List<FaultNews> event(LoopEvent event) {
    List<FaultNews> news = new ArrayList<>();
    if (pair) {
      if (event instanceof Alone alone && !known(alone.port().partner())) {
        pairs.alone(alone, standing, news);
      } else if (event instanceof Paired paired) {
        pairs.paired(paired, standing, news);
      } else if (event instanceof Passed passed) {
        pairs.passed(passed, standing, news);
      }
    }
    return news;
  }

  public List<FaultNews> tick(long nanos) {
    List<FaultNews> news = new ArrayList<>();
    channels.values().forEach(channel -> channel.tick(nanos, standing, news));
    if (pair) {
      silent(Port.LEAD, nanos, news);
      silent(Port.TRAIL, nanos, news);
    }
    return news;
  }

  /** Nothing was heard for a while; what stood may have changed unheard. */
  public List<FaultNews> resumed(long nanos) {
    List<FaultNews> news = new ArrayList<>();
    for (Port port : Port.values()) {
      channel(port).forget();
      standing.end(Kind.STUCK_ON, port, nanos, news);
      lastNanos.put(port, nanos);
      partnerCount.put(port, 0);
    }
    return news;
  }

  /** The faults that stand, in the order in which they were recognised. */
  public List<Fault> faults() {
    return standing.all();
  }

  /** Whether what this sensor says now is to be passed over. */
  public boolean chatters(Port port) {
    return standing.has(Kind.CHATTERING, port);
  }

  private ChannelWatch channel(Port port) {
    return channels.computeIfAbsent(port, p -> new ChannelWatch(p, rules));
  }

  /** A loop whose silence has a name already does not get a second one. */
  private boolean known(Port port) {
    return standing.has(Kind.STUCK_ON, port)
        || standing.has(Kind.SILENT, port)
        || standing.has(Kind.CHATTERING, port);
  }

  private void silent(Port port, long nanos, List<FaultNews> news) {
    long since = lastNanos.getOrDefault(port, nanos);
    if (nanos - since > rules.silentNanos()
        && partnerCount.getOrDefault(port, 0) >= rules.silentVehicles()
        && !standing.has(Kind.STUCK_ON, port)
        && !standing.has(Kind.MISSING_PARTNER, port)) {
      String detail = "nothing for " + (nanos - since) / 1_000_000_000L + " s, its partner counts";
      standing.begin(new Fault(Kind.SILENT, port, since, detail), news);
    }
  }
}
