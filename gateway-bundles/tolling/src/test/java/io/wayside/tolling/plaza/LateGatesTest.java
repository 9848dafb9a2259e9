// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.Detector;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.lane.RecentCharge;
import io.wayside.tolling.plaza.LateWord.Answer;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * One tag, heard alike in all lanes, that every lane took for a vehicle of its own while none could
 * ask: which lane it is left to.
 */
class LateGatesTest {

  private static final long MS = 1_000_000L;
  private static final long S = 1_000 * MS;
  private static final Layout LAYOUT = new Layout(Set.of(2), Set.of(1), true, true, true);
  private static final TagNumber TAG = new TagNumber("3034000000000000000000a1", 96);

  private record Drive(long armingMs, long safetyMs) {}

  /** The lane's gateway loses its power, or has it again. */
  private record Power(boolean on) {}

  private record Timed(long nanos, int lane, Object what) {}

  private List<String> names = List.of();
  private final List<Plaza> lanes = new ArrayList<>();
  private final List<Timed> script = new ArrayList<>();
  private final Map<Integer, Map<Detector, Boolean>> loops = new HashMap<>();
  private final Map<Integer, HeldBack> written = new HashMap<>();
  private final Map<Integer, Long> settled = new HashMap<>();
  private final Set<Integer> dark = new HashSet<>();
  private boolean network;
  private double lost;
  private int home;

  /** From one reply to the next; what is heard more often falls silent at once. */
  private long everyMs = 50;

  private SplittableRandom random = new SplittableRandom(1);

  private void lanes(int count) {
    names = List.of("one", "two", "three").subList(0, count);
    for (int lane = 0; lane < count; lane++) {
      lanes.add(
          new Plaza(PlazaRules.usual(), "phu-my", name(lane), 1, others(lane)).facing(LAYOUT));
    }
    for (int lane = 0; lane < count; lane++) {
      at(0, lane, new LaneEvent.Occupied(0, Detector.ARMING, false));
      at(0, lane, new LaneEvent.Occupied(0, Detector.SAFETY, false));
      at(0, lane, new LaneEvent.Reader(0, true));
      at(0, lane, new LaneEvent.Order(0, LaneOrder.OPEN, "test"));
    }
  }

  private String name(int lane) {
    return names.get(lane);
  }

  private List<String> others(int lane) {
    return names.stream().filter(each -> !each.equals(name(lane))).toList();
  }

  private void at(long nanos, int lane, Object what) {
    script.add(new Timed(nanos, lane, what));
  }

  private void drives(int lane, Drive drive) {
    loop(lane, Detector.ARMING, drive.armingMs(), 900);
    loop(lane, Detector.SAFETY, drive.safetyMs(), 1_100);
  }

  private void loop(int lane, Detector detector, long fromMs, long forMs) {
    at(fromMs * MS, lane, new LaneEvent.Occupied(fromMs * MS, detector, true));
    long to = (fromMs + forMs) * MS;
    at(to, lane, new LaneEvent.Occupied(to, detector, false));
  }

  /** Heard in all lanes, by where its vehicle is. */
  private void carried(Drive drive) {
    for (int lane = 0; lane < lanes.size(); lane++) {
      for (long ms = drive.armingMs() - 2_000; ms <= drive.armingMs() + 150; ms += everyMs) {
        at(ms * MS, lane, heard(ms, 1));
      }
      for (long ms = drive.armingMs(); ms <= drive.safetyMs() + 150; ms += everyMs) {
        at(ms * MS, lane, heard(ms, 2));
        at(ms * MS, lane, new LaneAct.Announce(TAG, 0.9, true));
      }
    }
  }

  private static LaneEvent heard(long ms, int antenna) {
    return new LaneEvent.Heard(ms * MS, TAG, Optional.empty(), antenna, -55, 1);
  }

  /** A lane without power forgets all but its journal, and feels its loops anew. */
  private void off(int lane, long fromMs, long toMs) {
    at(fromMs * MS, lane, new Power(false));
    at(toMs * MS, lane, new Power(true));
  }

  private void power(int lane, boolean on, long now) {
    if (!on) {
      dark.add(lane);
      return;
    }
    dark.remove(lane);
    Plaza begun =
        new Plaza(PlazaRules.usual(), "phu-my", name(lane), 2, others(lane)).facing(LAYOUT);
    List<RecentCharge> recent =
        settled.containsKey(lane)
            ? List.of(new RecentCharge(TAG, now - settled.getOrDefault(lane, 0L)))
            : List.of();
    begun.resume(List.of(), recent, now);
    begun.observe(new LaneEvent.Reader(now, true));
    loops
        .getOrDefault(lane, Map.of())
        .forEach((loop, there) -> begun.observe(new LaneEvent.Occupied(now, loop, there)));
    begun.observe(new LaneEvent.Order(now, LaneOrder.OPEN, "test"));
    HeldBack held = written.get(lane);
    if (held != null) {
      begun.hold(held);
    }
    lanes.set(lane, begun);
  }

  private void takenFor(int lane, Drive drive) {
    long taken = drive.armingMs() * MS + S / 2;
    long passed = (drive.safetyMs() + 1_100) * MS;
    at(taken, lane, new LaneAct.Claim(TAG, 0.9));
    at(passed, lane, new LaneAct.Settle(TAG));
    at(passed, lane, new HeldBack(7, TAG, 0.9, taken));
  }

  private void tell(Plaza from, List<PlazaMessage> messages, long now) {
    for (PlazaMessage message : messages) {
      for (int i = 0; i < lanes.size(); i++) {
        Plaza each = lanes.get(i);
        if (each != from && network && !dark.contains(i) && random.nextDouble() >= lost) {
          each.hear(message, now);
          tell(each, each.answers(), now);
        }
      }
    }
  }

  /** The network comes back at a time; the lanes that were left the tag. */
  private List<Integer> play(long networkMs, long untilMs) {
    script.sort(Comparator.comparingLong(Timed::nanos));
    List<Integer> own = new ArrayList<>();
    int next = 0;
    for (long ms = 0; ms < untilMs; ms += 50) {
      long now = ms * MS;
      network = ms >= networkMs;
      for (; next < script.size() && script.get(next).nanos() <= now; next++) {
        Timed timed = script.get(next);
        Plaza lane = lanes.get(timed.lane());
        if (timed.what() instanceof LaneEvent.Occupied loop) {
          loops
              .computeIfAbsent(timed.lane(), none -> new EnumMap<>(Detector.class))
              .put(loop.detector(), loop.occupied());
        }
        if (timed.what() instanceof Power power) {
          power(timed.lane(), power.on(), now);
        } else if (dark.contains(timed.lane())) {
          continue;
        }
        if (timed.what() instanceof LaneAct.Settle) {
          settled.put(timed.lane(), now);
        } else if (timed.what() instanceof HeldBack held) {
          written.put(timed.lane(), held);
        }
        if (timed.what() instanceof LaneEvent event) {
          lane.observe(event);
        } else if (timed.what() instanceof LaneAct act) {
          tell(lane, lane.say(act, now).stream().toList(), now);
        } else if (timed.what() instanceof HeldBack held) {
          lane.hold(held);
        }
      }
      for (int i = 0; i < lanes.size(); i++) {
        if (dark.contains(i)) {
          continue;
        }
        tell(lanes.get(i), lanes.get(i).repeat(now), now);
        for (LateWord word : lanes.get(i).lateWords()) {
          if (word.answer() == Answer.OWN) {
            own.add(i);
          }
        }
      }
    }
    return own;
  }

  @Test
  void ofTwoLanesThatHeardItAlikeItIsTheOneWithWhoseVehicleItLeft() {
    lanes(2);
    Drive first = new Drive(20_000, 23_000);
    Drive second = new Drive(20_200, 26_000);
    drives(0, first);
    drives(1, second);
    carried(second);
    takenFor(0, first);
    takenFor(1, second);
    assertThat(play(60_000, 80_000)).containsExactly(1);
  }

  @Test
  void whoDroveAbreastAllTheWayIsNotToldApart() {
    lanes(2);
    Drive first = new Drive(20_000, 23_000);
    Drive second = new Drive(20_200, 23_200);
    drives(0, first);
    drives(1, second);
    carried(second);
    takenFor(0, first);
    takenFor(1, second);
    assertThat(play(60_000, 80_000)).isEmpty();
  }

  @Test
  void aTagThatWasHeardOnHasNotLeft() {
    lanes(2);
    Drive first = new Drive(20_000, 23_000);
    drives(0, first);
    carried(new Drive(20_000, 40_000)); // in a third vehicle that nobody saw
    takenFor(0, first);
    assertThat(play(60_000, 80_000)).isEmpty();
  }

  @Test
  void aLaneThatWasOffBeforeTheTagLeftClearsItself() {
    lanes(2);
    Drive first = new Drive(20_000, 26_000);
    drives(0, first);
    carried(first);
    takenFor(0, first);
    off(1, 10_000, 22_000);
    assertThat(play(30_000, 80_000)).containsExactly(0);
  }

  @Test
  void alsoWhenItNeverHeardTheTag() {
    lanes(2);
    Drive first = new Drive(20_000, 26_000);
    drives(0, first);
    carried(first);
    script.removeIf(each -> each.lane() == 1 && each.nanos() > 0);
    takenFor(0, first);
    off(1, 10_000, 22_000);
    assertThat(play(30_000, 80_000)).containsExactly(0);
  }

  @Test
  void notWhenSomebodyLeftItAtThatTimeNorWhenItWasOffStill() {
    for (Drive beside : List.of(new Drive(20_000, 25_800), new Drive(20_000, 26_900))) {
      LateGatesTest each = new LateGatesTest();
      each.lanes(2);
      Drive first = new Drive(20_000, 26_000);
      each.drives(0, first);
      each.drives(1, beside);
      each.carried(first);
      each.takenFor(0, first);
      each.off(1, 10_000, 22_000);
      assertThat(each.play(30_000, 80_000)).isEmpty();
    }
    lanes(2);
    Drive first = new Drive(20_000, 26_000);
    drives(0, first);
    carried(first);
    takenFor(0, first);
    off(1, 10_000, 25_800);
    assertThat(play(30_000, 80_000)).isEmpty();
  }

  /**
   * One vehicle in each of two or three lanes, and each lane takes the tag for its own; what lanes
   * say is lost at times. Who carried it is in lane {@code home}.
   *
   * @param longest that one takes through the lane beside 1.5 s, in milliseconds
   */
  private List<Drive> abreast(RepetitionInfo turn, int longest) {
    random = new SplittableRandom(turn.getCurrentRepetition());
    everyMs = turn.getCurrentRepetition() % 2 == 0 ? 50 : 20;
    int count = random.nextInt(2, 4);
    lanes(count);
    home = random.nextInt(count);
    lost = random.nextDouble(0, 0.6);
    List<Drive> drives = new ArrayList<>();
    for (int lane = 0; lane < count; lane++) {
      long armed = 20_000L + random.nextInt(3_000);
      Drive drive = new Drive(armed, armed + 1_500L + random.nextInt(longest));
      drives.add(drive);
      drives(lane, drive);
      takenFor(lane, drive);
    }
    carried(drives.get(home));
    return drives;
  }

  /** One lane is off for a while: it may be that of the vehicle with the tag. */
  @RepeatedTest(600)
  void itIsNeverLeftToTheWrongOneWhereALaneWasOff(RepetitionInfo turn) {
    List<Drive> drives = abreast(turn, 9_000);
    if (random.nextBoolean()) {
      // Beside it is lost early, as where a lorry stands between.
      long lostMs = drives.get(home).safetyMs() - random.nextInt(3_000);
      script.removeIf(
          each ->
              each.lane() != home
                  && each.nanos() > lostMs * MS
                  && (each.what() instanceof LaneEvent.Heard
                      || each.what() instanceof LaneAct.Announce));
    }
    long cut = 12_000L + random.nextInt(18_000);
    off(random.nextInt(drives.size()), cut, cut + 50 + random.nextInt(20_000));
    List<Integer> own = play(random.nextInt(90_000), 140_000);
    assertThat(own).hasSizeLessThan(2).allMatch(lane -> lane == home);
  }

  /** Whoever takes it for whom, whatever is lost and when: one lane at most, and no wrong one. */
  @RepeatedTest(300)
  void itIsNeverLeftToTwoLanesNorToTheWrongOne(RepetitionInfo turn) {
    abreast(turn, 6_000);
    List<Integer> own = play(random.nextInt(90_000), 140_000);
    assertThat(own).hasSizeLessThan(2).allMatch(lane -> lane == home);
  }
}
