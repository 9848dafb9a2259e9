// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector.card;

import io.wayside.core.device.CardWord;
import io.wayside.core.device.CardWord.Counted;
import io.wayside.core.device.CardWord.Gap;
import io.wayside.core.device.CardWord.Gap.Why;
import io.wayside.core.device.CardWord.Heard;
import io.wayside.core.device.CardWord.LoopFault;
import io.wayside.core.device.CardWord.LoopFault.Kind;
import io.wayside.core.device.CardWord.Occupied;
import io.wayside.core.device.DeviceException;
import io.wayside.driver.detector.card.RegisterProfile.Channel;
import io.wayside.driver.detector.card.RegisterProfile.Faults;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes words of looks at a card's registers. A look counts as a whole: one that breaks off changes
 * nothing, and the next is held against the last whole one. Used by one thread at a time.
 */
public final class RegisterWatch {

  /** Whole seconds are cut off twice. */
  private static final double UPTIME_SLACK_S = 2;

  private static final double CLOCKS_APART = 0.01;

  private final RegisterProfile profile;
  private final Map<Integer, Set<Kind>> standing = new HashMap<>();
  private @Nullable Look last;

  /** Numbers as they were at one moment. */
  private record Look(
      long nanos,
      long uptimeS,
      Map<Integer, Long> counters,
      Map<Integer, Long> occupiedMs,
      Map<Integer, Long> faults,
      int newest) {}

  public RegisterWatch(RegisterProfile profile) {
    this.profile = profile;
  }

  /** What is new at this look; nothing is, at the first. */
  public List<CardWord> look(Cells cells, long nanos) throws DeviceException {
    Look now = read(cells, nanos);
    Look before = last;
    List<CardWord> words = new ArrayList<>();
    if (before != null && restarted(before, now)) {
      profile.channels().forEach(channel -> words.add(gap(channel, before, now)));
    } else if (before != null) {
      profile.channels().forEach(channel -> counted(channel, before, now, words));
      vehicles(cells, before, now, words);
    }
    profile.channels().forEach(channel -> faults(channel, before, now, words));
    profile.channels().forEach(channel -> words.add(new Heard(channel.number(), nanos)));
    last = now;
    return words;
  }

  /** Where the number of the last vehicle is to be written, and which it is. */
  public OptionalInt acknowledgeAt() {
    return profile.ring().map(Ring::acknowledge).orElse(OptionalInt.empty());
  }

  /** Number of the last vehicle that was read. */
  public int newest() {
    Look now = last;
    return now == null ? 0 : now.newest();
  }

  private Look read(Cells cells, long nanos) throws DeviceException {
    Map<Integer, Long> counters = new HashMap<>();
    Map<Integer, Long> occupied = new HashMap<>();
    Map<Integer, Long> faults = new HashMap<>();
    for (Channel channel : profile.channels()) {
      if (channel.counter().isPresent()) {
        counters.put(channel.number(), channel.counter().get().read(cells));
      }
      if (channel.occupiedMs().isPresent()) {
        occupied.put(channel.number(), channel.occupiedMs().get().read(cells));
      }
      if (channel.faults().isPresent()) {
        faults.put(channel.number(), channel.faults().get().place().read(cells));
      }
    }
    return new Look(
        nanos,
        profile.uptimeS().isPresent() ? profile.uptimeS().get().read(cells) : 0,
        counters,
        occupied,
        faults,
        profile.ring().isPresent() ? (int) profile.ring().get().newest().read(cells) : 0);
  }

  private boolean restarted(Look before, Look now) {
    return beganAnew(before, now)
        || profile
            .ring()
            .filter(
                ring ->
                    Pace.rise(
                            before.newest(),
                            now.newest(),
                            Ring.MODULO,
                            now.nanos() - before.nanos(),
                            profile.channels().size())
                        .isEmpty())
            .isPresent();
  }

  /** It says that it runs for less than it must, had it gone on since. */
  private boolean beganAnew(Look before, Look now) {
    double elapsedS = (now.nanos() - before.nanos()) / 1e9;
    double slack = UPTIME_SLACK_S + elapsedS * CLOCKS_APART;
    if (profile.uptimeS().isEmpty()) {
      return false;
    }
    double ran = now.uptimeS() - before.uptimeS();
    long modulo = profile.uptimeS().get().modulo();
    if (ran < 0 && before.uptimeS() + elapsedS + slack >= modulo) {
      ran += modulo; // through its end
    }
    return ran < elapsedS - slack;
  }

  private static Gap gap(Channel channel, Look before, Look now) {
    return new Gap(channel.number(), before.nanos(), now.nanos(), Why.RESTARTED, false);
  }

  private static void counted(Channel channel, Look before, Look now, List<CardWord> words) {
    int number = channel.number();
    long nanos = now.nanos() - before.nanos();
    if (channel.counter().isPresent()) {
      OptionalInt rise =
          Pace.rise(
              before.counters().getOrDefault(number, 0L),
              now.counters().getOrDefault(number, 0L),
              channel.counter().get().modulo(),
              nanos,
              1);
      if (rise.isEmpty()) {
        words.add(gap(channel, before, now));
        return;
      }
      if (rise.getAsInt() > 0) {
        words.add(new Counted(number, before.nanos(), now.nanos(), rise.getAsInt()));
      }
    }
    if (channel.occupiedMs().isPresent()) {
      long ms =
          Math.floorMod(
              now.occupiedMs().getOrDefault(number, 0L)
                  - before.occupiedMs().getOrDefault(number, 0L),
              channel.occupiedMs().get().modulo());
      // Looked at not quite at once, it may say a little more than the time there was.
      double seconds = Math.min(ms / 1e3, nanos / 1e9);
      if (ms > 0 && ms <= nanos / 1e6 + 1_000) {
        words.add(new Occupied(number, before.nanos(), now.nanos(), seconds));
      }
    }
  }

  private void vehicles(Cells cells, Look before, Look now, List<CardWord> words)
      throws DeviceException {
    if (profile.ring().isEmpty()) {
      return;
    }
    Ring ring = profile.ring().get();
    int only = profile.channels().get(0).number();
    int rise = Math.floorMod(now.newest() - before.newest(), Ring.MODULO);
    int missed = Math.max(0, rise - ring.slots());
    for (int i = rise - missed - 1; i >= 0; i--) {
      int sequence = Math.floorMod(now.newest() - i, Ring.MODULO);
      int[] entry = ring.entry(cells, sequence);
      CardWord.Vehicle vehicle = ring.vehicle(entry, only, now.nanos());
      boolean known =
          profile.channels().stream().anyMatch(each -> each.number() == vehicle.channel());
      if (ring.isOf(entry, sequence) && known) {
        words.add(vehicle);
      } else {
        missed++;
      }
    }
    if (missed > 0) {
      words.addAll(missed(before.nanos(), now.nanos(), missed));
    }
  }

  /** Where there is one channel, they were its vehicles; otherwise nobody knows whose. */
  private List<CardWord> missed(long from, long to, int vehicles) {
    boolean one = profile.channels().size() == 1;
    List<CardWord> words = new ArrayList<>();
    for (Channel channel : profile.channels()) {
      if (one) {
        words.add(new Counted(channel.number(), from, to, vehicles));
      }
      words.add(new Gap(channel.number(), from, to, Why.MISSED_SEQUENCE, one));
    }
    return words;
  }

  private void faults(Channel channel, @Nullable Look before, Look now, List<CardWord> words) {
    if (channel.faults().isEmpty()) {
      return;
    }
    Faults faults = channel.faults().get();
    long bits = now.faults().getOrDefault(channel.number(), 0L);
    Set<Kind> stand =
        standing.computeIfAbsent(channel.number(), number -> EnumSet.noneOf(Kind.class));
    for (Map.Entry<Kind, Integer> each : faults.masks().entrySet()) {
      boolean stands = (bits & each.getValue()) != 0;
      // At the first look ends are told too: a driver before this one may have told of one.
      boolean isNew =
          stands ? stand.add(each.getKey()) : stand.remove(each.getKey()) || before == null;
      if (isNew) {
        // It began somewhere since the last look.
        long at = stands && before != null ? before.nanos() : now.nanos();
        words.add(new LoopFault(channel.number(), at, each.getKey(), stands));
      }
    }
  }
}
