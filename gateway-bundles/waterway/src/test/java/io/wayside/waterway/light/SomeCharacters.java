// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.List;
import java.util.Random;

/** Characters by chance, as a list of lights might hold them. */
public final class SomeCharacters {

  private SomeCharacters() {}

  /** Any that the grammar has; not each has room in its period. */
  public static String text(Random random) {
    String kind =
        switch (random.nextInt(16)) {
          case 0 -> "F";
          case 1 -> "Iso";
          case 2 -> "Oc" + group(random);
          case 3, 4, 5 -> "Fl" + group(random);
          case 6 -> "LFl";
          case 7 -> "Q" + counted(random);
          case 8 -> "VQ" + counted(random);
          case 9 -> "UQ";
          case 10 -> random.nextBoolean() ? "IQ" : "IVQ";
          case 11 -> "Mo(" + letters(random) + ")";
          case 12 -> "Q(6)+LFl";
          case 13 -> "VQ(6)+LFl";
          case 14 -> "Fl(" + (1 + random.nextInt(3)) + ")+LFl";
          default -> random.nextBoolean() ? "FFl" : "FLFl";
        };
    String colour = List.of("", " W", " R", " G", " Y", " WRG").get(random.nextInt(6));
    boolean quick = kind.matches("V?U?Q");
    boolean timed = !quick && !kind.equals("F");
    String period = timed ? " " + (4 + random.nextInt(48)) / 2.0 + "s" : "";
    return kind + colour + period + (random.nextInt(4) == 0 ? " 12m 8M" : "");
  }

  private static String group(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "(2)";
      case 1 -> "(" + (2 + random.nextInt(5)) + ")";
      case 2 -> "(2+1)";
      default -> "";
    };
  }

  private static String counted(Random random) {
    return random.nextBoolean() ? "" : "(" + (3 + random.nextInt(7)) + ")";
  }

  private static String letters(Random random) {
    return List.of("A", "U", "K", "D", "AA", "B", "C", "R").get(random.nextInt(8));
  }

  /** Whether light and dark alone tell it from every other kind. */
  public static boolean isToldApart(LightCharacter character) {
    LightClass lightClass = character.lightClass();
    if (lightClass.isInterrupted() || lightClass.isSteady()) {
      return lightClass == LightClass.FIXED; // IQ of few flashes is Q(n), a flash on F is F
    }
    // Flashes of a group that has little room follow each other as quickly as those of Q.
    Appearances seen = Appearances.of(character.rhythm().runs());
    boolean crowded =
        lightClass == LightClass.FLASHING
            && character.groups().size() + (character.longFlash() ? 1 : 0) == 1
            && LightRules.classAtRate(seen.beatMs()) != LightClass.FLASHING;
    return !crowded;
  }
}
