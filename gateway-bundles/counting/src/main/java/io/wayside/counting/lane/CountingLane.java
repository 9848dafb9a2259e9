// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.lane;

import io.wayside.counting.fault.Fault;
import io.wayside.counting.fault.FaultNews;
import io.wayside.counting.fault.SensorWatch;
import io.wayside.counting.interval.Counted;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.interval.IntervalBook;
import io.wayside.counting.loop.Edge;
import io.wayside.counting.loop.EdgeOrder;
import io.wayside.counting.loop.LoopEvent;
import io.wayside.counting.loop.LoopEvent.Alone;
import io.wayside.counting.loop.LoopEvent.Paired;
import io.wayside.counting.loop.LoopEvent.Passed;
import io.wayside.counting.loop.LoopWatch;
import io.wayside.counting.loop.Passage;
import io.wayside.counting.loop.Port;
import io.wayside.counting.scheme.Classifier.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A lane with loops: contacts in, vehicles, intervals and faults of its sensors out. Time comes
 * with what it hears. Used by one thread at a time.
 */
public final class CountingLane {

  /** Wall time that moves more than this against the monotonic clock stepped. */
  private static final Duration STEP = Duration.ofSeconds(1);

  private static final Duration DRIFT = Duration.ofMillis(20);

  private final LaneSetup setup;
  private final EdgeOrder order;
  private final LoopWatch loops;
  private final SensorWatch sensors;
  private final IntervalBook book;
  private final BlindLane blindness;
  private final Map<Port, String> unheard = new EnumMap<>(Port.class);
  private long nowNanos;

  /** A lane of which nothing is heard yet. */
  public CountingLane(LaneSetup setup, long nanos, Instant wall) {
    this.setup = setup;
    this.nowNanos = nanos;
    this.order = new EdgeOrder(setup.windowNanos());
    this.loops = setup.watch();
    this.sensors = new SensorWatch(setup.faults(), setup.layout().isPresent(), nanos);
    this.book = new IntervalBook(setup.spans(), setup.zone(), nanos, wall);
    this.blindness = new BlindLane(book, setup.layout().isPresent());
    setup.ports().forEach(port -> unheard.put(port, "not-heard-yet"));
    setup.ports().forEach(port -> lose(port, nanos));
  }

  /**
   * A contact changed. The first that is heard after an outage tells how it stands: presence then
   * began while nothing was heard.
   */
  public List<LaneNews> contact(Port port, long nanos, boolean on) {
    boolean state = unheard.containsKey(port) && port.isLoop();
    List<LaneNews> news = new ArrayList<>(heard(port, nanos));
    Edge edge = new Edge(port, nanos, on);
    if (state) {
      sensors.edge(edge).forEach(fault -> tell(fault, news));
    } else {
      order.add(edge);
    }
    release(Math.max(nowNanos, nanos), news);
    return news;
  }

  /** A contact is heard, whether it changes or not. */
  public List<LaneNews> heard(Port port, long nanos) {
    List<LaneNews> news = new ArrayList<>();
    if (unheard.remove(port) != null) {
      release(nanos, news);
      if (!port.isLoop()) {
        book.measured(outage(port), nanos);
        return news;
      }
      book.seeing(outage(port), nanos);
      if (!deaf()) {
        loops.resumed(nanos);
        sensors.resumed(nanos).forEach(fault -> tell(fault, news));
      }
    }
    return news;
  }

  /**
   * A contact is not heard.
   *
   * @param sinceNanos up to when nothing was missed
   */
  public List<LaneNews> interrupted(Port port, long sinceNanos, String cause) {
    List<LaneNews> news = new ArrayList<>();
    if (unheard.putIfAbsent(port, cause) == null) {
      order.release(sinceNanos + setup.windowNanos()).forEach(edge -> edge(edge, news));
      if (port.isLoop()) {
        loops.interrupted(sinceNanos).forEach(event -> event(event, news));
      }
      tellAnew(lose(port, sinceNanos), news);
    }
    return news;
  }

  /** Time passed. */
  public List<LaneNews> tick(long nanos, Instant wall) {
    List<LaneNews> news = new ArrayList<>();
    release(nanos, news);
    Duration off = Duration.between(book.wallAt(nanos), wall).abs();
    if (off.compareTo(STEP) >= 0) {
      tellAnew(book.step(nanos, wall), news);
    } else if (off.compareTo(DRIFT) >= 0) {
      book.drifted(nanos, wall);
    }
    return news;
  }

  /** The end: what is under way is told as far as it came. */
  public List<LaneNews> stop(long nanos) {
    List<LaneNews> news = new ArrayList<>();
    order.release(nanos + setup.windowNanos()).forEach(edge -> edge(edge, news));
    loops.interrupted(nanos).forEach(event -> event(event, news));
    tellAnew(book.stop(nanos), news);
    return news;
  }

  public List<Fault> faults() {
    return sensors.faults();
  }

  /** Contacts that are not heard now, each with the cause. */
  public Map<Port, String> unheard() {
    return Map.copyOf(unheard);
  }

  private void release(long nanos, List<LaneNews> news) {
    nowNanos = Math.max(nowNanos, nanos);
    order.release(nowNanos).forEach(edge -> edge(edge, news));
    long released = order.releasedNanos();
    loops.advance(released).forEach(event -> event(event, news));
    sensors.tick(released).forEach(fault -> tell(fault, news));
    long settled = deaf() ? released : loops.settledNanos();
    tellAnew(book.advance(Math.min(settled, released)), news);
  }

  private void edge(Edge edge, List<LaneNews> news) {
    boolean chattered = sensors.chatters(edge.port());
    sensors.edge(edge).forEach(fault -> tell(fault, news));
    if (deaf()) {
      return;
    }
    boolean chatters = sensors.chatters(edge.port());
    if (!chatters) {
      loops.edge(edge).forEach(event -> event(event, news));
    } else if (!chattered) {
      Edge off = new Edge(edge.port(), edge.nanos(), false);
      loops.edge(off).forEach(event -> event(event, news));
    }
  }

  private void event(LoopEvent event, List<LaneNews> news) {
    if (event instanceof Passed passed) {
      passed(passed.passage(), news);
    } else if (!(event instanceof Paired) && !(event instanceof Alone)) {
      news.add(new LaneNews.Uncounted(event));
    }
    sensors.event(event).forEach(fault -> tell(fault, news));
  }

  private void passed(Passage passage, List<LaneNews> news) {
    Told told = setup.classifier().tell(passage.spacingsM(), passage.lengthM());
    news.add(new LaneNews.Vehicle(passage, told));
    book.count(
        new Counted(
            passage.nanos(),
            told.vehicleClass(),
            passage.direction().name().toLowerCase(Locale.ROOT),
            told.pcu(),
            passage.speedMps(),
            passage.seconds(),
            passage.doubtful()));
  }

  private void tell(FaultNews fault, List<LaneNews> news) {
    news.add(new LaneNews.SensorNews(fault));
    tellAnew(blindness.hear(fault, sensors.faults()), news);
  }

  private static void tellAnew(List<Interval> intervals, List<LaneNews> news) {
    intervals.forEach(interval -> news.add(new LaneNews.IntervalTold(interval)));
  }

  /** Without a loop nothing is counted; without an axle sensor classes are not to be believed. */
  private List<Interval> lose(Port port, long nanos) {
    return port.isLoop() ? book.blind(outage(port), nanos) : book.unmeasured(outage(port), nanos);
  }

  private boolean deaf() {
    return unheard.keySet().stream().anyMatch(Port::isLoop);
  }

  private static String outage(Port port) {
    return "not-heard-" + port.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
