// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import io.wayside.tolling.lane.Detector;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.plaza.Outages.Missing;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

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

  /** As often as a tag is heard whose silence says something. */
  private static final int ENOUGH = 8;

  /** Silent for so long a tag has gone; heard again it is there anew. */
  static final long SILENT_NANOS = 5_000_000_000L;

  /** The tag of a vehicle of this lane falls silent at a loop no earlier before it is on it. */
  static final long ARMING_EARLY_NANOS = 500_000_000L;

  static final long SAFETY_EARLY_NANOS = 1_000_000_000L;

  /** One that is heard seldom falls silent sooner. */
  static final long SELDOM_EARLY_NANOS = 3_000_000_000L;

  /**
   * One that is heard all the while and then no more has left the beam: of 9,474 such in the rig
   * none before the arming loop, and none more than 0.41 s before the safety loop.
   */
  static final long ARMING_ABRUPT_EARLY_NANOS = 350_000_000L;

  static final long SAFETY_ABRUPT_EARLY_NANOS = 700_000_000L;

  /** So long after it was on the loop at the latest. */
  private static final long LATE_NANOS = 300_000_000L;

  private static final long SAFETY_ABRUPT_LATE_NANOS = 100_000_000L;

  /** What is missing so long before or after leaves a passage in the dark. */
  private static final long AROUND_NANOS = 10_000_000_000L;

  /**
   * When the rear of a vehicle has left the safety loop its tag is silent in every lane: the
   * windscreen is metres ahead of it.
   */
  static final long GONE_NANOS = 500_000_000L;

  /** Another lane loses it no earlier before that; who stands on is heard here. */
  static final long BESIDE_EARLY_NANOS = 4_000_000_000L;

  private static final Set<Missing> ALL = Set.of(Missing.values());
  private static final Set<Missing> EARS = Set.of(Missing.READER, Missing.RADIO);
  private static final Set<Missing> LEAVING = Set.of(Missing.READER, Missing.RADIO, Missing.SAFETY);

  /** One time of a tag in the station, as this lane's antennas heard it. */
  private static final class Track {
    final long firstNanos;
    long lastNanos;
    final Hearing approach = new Hearing();
    final Hearing lane = new Hearing();

    Track(long nanos) {
      firstNanos = nanos;
      lastNanos = nanos;
    }
  }

  private final Set<Integer> laneAntennas;
  private final Set<Integer> approachAntennas;
  private final Map<TagNumber, Deque<Track>> tracks = new LinkedHashMap<>(16, 0.75f, true);
  private final Deque<Pulse> arming = new ArrayDeque<>();
  private final Deque<Pulse> safety = new ArrayDeque<>();
  private final Outages outages = new Outages();

  /** Before it something may have been dropped. */
  private long sinceNanos = Long.MIN_VALUE;

  /** A lane with antennas of these ports; without any it clears nobody. */
  Gates(Set<Integer> laneAntennas, Set<Integer> approachAntennas) {
    this.laneAntennas = laneAntennas;
    this.approachAntennas = approachAntennas;
  }

  void hear(LaneEvent event) {
    long now = event.nanos();
    if (event instanceof LaneEvent.Heard heard) {
      outages.found(Missing.READER, true, now);
      heard(heard);
    } else if (event instanceof LaneEvent.Occupied occupied) {
      if (occupied.detector() == Detector.ARMING) {
        occupied(arming, Missing.ARMING, occupied);
      } else if (occupied.detector() == Detector.SAFETY) {
        occupied(safety, Missing.SAFETY, occupied);
      }
    } else if (event instanceof LaneEvent.DetectorLost lost) {
      if (lost.detector() == Detector.ARMING) {
        outages.miss(Missing.ARMING, now);
      } else if (lost.detector() == Detector.SAFETY) {
        outages.miss(Missing.SAFETY, now);
      }
    } else if (event instanceof LaneEvent.Reader reader) {
      outages.found(Missing.READER, reader.heard(), now);
    } else if (event instanceof LaneEvent.Order order) {
      boolean on = order.order() == LaneOrder.OPEN || order.order() == LaneOrder.HOLD_OPEN;
      outages.found(Missing.RADIO, on, now);
    } else if (event instanceof LaneEvent.Turn) {
      outages.miss(Missing.ARMING, now);
      outages.miss(Missing.SAFETY, now);
    }
  }

  private void occupied(Deque<Pulse> pulses, Missing what, LaneEvent.Occupied event) {
    Pulse last = pulses.peekLast();
    boolean open = last != null && last.isOpen();
    if (event.occupied() && !open) {
      pulses.addLast(new Pulse(event.nanos()));
      if (pulses.size() > MOST_PULSES) {
        dropped(pulses.removeFirst().toNanos);
      }
    } else if (!event.occupied() && open) {
      last.toNanos = event.nanos();
    }
    outages.found(what, true, event.nanos());
  }

  private void dropped(long nanos) {
    sinceNanos = Math.max(sinceNanos, nanos);
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
        dropped(all.removeFirst().lastNanos);
      }
    }
    track.lastNanos = now;
    if (laneAntennas.contains(heard.antenna())) {
      track.lane.add(now, heard.replies());
    } else if (approachAntennas.contains(heard.antenna())) {
      track.approach.add(now, heard.replies());
    }
  }

  private void forgetEldest() {
    Iterator<Deque<Track>> eldest = tracks.values().iterator();
    dropped(eldest.next().getLast().lastNanos);
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

  /**
   * Whether the lane's antennas, with all senses, heard nothing of a tag about a time, but what is
   * of no vehicle here.
   */
  boolean heardNothing(TagNumber tag, long nanos, long aroundNanos, long nowNanos) {
    if (!isKnown(ALL, nanos - AROUND_NANOS, nanos + AROUND_NANOS)) {
      return false;
    }
    return tracks.getOrDefault(tag, new ArrayDeque<>(0)).stream()
        .filter(track -> track.lane.replies() > 0)
        .filter(track -> track.firstNanos <= nanos + aroundNanos)
        .filter(track -> track.lastNanos >= nanos - aroundNanos)
        .allMatch(track -> isOfNobody(track, nowNanos) || !isAnybodyAbout(track));
  }

  private boolean isAnybodyAbout(Track track) {
    long from = track.firstNanos - AROUND_NANOS;
    long to = track.lastNanos + AROUND_NANOS;
    return Stream.concat(arming.stream(), safety.stream())
        .anyMatch(pulse -> pulse.overlaps(from, to));
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
    if (!silent || track.lane.replies() < ENOUGH || isInTheDark(track)) {
      return false;
    }
    for (Pulse first : arming) {
      if (mayArm(track, first)) {
        for (Pulse second : safety) {
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
    return !isKnown(ALL, from, track.lastNanos + SILENT_NANOS);
  }

  private boolean isKnown(Set<Missing> what, long fromNanos, long toNanos) {
    return fromNanos >= sinceNanos && !outages.any(what, fromNanos, toNanos);
  }

  /**
   * When a tag was last heard by the lane's antennas, of the time between two others; empty when
   * that is not known well.
   */
  OptionalLong left(TagNumber tag, long fromNanos, long toNanos, long nowNanos) {
    OptionalLong left = OptionalLong.empty();
    for (Track track : tracks.getOrDefault(tag, new ArrayDeque<>(0))) {
      if (track.firstNanos <= toNanos && track.lastNanos >= fromNanos) {
        boolean silent = nowNanos - track.lastNanos > SILENT_NANOS;
        if (!silent || track.lane.replies() < ENOUGH || !isHeardAround(track.lane.lastNanos())) {
          return OptionalLong.empty();
        }
        left = OptionalLong.of(track.lane.lastNanos());
      }
    }
    return left;
  }

  private boolean isHeardAround(long nanos) {
    return isKnown(EARS, nanos - GONE_NANOS, nanos + SILENT_NANOS);
  }

  /** Whether a tag that another lane heard last at a time may have left with a vehicle here. */
  enum Leaving {
    NOBODY,
    SOMEBODY,
    /** Loop or reader were not there. */
    UNKNOWN
  }

  /** By the safety loop alone, so that what was before does not matter. */
  Leaving leaving(TagNumber tag, long leftNanos, long nowNanos) {
    int heard = 0;
    long first = leftNanos;
    long last = leftNanos;
    for (Track track : tracks.getOrDefault(tag, new ArrayDeque<>(0))) {
      boolean then =
          track.firstNanos <= leftNanos + AROUND_NANOS
              && track.lastNanos >= leftNanos - SILENT_NANOS;
      if (then && track.lane.replies() > 0) {
        heard = Math.max(heard, track.lane.replies());
        first = track.lane.replies() >= ENOUGH ? Math.min(first, track.lane.lastNanos()) : first;
        last = Math.max(last, track.lane.lastNanos());
      }
    }
    return heard < ENOUGH
        ? leaving(first - GONE_NANOS, last + BESIDE_EARLY_NANOS, nowNanos)
        : leaving(first - GONE_NANOS, last + SAFETY_EARLY_NANOS, nowNanos);
  }

  private Leaving leaving(long fromNanos, long toNanos, long nowNanos) {
    if (toNanos > nowNanos || !isKnown(LEAVING, fromNanos, toNanos + SILENT_NANOS)) {
      return Leaving.UNKNOWN;
    }
    boolean any = safety.stream().anyMatch(pulse -> pulse.overlaps(fromNanos, toNanos));
    return any ? Leaving.SOMEBODY : Leaving.NOBODY;
  }

  private static boolean mayArm(Track track, Pulse pulse) {
    Hearing heard = track.approach;
    if (heard.replies() < ENOUGH) {
      return true;
    }
    long early = heard.isAbrupt() ? ARMING_ABRUPT_EARLY_NANOS : ARMING_EARLY_NANOS;
    return pulse.fits(heard.lastNanos(), early, LATE_NANOS);
  }

  private static boolean mayPass(Track track, Pulse pulse) {
    Hearing heard = track.lane;
    if (heard.isAbrupt()) {
      return pulse.fits(heard.lastNanos(), SAFETY_ABRUPT_EARLY_NANOS, SAFETY_ABRUPT_LATE_NANOS);
    }
    long early = heard.isSeldom() ? SELDOM_EARLY_NANOS : SAFETY_EARLY_NANOS;
    return pulse.fits(heard.lastNanos(), early, LATE_NANOS);
  }
}
