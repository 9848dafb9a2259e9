// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads one character from its text. */
final class CharacterReader {

  private static final int LONGEST_TEXT = 200;
  private static final int MOST_IN_A_GROUP = 60;
  private static final int MOST_LETTERS = 8;
  private static final double LONGEST_PERIOD_S = 600;
  private static final double SHORTEST_PERIOD_S = 0.1;
  private static final double HIGHEST_M = 1000;
  private static final double FARTHEST_M = 60; // sea miles

  private final CharacterText text;
  private boolean alternating;
  private LightClass lightClass = LightClass.FIXED;
  private final List<Integer> groups = new ArrayList<>();
  private boolean longFlash;
  private String morse = "";
  private final List<Colour> colours = new ArrayList<>();
  private OptionalInt periodMs = OptionalInt.empty();
  private OptionalDouble heightM = OptionalDouble.empty();
  private final List<Double> rangesM = new ArrayList<>();

  CharacterReader(String text) {
    this.text = new CharacterText(text);
  }

  LightCharacter read() throws LightSyntax {
    if (text.length() > LONGEST_TEXT) {
      throw new LightSyntax(
          LONGEST_TEXT, "the text is too long for a character", "give one, such as Fl(2) R 10s");
    }
    readClass();
    if (lightClass == LightClass.MORSE) {
      readMorse();
    } else {
      readGroups();
    }
    readLongFlash();
    int coloursAt = text.position();
    while (!text.atEnd()) {
      readColoursOrFigure();
    }
    if (colours.isEmpty()) {
      colours.add(Colour.WHITE);
    }
    if (alternating && colours.size() < 2) {
      throw new LightSyntax(
          coloursAt, "an alternating light has two colours at least", "write Al WR 4s");
    }
    if (lightClass == LightClass.FIXED && !alternating && periodMs.isPresent()) {
      throw new LightSyntax(
          text.length(), "a fixed light has no period", "leave it out, or give another class");
    }
    return new LightCharacter(
        alternating, lightClass, groups, longFlash, morse, colours, periodMs, heightM, rangesM);
  }

  private void readClass() throws LightSyntax {
    alternating = text.take("Al");
    int at = text.position();
    if (text.take("IUQ")) {
      lightClass = LightClass.INTERRUPTED_ULTRA_QUICK;
    } else if (text.take("IVQ")) {
      lightClass = LightClass.INTERRUPTED_VERY_QUICK;
    } else if (text.take("IQ")) {
      lightClass = LightClass.INTERRUPTED_QUICK;
    } else if (text.take("Iso")) {
      lightClass = LightClass.ISOPHASE;
    } else if (text.take("UQ")) {
      lightClass = LightClass.ULTRA_QUICK;
    } else if (text.take("VQ")) {
      lightClass = LightClass.VERY_QUICK;
    } else if (text.take("Q")) {
      lightClass = LightClass.QUICK;
    } else if (text.take("Mo")) {
      lightClass = LightClass.MORSE;
    } else if (text.take("Occ") || text.take("Oc")) {
      lightClass = LightClass.OCCULTING;
    } else if (takeLongFlash()) {
      lightClass = LightClass.LONG_FLASHING;
    } else if (takeFixed() && takeLongFlash()) {
      lightClass = LightClass.FIXED_AND_LONG_FLASHING;
    } else if (backTo(at) && takeFixed() && text.take("Fl")) {
      lightClass = LightClass.FIXED_AND_FLASHING;
    } else if (backTo(at) && text.take("Fl")) {
      lightClass = LightClass.FLASHING;
    } else if (text.take("F")) {
      lightClass = LightClass.FIXED;
    } else if (!alternating) {
      throw new LightSyntax(
          at,
          text.atEnd() ? "there is no class of light" : text.found() + " is no class of light",
          "begin with F, Fl, LFl, Oc, Iso, Q, VQ, UQ, IQ, IVQ, IUQ, Mo, FFl, FLFl or Al");
    }
  }

  /** {@code F} that something may be added to: {@code F Fl}, {@code F & Fl}. */
  private boolean takeFixed() {
    if (!text.take("F")) {
      return false;
    }
    text.take("&");
    return true;
  }

  private boolean backTo(int position) {
    text.back(position);
    return true;
  }

  /** {@code LFl}, {@code L.Fl}, {@code L Fl}. */
  private boolean takeLongFlash() {
    int before = text.position();
    if (text.take("L") && text.take("Fl")) {
      return true;
    }
    text.back(before);
    return false;
  }

  private void readMorse() throws LightSyntax {
    int at = text.position();
    if (!text.take("(")) {
      throw new LightSyntax(at, "a Morse light names its letters", "write Mo(A)");
    }
    StringBuilder letters = new StringBuilder();
    while (!text.take(")")) {
      int here = text.position();
      char letter = text.letter();
      if (Morse.of(letter).isEmpty() || letters.length() == MOST_LETTERS) {
        throw new LightSyntax(
            here,
            text.atEnd() ? "the letters are not closed" : text.found() + " is no letter of Morse",
            "write up to " + MOST_LETTERS + " letters A to Z between brackets, as in Mo(A)");
      }
      letters.append(letter);
      text.skip();
    }
    if (letters.isEmpty()) {
      throw new LightSyntax(at, "a Morse light names its letters", "write Mo(A)");
    }
    morse = letters.toString();
  }

  private void readGroups() throws LightSyntax {
    int at = text.position();
    if (!text.take("(")) {
      return;
    }
    if (!lightClass.takesGroups()) {
      throw new LightSyntax(
          at,
          "a light of class " + name() + " has no groups",
          "leave them out, or give another class, as in Fl(2)");
    }
    do {
      int here = text.position();
      int count = text.count();
      if (count < 1 || count > MOST_IN_A_GROUP) {
        throw new LightSyntax(
            here, "a group has 1 to " + MOST_IN_A_GROUP + " appearances", "write Fl(2) or Fl(2+1)");
      }
      groups.add(count);
    } while (text.take("+"));
    int here = text.position();
    if (!text.take(")")) {
      throw new LightSyntax(
          here,
          text.atEnd() ? "the group is not closed" : text.found() + " stands within a group",
          "close it with a bracket, as in Fl(2+1)");
    }
    if (groups.stream().mapToInt(count -> count).sum() > MOST_IN_A_GROUP) {
      throw new LightSyntax(
          at, "the groups have more than " + MOST_IN_A_GROUP + " appearances", "write fewer");
    }
    if (groups.equals(List.of(1))) {
      groups.clear(); // Fl(1) is Fl
    }
  }

  private void readLongFlash() throws LightSyntax {
    int at = text.position();
    if (!text.take("+")) {
      return;
    }
    if (!takeLongFlash()) {
      throw new LightSyntax(
          text.position(), "after a group only a long flash is added", "write Q(6)+LFl 15s");
    }
    if (!lightClass.takesLongFlash()) {
      throw new LightSyntax(
          at,
          "no long flash follows a light of class " + name(),
          "leave it out, or give Fl, Q, VQ or UQ");
    }
    longFlash = true;
  }

  private String name() {
    return alternating && lightClass == LightClass.FIXED ? "Al" : lightClass.letters();
  }

  private void readColoursOrFigure() throws LightSyntax {
    int at = text.position();
    if (text.isDigit()) {
      readFigure(at, text.number());
      return;
    }
    boolean had = !colours.isEmpty();
    while (takeColour()) {
      if (had) {
        throw new LightSyntax(at, "colours are given twice", "give them in one place");
      }
    }
    if (text.position() == at) {
      throw new LightSyntax(
          at,
          text.found() + " is neither a colour nor a figure",
          "write colours as W, R, G, Y, Bu, and figures as 10s, 15m, 12M");
    }
  }

  private boolean takeColour() throws LightSyntax {
    int at = text.position();
    for (Colour colour : Colour.values()) {
      if (text.take(colour.letters())) {
        return add(colour, at);
      }
    }
    // Amber and orange lights are yellow ones (INT 1, P 11).
    return (text.take("Am") || text.take("Or")) && add(Colour.YELLOW, at);
  }

  private boolean add(Colour colour, int at) throws LightSyntax {
    if (colours.contains(colour) && !alternating) {
      throw new LightSyntax(at, "a sector's colour is given twice", "give each colour once");
    }
    if (colours.size() == Colour.values().length) {
      throw new LightSyntax(at, "there are more colours than lights have", "give fewer");
    }
    colours.add(colour);
    return true;
  }

  private void readFigure(int at, double figure) throws LightSyntax {
    if (text.take("sec") || text.take("s")) {
      require(periodMs.isEmpty(), at, "period");
      bound(figure >= SHORTEST_PERIOD_S && figure <= LONGEST_PERIOD_S, at, "0.1 s to 600 s");
      periodMs = OptionalInt.of((int) Math.round(figure * 1000));
    } else if (text.takeExactly("m")) {
      require(heightM.isEmpty(), at, "height");
      bound(figure <= HIGHEST_M, at, "up to 1000 m");
      heightM = OptionalDouble.of(figure);
    } else if (text.takeExactly("M") || text.takeExactly("NM")) {
      require(rangesM.isEmpty() || text.endsRanges(at), at, "range");
      bound(figure <= FARTHEST_M, at, "up to 60 sea miles");
      rangesM.add(figure);
    } else if (text.take("/") || text.take("-")) {
      bound(figure <= FARTHEST_M && text.isDigit() && rangesM.size() < 8, at, "ranges as 15/12M");
      rangesM.add(figure);
    } else {
      throw new LightSyntax(
          text.position(),
          "a figure has no unit",
          "write s for the period, m for the height, M for the range");
    }
  }

  private static void require(boolean free, int at, String what) throws LightSyntax {
    if (!free) {
      throw new LightSyntax(at, "the " + what + " is given twice", "give it once");
    }
  }

  private static void bound(boolean within, int at, String bounds) throws LightSyntax {
    if (!within) {
      throw new LightSyntax(at, "the figure is out of bounds", "give " + bounds);
    }
  }
}
