// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import io.wayside.tolling.lane.Detector;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * When vehicles were on the two loops of this lane, and when each tag was last heard at either. A
 * tag is silent on the approach when its vehicle is over the arming loop, and silent in the lane
 * when it is under the arm, whichever lane it drives in. So a tag that fell silent when no vehicle
 * of this lane was there was in none of them, however well it was heard. Bounded; what is not known
 * clears nobody.
 */
final class Gates {

  static final int MOST_TAGS = 4_096;
  private static final int MOST_TRACKS = 8;
  private static final int MOST_PULSES = 256;
  private static final int MOST_TROUBLES = 64;

  /** As often as a tag is heard whose silence says something. */
  private static final int ENOUGH = 8;

  /** Silent for so long a tag has gone; heard again it is there anew. */
  static final long SILENT_NANOS = 5_000_000_000L;

  /** The tag of a vehicle of this lane falls silent at a loop no earlier before it is on it. */
  static final long ARMING_EARLY_NANOS = 500_000_000L;

  static final long SAFETY_EARLY_NANOS = 1_000_000_000L;

  /** And no later after it has left it. */
  static final long LATE_NANOS = 300_000_000L;

  /** On the loop for no longer it has not stood there. */
  static final long DRIVING_NANOS = 2_000_000_000L;

  /** Of one that drives on, with the windscreen ahead of its middle, not in the last part. */
  private static final double PART = 0.6;

  /** What is missing so long before or after leaves a passage in the dark. */
  private static final long AROUND_NANOS = 10_000_000_000L;

  private enum Missing {
    ARMING,
    SAFETY,
    READER,
    RADIO
  }

  /** From when to when; while it lasts the end is not known. */
  private static final class Span {
    final long fromNanos;
    long toNanos = Long.MAX_VALUE;

    Span(long fromNanos) {
      this.fromNanos = fromNanos;
    }

    /** Whether the tag of the vehicle on the loop can have fallen silent then. */
    boolean fits(long nanos, long earlyNanos) {
      if (nanos < fromNanos - earlyNanos) {
        return false;
      }
      if (toNanos == Long.MAX_VALUE) {
        return true;
      }
      long lasted = toNanos - fromNanos;
      long last = lasted <= DRIVING_NANOS ? (long) (PART * lasted) : lasted;
      return nanos <= fromNanos + last + LATE_NANOS;
    }
  }

  /** One time of a tag in the station, as this lane's antennas heard it. */
  private static final class Track {
    final long firstNanos;
    long lastNanos;
    long approachNanos;
    int approach;
    long laneNanos;
    int lane;

    Track(long nanos) {
      firstNanos = nanos;
      lastNanos = nanos;
    }
  }

  private final Set<Integer> laneAntennas;
  private final Set<Integer> approachAntennas;
  private final Map<TagNumber, Deque<Track>> tracks = new LinkedHashMap<>(16, 0.75f, true);
  private final Deque<Span> arming = new ArrayDeque<>();
  private final Deque<Span> safety = new ArrayDeque<>();
  private final Deque<Span> troubles = new ArrayDeque<>();
  private final Set<Missing> missing = EnumSet.allOf(Missing.class);

  /** Before it something may have been dropped. */
  private long sinceNanos = Long.MIN_VALUE;

  /** A lane with antennas of these ports; without any it clears nobody. */
  Gates(Set<Integer> laneAntennas, Set<Integer> approachAntennas) {
    this.laneAntennas = laneAntennas;
    this.approachAntennas = approachAntennas;
    troubles.add(new Span(Long.MIN_VALUE));
  }

  void hear(LaneEvent event) {
    long now = event.nanos();
    if (event instanceof LaneEvent.Heard heard) {
      found(Missing.READER, true, now);
      heard(heard);
    } else if (event instanceof LaneEvent.Occupied occupied) {
      if (occupied.detector() == Detector.ARMING) {
        occupied(arming, Missing.ARMING, occupied);
      } else if (occupied.detector() == Detector.SAFETY) {
        occupied(safety, Missing.SAFETY, occupied);
      }
    } else if (event instanceof LaneEvent.DetectorLost lost) {
      if (lost.detector() == Detector.ARMING) {
        miss(Missing.ARMING, now);
      } else if (lost.detector() == Detector.SAFETY) {
        miss(Missing.SAFETY, now);
      }
    } else if (event instanceof LaneEvent.Reader reader) {
      found(Missing.READER, reader.heard(), now);
    } else if (event instanceof LaneEvent.Order order) {
      boolean on = order.order() == LaneOrder.OPEN || order.order() == LaneOrder.HOLD_OPEN;
      found(Missing.RADIO, on, now);
    } else if (event instanceof LaneEvent.Turn) {
      miss(Missing.ARMING, now);
      miss(Missing.SAFETY, now);
    }
  }

  private void found(Missing what, boolean there, long now) {
    if (!there) {
      miss(what, now);
    } else if (missing.remove(what) && missing.isEmpty()) {
      troubles.getLast().toNanos = now;
    }
  }

  private void miss(Missing what, long now) {
    if (missing.isEmpty()) {
      troubles.addLast(new Span(now));
      drop(troubles, MOST_TROUBLES);
    }
    missing.add(what);
  }

  private void occupied(Deque<Span> pulses, Missing what, LaneEvent.Occupied event) {
    Span last = pulses.peekLast();
    boolean open = last != null && last.toNanos == Long.MAX_VALUE;
    if (event.occupied() && !open) {
      pulses.addLast(new Span(event.nanos()));
      drop(pulses, MOST_PULSES);
    } else if (!event.occupied() && open) {
      last.toNanos = event.nanos();
    }
    found(what, true, event.nanos());
  }

  private void drop(Deque<Span> spans, int most) {
    if (spans.size() > most) {
      sinceNanos = Math.max(sinceNanos, spans.removeFirst().toNanos);
    }
  }

  private void heard(LaneEvent.Heard heard) {
    long now = heard.nanos();
    Deque<Track> all = tracks.get(heard.tag());
    if (all == null) {
      all = new ArrayDeque<>(1);
      tracks.put(heard.tag(), all);
      if (tracks.size() > MOST_TAGS) {
        forgetEldest();
      }
    }
    Track track = all.peekLast();
    if (track == null || now - track.lastNanos > SILENT_NANOS) {
      track = new Track(now);
      all.addLast(track);
      if (all.size() > MOST_TRACKS) {
        sinceNanos = Math.max(sinceNanos, all.removeFirst().lastNanos);
      }
    }
    track.lastNanos = now;
    if (laneAntennas.contains(heard.antenna())) {
      track.laneNanos = now;
      track.lane += heard.replies();
    } else if (approachAntennas.contains(heard.antenna())) {
      track.approachNanos = now;
      track.approach += heard.replies();
    }
  }

  private void forgetEldest() {
    Iterator<Deque<Track>> eldest = tracks.values().iterator();
    sinceNanos = Math.max(sinceNanos, eldest.next().getLast().lastNanos);
    eldest.remove();
  }

  /** Heard a moment ago: where it goes is not known yet. */
  boolean isHere(TagNumber tag, long nowNanos) {
    Deque<Track> all = tracks.get(tag);
    return all != null && nowNanos - all.getLast().lastNanos <= SILENT_NANOS;
  }

  /** Heard here at all between two times. */
  boolean isHeard(TagNumber tag, long fromNanos, long toNanos) {
    return tracks.getOrDefault(tag, new ArrayDeque<>(0)).stream()
        .anyMatch(track -> track.firstNanos <= toNanos && track.lastNanos >= fromNanos);
  }

  /** Whether what was heard of a tag then cannot have been of any vehicle of this lane. */
  boolean clears(TagNumber tag, long fromNanos, long toNanos, long nowNanos) {
    boolean any = false;
    for (Track track : tracks.getOrDefault(tag, new ArrayDeque<>(0))) {
      if (track.firstNanos <= toNanos && track.lastNanos >= fromNanos) {
        if (!isOfNobody(track, nowNanos)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private boolean isOfNobody(Track track, long nowNanos) {
    boolean silent = nowNanos - track.lastNanos > SILENT_NANOS;
    if (!silent || track.lane < ENOUGH || isInTheDark(track)) {
      return false;
    }
    for (Span first : arming) {
      if (mayArm(track, first)) {
        for (Span second : safety) {
          if (second.fromNanos >= first.fromNanos && mayPass(track, second)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean isInTheDark(Track track) {
    long from = track.firstNanos - AROUND_NANOS;
    long to = track.lastNanos + SILENT_NANOS;
    if (from < sinceNanos) {
      return true;
    }
    return troubles.stream().anyMatch(each -> each.fromNanos <= to && each.toNanos >= from);
  }

  private static boolean mayArm(Track track, Span pulse) {
    return track.approach < ENOUGH || pulse.fits(track.approachNanos, ARMING_EARLY_NANOS);
  }

  private static boolean mayPass(Track track, Span pulse) {
    return pulse.fits(track.laneNanos, SAFETY_EARLY_NANOS);
  }
}
