// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The flaps of one gate and who passes them. Flaps are asked to close only while the safety zone is
 * known to be free and no fire is reported; when somebody steps between closing flaps they are
 * asked to open again at once. One tap lets one person through.
 */
public final class Gate {

  private record Grant(long tap, Way way, long tappedNanos, long untilNanos) {}

  private final GateTimes times;
  private final GateCounts counts = new GateCounts();
  private final Beams beams = new Beams();
  private final Deque<Grant> grants = new ArrayDeque<>();
  private Optional<Crossing> crossing = Optional.empty();
  private Optional<Way> leaving = Optional.empty(); // whoever passed last still stands beyond
  private boolean fire = true; // until the contact has been heard
  private boolean open = true; // nothing closes before the beams have been heard
  private boolean mayBeMoving = true;
  private long closedSinceNanos;

  public Gate(GateTimes times) {
    this.times = times;
  }

  /** Takes an event and says what to do. */
  public List<GateAct> on(GateEvent event) {
    List<GateAct> acts = new ArrayList<>();
    if (event instanceof GateEvent.Granted granted) {
      granted(granted, acts);
    } else if (event instanceof GateEvent.Seen seen) {
      seen(seen, acts);
    } else if (event instanceof GateEvent.Fire contact) {
      fire = contact.alarm().orElse(true);
    }
    lapse(event.atNanos(), acts);
    watch(event.atNanos(), acts);
    move(event.atNanos(), acts);
    return acts;
  }

  /** Whether another tap this way can be taken now. */
  public boolean takes(Way way) {
    return !fire
        && grants.size() < times.mostGrants()
        && grants.stream().allMatch(grant -> grant.way() == way);
  }

  /** Whether a fire is reported, or the contact cannot be told. */
  public boolean isReleased() {
    return fire;
  }

  public GateCounts counts() {
    return counts;
  }

  private void granted(GateEvent.Granted granted, List<GateAct> acts) {
    if (takes(granted.way())) {
      long until = granted.atNanos() + times.grantNanos();
      grants.addLast(new Grant(granted.tap(), granted.way(), granted.tappedNanos(), until));
      counts.granted(granted.way());
    } else {
      acts.add(new GateAct.Lapsed(granted.tap(), granted.way()));
    }
  }

  private void seen(GateEvent.Seen seen, List<GateAct> acts) {
    beams.seen(seen.zone(), seen.occupied());
    leaving = leaving.filter(way -> beams.has(way.to()));
    if (crossing.isEmpty() && beams.has(Zone.SAFETY)) {
      Crossing begun = Crossing.begun(beams, expected(), isShut(seen.atNanos()), seen.atNanos());
      crossing = Optional.of(begun);
      if (begun.fromNowhere()) {
        alarm(GateAct.Trouble.CRAWL, acts);
      }
    } else if (crossing.isPresent() && beams.isSafetyFree()) {
      Crossing done = crossing.get();
      crossing = Optional.empty();
      Optional<Way> gone = done.ended(beams);
      gone.ifPresent(way -> passed(done, way, seen.atNanos(), acts));
      leaving = gone;
    }
  }

  /** The way somebody goes when both sides are taken: after the last one, or as the tap says. */
  private Optional<Way> expected() {
    return leaving.isPresent() ? leaving : Optional.ofNullable(grants.peekFirst()).map(Grant::way);
  }

  private boolean isShut(long nowNanos) {
    return !open && nowNanos - closedSinceNanos >= times.closingNanos();
  }

  private void passed(Crossing done, Way way, long nowNanos, List<GateAct> acts) {
    boolean seen = !done.toNowhere(beams);
    if (!seen && !done.fromNowhere()) {
      alarm(GateAct.Trouble.CRAWL, acts);
    }
    if (fire) {
      counts.released(way);
      return;
    }
    Grant first = grants.peekFirst();
    boolean own =
        first != null && first.way() == way && first.tappedNanos() - done.sinceNanos() <= 0;
    if (first != null && own) {
      grants.removeFirst();
      extend(nowNanos);
      counts.passed(way);
      acts.add(new GateAct.Passed(first.tap(), way, seen));
    } else {
      counts.unpaid(way);
      acts.add(new GateAct.Unpaid(way, done.throughShut(), seen, done.sinceNanos()));
      alarm(done.throughShut() ? GateAct.Trouble.INTRUSION : GateAct.Trouble.TAILGATE, acts);
    }
  }

  /** Those who wait behind somebody slow do not lose their taps for it. */
  private void extend(long nowNanos) {
    List<Grant> waiting = List.copyOf(grants);
    grants.clear();
    waiting.forEach(
        grant ->
            grants.addLast(
                new Grant(
                    grant.tap(),
                    grant.way(),
                    grant.tappedNanos(),
                    Math.max(grant.untilNanos(), nowNanos + times.grantNanos()))));
  }

  /** Not while somebody is between the flaps: that may be the one who tapped. */
  private void lapse(long nowNanos, List<GateAct> acts) {
    if (fire) {
      while (!grants.isEmpty()) {
        lapsed(grants.removeFirst(), acts);
      }
    }
    while (crossing.isEmpty()
        && !grants.isEmpty()
        && nowNanos - grants.getFirst().untilNanos() >= 0) {
      lapsed(grants.removeFirst(), acts);
    }
  }

  private void lapsed(Grant grant, List<GateAct> acts) {
    counts.lapsed(grant.way());
    acts.add(new GateAct.Lapsed(grant.tap(), grant.way()));
  }

  private void watch(long nowNanos, List<GateAct> acts) {
    if (crossing.isPresent() && !crossing.get().complained()) {
      Crossing now = crossing.get();
      if (now.throughShut() && !fire) {
        crossing = Optional.of(now.complain());
        alarm(GateAct.Trouble.INTRUSION, acts);
      } else if (nowNanos - now.sinceNanos() >= times.obstructedNanos()) {
        crossing = Optional.of(now.complain());
        alarm(GateAct.Trouble.OBSTRUCTED, acts);
      }
    }
  }

  private void move(long nowNanos, List<GateAct> acts) {
    boolean moving = mayBeMoving && !isShut(nowNanos);
    mayBeMoving = moving;
    boolean person = !beams.isSafetyFree();
    if (fire || !grants.isEmpty() || (person && (open || moving))) {
      if (!open) {
        acts.add(new GateAct.Open());
        open = true;
      }
      mayBeMoving = true;
    } else if (open && !person) {
      acts.add(new GateAct.Close());
      open = false;
      mayBeMoving = true;
      closedSinceNanos = nowNanos;
    }
  }

  private void alarm(GateAct.Trouble trouble, List<GateAct> acts) {
    counts.alarm(trouble);
    acts.add(new GateAct.Alarm(trouble));
  }
}
