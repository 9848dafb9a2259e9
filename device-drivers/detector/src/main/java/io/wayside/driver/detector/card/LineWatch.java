// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector.card;

import io.wayside.core.device.CardWord;
import io.wayside.core.device.CardWord.Counted;
import io.wayside.core.device.CardWord.Gap;
import io.wayside.core.device.CardWord.Gap.Why;
import io.wayside.core.device.CardWord.Heard;
import io.wayside.core.device.CardWord.LoopFault;
import io.wayside.core.device.CardWord.LoopFault.Kind;
import io.wayside.core.device.CardWord.Vehicle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes words of the bytes a card sends, however they are cut into pieces. A vehicle's time is when
 * its line was whole. Used by one thread at a time.
 */
public final class LineWatch {

  private static final int LONGEST = 512;

  private final LineProfile profile;
  private final StringBuilder line = new StringBuilder();
  private final Map<Integer, Set<Kind>> standing = new HashMap<>();
  private long lastSequence = -1;
  private long lastVehicleNanos;
  private long lastWholeNanos;
  private boolean tooLong;
  private boolean unheardSince; // the line was opened anew since the last vehicle
  private int garbledInARow;
  private long garbled;

  /**
   * @param nanos from when on it is listened to
   */
  public LineWatch(LineProfile profile, long nanos) {
    this.profile = profile;
    this.lastVehicleNanos = nanos;
    this.lastWholeNanos = nanos;
  }

  /** The line was opened anew: what began before does not go on. */
  public void opened(long nanos) {
    unheardSince = true;
    line.setLength(0);
    tooLong = false;
    lastWholeNanos = nanos;
  }

  /** Nothing came that is whole, but the line is open. */
  public List<CardWord> quiet(long nanos) {
    List<CardWord> words = new ArrayList<>();
    profile.channels().forEach(channel -> words.add(new Heard(channel, nanos)));
    return words;
  }

  public List<CardWord> received(byte[] bytes, int count, long nanos) {
    List<CardWord> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      char next = (char) (bytes[i] & 0xFF);
      if (next == '\n' || next == '\r') {
        end(nanos, words);
      } else if (line.length() < LONGEST) {
        line.append(next);
      } else {
        tooLong = true;
      }
    }
    words.addAll(quiet(nanos));
    return words;
  }

  private void end(long nanos, List<CardWord> words) {
    String whole = line.toString();
    boolean unreadable = tooLong;
    line.setLength(0);
    tooLong = false;
    if (whole.isEmpty()) {
      return;
    }
    if (unreadable || !understood(whole, nanos, words)) {
      garbled++;
      garbledInARow++;
      if (profile.modulo().isEmpty()) {
        // It may have been a vehicle; with numbers the next one tells.
        gap(lastWholeNanos, nanos, Why.GARBLED, words);
      }
    } else {
      garbledInARow = 0;
    }
    lastWholeNanos = nanos;
  }

  /** Lines in a row that could not be read. */
  public int garbledInARow() {
    return garbledInARow;
  }

  public long garbled() {
    return garbled;
  }

  private boolean understood(String whole, long nanos, List<CardWord> words) {
    Optional<String> text =
        profile.checksum().isPresent()
            ? profile.checksum().get().checked(whole)
            : Optional.of(whole);
    if (text.isEmpty()) {
      return false;
    }
    if (profile.heartbeat().filter(beat -> beat.matcher(text.get()).matches()).isPresent()) {
      return true;
    }
    Optional<Matcher> fault = matching(profile.fault(), text.get());
    if (fault.isPresent()) {
      return fault(fault.get(), nanos, words);
    }
    Optional<Matcher> vehicle = matching(Optional.of(profile.vehicle()), text.get());
    return vehicle.isPresent() && vehicle(vehicle.get(), nanos, words);
  }

  private static Optional<Matcher> matching(Optional<Pattern> pattern, String text) {
    return pattern.map(each -> each.matcher(text)).filter(Matcher::matches);
  }

  private boolean vehicle(Matcher line, long nanos, List<CardWord> words) {
    OptionalInt channel = channel(line);
    if (channel.isEmpty() || !followsOn(line, channel.getAsInt(), nanos, words)) {
      return channel.isPresent();
    }
    words.add(
        new Vehicle(
            channel.getAsInt(),
            nanos,
            number(line, "speed", profile.speedToMps()),
            number(line, "length", profile.lengthToM()),
            group(line, "class")
                .flatMap(code -> Optional.ofNullable(profile.classes().get(code)))));
    lastVehicleNanos = nanos;
    return true;
  }

  /** Whether it is new; numbers between it and the last are told as missing. */
  private boolean followsOn(Matcher line, int channel, long nanos, List<CardWord> words) {
    Optional<String> said = group(line, "sequence").filter(text -> text.matches("\\d{1,10}"));
    if (profile.modulo().isEmpty() || said.isEmpty()) {
      return true;
    }
    int modulo = profile.modulo().getAsInt();
    long sequence = Long.parseLong(said.get()) % modulo;
    long before = lastSequence;
    lastSequence = sequence;
    boolean heardThroughout = !unheardSince;
    unheardSince = false;
    if (before < 0) {
      return true;
    }
    if (before == sequence) {
      return false; // said twice
    }
    if (heardThroughout && sequence == (before + 1) % modulo) {
      return true; // however long the road was empty: the line was open all the while
    }
    OptionalInt rise =
        Pace.rise(before, sequence, modulo, nanos - lastVehicleNanos, profile.channels().size());
    if (rise.isEmpty()) {
      gap(lastVehicleNanos, nanos, Why.RESTARTED, words);
    } else if (rise.getAsInt() > 1) {
      boolean one = profile.channels().size() == 1;
      if (one) {
        words.add(new Counted(channel, lastVehicleNanos, nanos, rise.getAsInt() - 1));
        words.add(new Gap(channel, lastVehicleNanos, nanos, Why.MISSED_SEQUENCE, true));
      } else {
        gap(lastVehicleNanos, nanos, Why.MISSED_SEQUENCE, words);
      }
    }
    return true;
  }

  private void gap(long from, long to, Why why, List<CardWord> words) {
    profile.channels().forEach(channel -> words.add(new Gap(channel, from, to, why, false)));
  }

  private boolean fault(Matcher line, long nanos, List<CardWord> words) {
    OptionalInt channel = channel(line);
    if (channel.isEmpty()) {
      return false;
    }
    Optional<Kind> said =
        group(line, "fault").flatMap(text -> Optional.ofNullable(profile.kinds().get(text)));
    Set<Kind> stand =
        standing.computeIfAbsent(channel.getAsInt(), number -> EnumSet.noneOf(Kind.class));
    if (said.isEmpty()) {
      // A driver before this one may have told of one.
      Set<Kind> over = stand.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(stand);
      over.forEach(kind -> words.add(new LoopFault(channel.getAsInt(), nanos, kind, false)));
      stand.clear();
    } else if (stand.add(said.get())) {
      words.add(new LoopFault(channel.getAsInt(), nanos, said.get(), true));
    }
    return true;
  }

  private OptionalInt channel(Matcher line) {
    Optional<String> said = group(line, "channel");
    if (said.isEmpty()) {
      return profile.channels().size() == 1
          ? OptionalInt.of(profile.channels().get(0))
          : OptionalInt.empty();
    }
    return said.filter(text -> text.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .filter(profile.channels()::contains)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static OptionalDouble number(Matcher line, String name, double unit) {
    Optional<String> said =
        group(line, name).filter(text -> text.matches("\\d{1,6}(\\.\\d{1,6})?"));
    return said.isPresent()
        ? OptionalDouble.of(Double.parseDouble(said.get()) * unit)
        : OptionalDouble.empty();
  }

  /** Java 17 cannot be asked which names a pattern has. */
  private static Optional<String> group(Matcher line, String name) {
    if (!line.pattern().pattern().contains("(?<" + name + ">")) {
      return Optional.empty();
    }
    return Optional.ofNullable(line.group(name)).map(String::strip).filter(text -> !text.isEmpty());
  }
}
