// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.traffic;

import io.wayside.core.water.VesselReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Vessels with AIS over one line. Who a vessel is may be told after it passed: its passage waits
 * for that for a bounded time. Times are monotonic nanoseconds and passed in; not for several
 * threads.
 */
public final class LineTraffic {

  private static final int MOST_VESSELS = 2_000; // the one heard longest ago is forgotten
  private static final int MOST_WAITING = 500; // the oldest passage goes out as it is
  private static final long CLEARING_NANOS = 60_000_000_000L;
  private static final long FORGOTTEN_NANOS = 3_600_000_000_000L;

  private final PassLine line;
  private final TrafficRules rules;
  private final Map<String, Known> vessels = new LinkedHashMap<>(16, 0.75f, true);
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  private final CameraMatch camera;

  private record Waiting(String vessel, Crossing crossing, long sinceNanos) {}

  /** A vessel and its track. */
  private static final class Known {
    private Vessel vessel;
    private final Track track;
    private long heardNanos;

    Known(Vessel vessel, Track track) {
      this.vessel = vessel;
      this.track = track;
    }
  }

  /**
   * Traffic over a line.
   *
   * @param windowNanos how far apart in time a camera and AIS may tell of the same vessel
   */
  public LineTraffic(PassLine line, TrafficRules rules, long windowNanos) {
    this.line = line;
    this.rules = rules;
    this.camera = new CameraMatch(windowNanos);
  }

  /** Hears a report; gives the passages that are complete now. */
  public List<Passage> hear(VesselReport report) {
    Known known =
        vessels.computeIfAbsent(
            report.vessel(), id -> new Known(Vessel.unknown(id), new Track(line, rules)));
    known.vessel = known.vessel.with(report);
    known.heardNanos = report.monotonicNanos();
    report
        .fix()
        .flatMap(
            fix -> known.track.hear(report.monotonicNanos(), line.seat(fix), report.speedMps()))
        .ifPresent(
            crossing -> {
              camera.passed(crossing.nanos());
              waiting.add(new Waiting(report.vessel(), crossing, report.monotonicNanos()));
            });
    forget(report.monotonicNanos());
    return advance(report.monotonicNanos());
  }

  /** A camera at the line saw a vessel, with AIS or without. */
  public void seen(long nanos) {
    camera.seen(nanos);
  }

  /** Time passes; gives the passages that have waited long enough. */
  public List<Passage> advance(long nanos) {
    List<Passage> told = new ArrayList<>();
    for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
      Waiting one = each.next();
      Known known = vessels.get(one.vessel());
      Vessel vessel = known == null ? Vessel.unknown(one.vessel()) : known.vessel;
      boolean full = waiting.size() - told.size() > MOST_WAITING;
      if (full || vessel.isKnown() || nanos - one.sinceNanos() >= rules.waitNanos()) {
        told.add(Passage.of(vessel, one.crossing()));
        each.remove();
      }
    }
    // A crossing is known only when the next fix came and the vessel is clear of the line.
    told.addAll(camera.unexplained(nanos - rules.gapNanos() - CLEARING_NANOS));
    return told;
  }

  private void forget(long nanos) {
    Iterator<Known> eldest = vessels.values().iterator();
    while (eldest.hasNext()) {
      Known known = eldest.next();
      if (vessels.size() <= MOST_VESSELS && nanos - known.heardNanos < FORGOTTEN_NANOS) {
        return;
      }
      eldest.remove();
    }
  }

  /** Everything that still waits, as it is: the station stops. */
  public List<Passage> stop() {
    List<Passage> told = new ArrayList<>();
    for (Waiting one : waiting) {
      Known known = vessels.get(one.vessel());
      told.add(
          Passage.of(known == null ? Vessel.unknown(one.vessel()) : known.vessel, one.crossing()));
    }
    waiting.clear();
    return told;
  }

  /** How many vessels are known now. */
  public int vessels() {
    return vessels.size();
  }
}
