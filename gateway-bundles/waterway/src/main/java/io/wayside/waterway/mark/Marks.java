// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.mark;

import io.wayside.waterway.aid.Convention;
import io.wayside.waterway.light.Colour;
import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightClass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which characters a mark may show: IALA's maritime buoyage system, and of QCVN 39 what could be
 * read (docs/lights.md names the sources).
 */
public final class Marks {

  /**
   * Whether a mark may show a light.
   *
   * @param reason in words, also where it may
   */
  public record Verdict(boolean allowed, String reason) {}

  private Marks() {}

  public static Verdict allows(Mark mark, Convention convention, LightCharacter character) {
    if (mark.isFree()) {
      return new Verdict(true, "no rule is known here for a " + mark.word());
    }
    if (mark.isInland() != (convention == Convention.QCVN_39)) {
      return new Verdict(
          false,
          "there is no "
              + mark.word()
              + " by "
              + convention.name().replace('_', ' ')
              + "; state the mark and the convention as they are in the list of lights");
    }
    Optional<String> objection =
        colour(mark, convention)
            .filter(colour -> !character.colours().equals(List.of(colour)))
            .map(
                colour ->
                    "its light is "
                        + colour.name().toLowerCase(Locale.ROOT)
                        + " by "
                        + convention.name().replace('_', ' '))
            .or(() -> rhythm(mark, character));
    return objection
        .map(
            reason ->
                new Verdict(false, character + " is not for a " + mark.word() + ": " + reason))
        .orElseGet(() -> new Verdict(true, character + " is for a " + mark.word()));
  }

  /** The one colour its light has; empty where it has two. */
  private static Optional<Colour> colour(Mark mark, Convention convention) {
    boolean regionB = convention == Convention.IALA_B;
    return Optional.ofNullable(
        switch (mark) {
          // Who keeps to the preferred channel to starboard leaves the mark to port.
          case PORT_HAND, PREFERRED_CHANNEL_TO_STARBOARD -> regionB ? Colour.GREEN : Colour.RED;
          case STARBOARD_HAND, PREFERRED_CHANNEL_TO_PORT -> regionB ? Colour.RED : Colour.GREEN;
          case CARDINAL_NORTH,
              CARDINAL_EAST,
              CARDINAL_SOUTH,
              CARDINAL_WEST,
              ISOLATED_DANGER,
              SAFE_WATER ->
              Colour.WHITE;
          case RIGHT_BANK, RIGHT_BANK_BESIDE_SEA_CHANNEL -> Colour.RED;
          case LEFT_BANK, LEFT_BANK_BESIDE_SEA_CHANNEL -> Colour.GREEN;
          case SPECIAL,
              LEADING_RIGHT_BANK,
              LEADING_LEFT_BANK,
              DIRECTION_TO_RIGHT_BANK,
              DIRECTION_TO_LEFT_BANK ->
              Colour.YELLOW;
          case NEW_WRECK, BRIDGE_SPAN, SIGNAL, GAUGE_BOARD, LANDMARK, OTHER -> null;
        });
  }

  private static Optional<String> rhythm(Mark mark, LightCharacter character) {
    return switch (mark) {
      case PORT_HAND, STARBOARD_HAND ->
          refuse(
              character.groups().equals(List.of(2, 1)),
              "(2+1) is for marks of the preferred channel");
      case PREFERRED_CHANNEL_TO_PORT, PREFERRED_CHANNEL_TO_STARBOARD -> one(character, "Fl(2+1)");
      case CARDINAL_NORTH -> one(character, "VQ", "Q");
      case CARDINAL_EAST -> one(character, "VQ(3) 5s", "Q(3) 10s");
      case CARDINAL_SOUTH -> one(character, "VQ(6)+LFl 10s", "Q(6)+LFl 15s");
      case CARDINAL_WEST -> one(character, "VQ(9) 10s", "Q(9) 15s");
      case ISOLATED_DANGER -> one(character, "Fl(2)");
      case SAFE_WATER -> one(character, "Iso", "Oc", "LFl 10s", "Mo(A)");
      case SPECIAL -> special(character);
      case NEW_WRECK -> one(character, "Al.Oc BuY 3s");
      case RIGHT_BANK, LEFT_BANK -> one(character, "Fl");
      case RIGHT_BANK_BESIDE_SEA_CHANNEL, LEFT_BANK_BESIDE_SEA_CHANNEL -> one(character, "Iso");
      case LEADING_RIGHT_BANK -> one(character, "Oc 4s");
      case LEADING_LEFT_BANK -> one(character, "Oc 3s");
      case DIRECTION_TO_RIGHT_BANK -> one(character, "Iso 6s");
      case DIRECTION_TO_LEFT_BANK -> one(character, "Iso 5s");
      case BRIDGE_SPAN, SIGNAL, GAUGE_BOARD, LANDMARK, OTHER -> Optional.empty();
    };
  }

  /** A special mark shows anything but the lights of white marks. */
  private static Optional<String> special(LightCharacter character) {
    LightClass lightClass = character.lightClass();
    boolean quick = lightClass == LightClass.QUICK || lightClass == LightClass.VERY_QUICK;
    boolean taken = quick || one(character, "Fl(2)", "Iso", "Oc", "LFl 10s", "Mo(A)").isEmpty();
    return refuse(taken, "that rhythm is for cardinal, isolated danger or safe water marks");
  }

  /** Refused unless it is one of these; where these have a period, so has it. */
  private static Optional<String> one(LightCharacter character, String... allowed) {
    for (String text : allowed) {
      LightCharacter wanted = Known.character(text);
      boolean period =
          wanted.periodMs().isEmpty() || wanted.periodMs().equals(character.periodMs());
      boolean colours = !wanted.alternating() || wanted.colours().equals(character.colours());
      if (period
          && colours
          && wanted.alternating() == character.alternating()
          && wanted.sameKind(character)) {
        return Optional.empty();
      }
    }
    return Optional.of("it shows " + String.join(" or ", allowed));
  }

  private static Optional<String> refuse(boolean wrong, String reason) {
    return wrong ? Optional.of(reason) : Optional.empty();
  }
}
