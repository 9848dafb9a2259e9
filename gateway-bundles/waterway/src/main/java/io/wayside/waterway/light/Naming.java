// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The class of a list of light and dark, as a mariner with a watch would name it. */
final class Naming {

  private static final int MOST_COUNTED = 9;
  private static final int LONG_MS = 1950; // 2 s as it is measured

  private final int periodMs;
  private final List<Colour> colours;
  private final Appearances seen;

  private Naming(int periodMs, List<Colour> colours, Appearances seen) {
    this.periodMs = periodMs;
    this.colours = colours;
    this.seen = seen;
  }

  static Optional<LightCharacter> name(Rhythm rhythm) {
    List<Colour> colours = colours(rhythm);
    if (colours.isEmpty()) {
      return Optional.empty();
    }
    if (rhythm.litMs() == rhythm.periodMs()) {
      OptionalInt period =
          colours.size() > 1 ? OptionalInt.of(rhythm.periodMs()) : OptionalInt.empty();
      return Optional.of(character(LightClass.FIXED, List.of(), false, "", colours, period));
    }
    Appearances seen = Appearances.of(rhythm.runs());
    int period = colours.size() > 1 ? rhythm.periodMs() : seen.periodMs();
    return new Naming(period, colours, seen).name();
  }

  private static List<Colour> colours(Rhythm rhythm) {
    List<Colour> colours = new ArrayList<>();
    for (Phase phase : rhythm.phases()) {
      phase.colour().filter(colour -> !colours.contains(colour)).ifPresent(colours::add);
    }
    return colours;
  }

  private Optional<LightCharacter> name() {
    if (seen.count() == 1) {
      return Optional.of(single(seen.litMs(0), seen.darkMs(0)));
    }
    boolean moreLit = 2 * seen.litMs() >= seen.periodMs();
    if (moreLit && seen.darksAlike()) {
      return named(LightClass.OCCULTING, seen.groupsOfEclipses());
    }
    if (seen.litsAlike(seen.count())) {
      return moreLit ? Optional.empty() : flashes(seen.groupsOfFlashes(), false);
    }
    Optional<String> letters = MorseNaming.letters(seen);
    if (letters.isPresent()) {
      return Optional.of(
          character(
              LightClass.MORSE,
              List.of(),
              false,
              letters.get(),
              colours,
              OptionalInt.of(periodMs)));
    }
    int last = seen.count() - 1;
    boolean endsLong =
        seen.litsAlike(last)
            && seen.litMs(last) >= LONG_MS
            && 3 * seen.litMs(0) <= seen.litMs(last);
    return endsLong ? flashes(withoutLast(seen.groupsOfFlashes()), true) : Optional.empty();
  }

  private LightCharacter single(int lit, int dark) {
    LightClass rate = LightRules.classAtRate(lit + dark);
    if (rate != LightClass.FLASHING) {
      int usual =
          switch (rate) {
            case QUICK -> 1000;
            case VERY_QUICK -> 500;
            default -> 250;
          };
      boolean isUsual = Appearances.alike(usual, lit + dark) && colours.size() == 1;
      OptionalInt period = isUsual ? OptionalInt.empty() : OptionalInt.of(periodMs);
      return character(rate, List.of(), false, "", colours, period);
    }
    LightClass lightClass;
    if (Appearances.alike(lit, dark)) {
      lightClass = LightClass.ISOPHASE;
    } else if (lit > dark) {
      lightClass = LightClass.OCCULTING;
    } else {
      lightClass = lit >= LONG_MS ? LightClass.LONG_FLASHING : LightClass.FLASHING;
    }
    return character(lightClass, List.of(), false, "", colours, OptionalInt.of(periodMs));
  }

  private Optional<LightCharacter> flashes(List<Integer> groups, boolean longFlash) {
    LightClass rate = LightRules.classAtRate(seen.beatMs());
    // Of two flashes nobody can tell a rate, and there are no lights Q(2).
    boolean few = groups.get(0) == 2 && !longFlash;
    if (few || groups.size() > 1 || rate == LightClass.FLASHING) {
      boolean allLong = !longFlash && seen.litMs(0) >= LONG_MS;
      return named(allLong ? LightClass.LONG_FLASHING : LightClass.FLASHING, groups, longFlash);
    }
    if (longFlash || groups.get(0) <= MOST_COUNTED) {
      return named(rate, groups, longFlash);
    }
    return named(
        switch (rate) {
          case QUICK -> LightClass.INTERRUPTED_QUICK;
          case VERY_QUICK -> LightClass.INTERRUPTED_VERY_QUICK;
          default -> LightClass.INTERRUPTED_ULTRA_QUICK;
        },
        List.of());
  }

  private static List<Integer> withoutLast(List<Integer> groups) {
    List<Integer> shorter = new ArrayList<>(groups);
    int last = shorter.size() - 1;
    if (shorter.get(last) == 1) {
      shorter.remove(last);
    } else {
      shorter.set(last, shorter.get(last) - 1);
    }
    return shorter;
  }

  private Optional<LightCharacter> named(LightClass lightClass, List<Integer> groups) {
    return named(lightClass, groups, false);
  }

  private Optional<LightCharacter> named(
      LightClass lightClass, List<Integer> groups, boolean longFlash) {
    List<Integer> counted = groups.equals(List.of(1)) ? List.of() : groups;
    return Optional.of(
        character(lightClass, counted, longFlash, "", colours, OptionalInt.of(periodMs)));
  }

  private static LightCharacter character(
      LightClass lightClass,
      List<Integer> groups,
      boolean longFlash,
      String morse,
      List<Colour> colours,
      OptionalInt periodMs) {
    return new LightCharacter(
        colours.size() > 1,
        lightClass,
        groups,
        longFlash,
        morse,
        colours,
        periodMs,
        OptionalDouble.empty(),
        List.of());
  }
}
