// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What a light is said to show: {@code Fl(2+1) R 10s}. Two texts that say the same give equal
 * characters, and {@link #toString} is the one way to write it.
 *
 * @param alternating colours follow each other
 * @param groups how many appearances (of Oc: eclipses) each group has; empty where none is counted
 * @param longFlash whether one long flash ends each period: {@code Q(6)+LFl}
 * @param morse letters of a Morse light, else empty
 * @param colours at least one: those of the sectors, or those that follow each other
 * @param periodMs where the text gives it
 * @param heightM of the light above the datum
 * @param rangesM nominal ranges in sea miles, one or one for each sector
 */
public record LightCharacter(
    boolean alternating,
    LightClass lightClass,
    List<Integer> groups,
    boolean longFlash,
    String morse,
    List<Colour> colours,
    OptionalInt periodMs,
    OptionalDouble heightM,
    List<Double> rangesM) {

  public LightCharacter {
    groups = List.copyOf(groups);
    colours = List.copyOf(colours);
    rangesM = List.copyOf(rangesM);
    if (colours.isEmpty()) {
      throw new IllegalArgumentException("a light has a colour");
    }
  }

  /** Reads a character as charts and lists of lights print it, dots and blanks as they like. */
  public static LightCharacter parse(String text) throws LightSyntax {
    return new CharacterReader(text).read();
  }

  /** The character of a list of light and dark; empty where no class has such a list. */
  public static Optional<LightCharacter> of(Rhythm rhythm) {
    return Naming.name(rhythm);
  }

  /**
   * Light and dark over one period. A character seldom says how long a flash is; the lengths are
   * those of docs/lights.md, in steps of 50 ms. Of sectors the first one's colour is taken.
   *
   * @throws IllegalStateException if it leaves open how long anything lasts, see {@link #open}
   */
  public Rhythm rhythm() {
    return layout()
        .rhythm()
        .orElseThrow(
            () -> new IllegalStateException(this + " cannot be laid out: " + open().get()));
  }

  /** Why there is no list of light and dark; empty where there is one. */
  public Optional<String> open() {
    return layout().open();
  }

  /**
   * Light and dark as given for one aid, because its lantern flashes longer or shorter.
   *
   * @param seconds of light, dark, light, dark and so on, as in {@code 0.3 0.7 0.3 8.7}
   */
  public Rhythm rhythm(String seconds) throws LightSyntax {
    return GivenList.read(this, seconds);
  }

  private Layout layout() {
    return Layout.of(this);
  }

  /** Without height and range, which say nothing of what the light does. */
  public LightCharacter bare() {
    return new LightCharacter(
        alternating,
        lightClass,
        groups,
        longFlash,
        morse,
        colours,
        periodMs,
        OptionalDouble.empty(),
        List.of());
  }

  /** Whether the other has the same class, groups and letters, whatever its colour and period. */
  public boolean sameKind(LightCharacter other) {
    return lightClass == other.lightClass
        && groups.equals(other.groups)
        && longFlash == other.longFlash
        && morse.equals(other.morse);
  }

  /** As lists of lights write it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (alternating) {
      text.append(lightClass == LightClass.FIXED ? "Al" : "Al." + lightClass.letters());
    } else {
      text.append(lightClass.letters());
    }
    if (!groups.isEmpty()) {
      text.append(groups.stream().map(String::valueOf).collect(Collectors.joining("+", "(", ")")));
    }
    text.append(morse.isEmpty() ? "" : "(" + morse + ")").append(longFlash ? "+LFl" : "");
    if (!colours.equals(List.of(Colour.WHITE))) {
      text.append(' ');
      colours.forEach(colour -> text.append(colour.letters()));
    }
    periodMs.ifPresent(ms -> text.append(' ').append(number(ms / 1000.0)).append('s'));
    heightM.ifPresent(m -> text.append(' ').append(number(m)).append('m'));
    if (!rangesM.isEmpty()) {
      text.append(' ');
      text.append(
          rangesM.stream().map(LightCharacter::number).collect(Collectors.joining("/", "", "M")));
    }
    return text.toString();
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
