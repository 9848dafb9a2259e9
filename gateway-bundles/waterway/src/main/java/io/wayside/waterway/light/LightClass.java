// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

/** Classes of lights, with their letters on charts (IHO INT 1, section P 10). */
public enum LightClass {
  /** Steady. With {@code Al} before it, the colours follow each other without a dark between. */
  FIXED("F"),
  /** More light than dark. */
  OCCULTING("Oc"),
  /** As much light as dark. */
  ISOPHASE("Iso"),
  /** Less light than dark, fewer than 50 flashes a minute. */
  FLASHING("Fl"),
  /** A flash of two seconds at least. */
  LONG_FLASHING("LFl"),
  /** 50 to 79 flashes a minute. */
  QUICK("Q"),
  INTERRUPTED_QUICK("IQ"),
  /** 80 to 159 flashes a minute. */
  VERY_QUICK("VQ"),
  INTERRUPTED_VERY_QUICK("IVQ"),
  /** 160 flashes a minute and more. */
  ULTRA_QUICK("UQ"),
  INTERRUPTED_ULTRA_QUICK("IUQ"),
  /** Letters of the Morse alphabet. */
  MORSE("Mo"),
  /** Steady, with brighter flashes. */
  FIXED_AND_FLASHING("FFl"),
  FIXED_AND_LONG_FLASHING("FLFl");

  private final String letters;

  LightClass(String letters) {
    this.letters = letters;
  }

  public String letters() {
    return letters;
  }

  /** Whether appearances of light may be counted in groups. */
  boolean takesGroups() {
    return switch (this) {
      case OCCULTING,
          FLASHING,
          LONG_FLASHING,
          QUICK,
          VERY_QUICK,
          ULTRA_QUICK,
          FIXED_AND_FLASHING,
          FIXED_AND_LONG_FLASHING ->
          true;
      default -> false;
    };
  }

  /** Whether a long flash may follow the group. */
  boolean takesLongFlash() {
    return this == FLASHING || this == QUICK || this == VERY_QUICK || this == ULTRA_QUICK;
  }

  /** Whether the flashes follow each other quickly until something interrupts them. */
  boolean isInterrupted() {
    return this == INTERRUPTED_QUICK
        || this == INTERRUPTED_VERY_QUICK
        || this == INTERRUPTED_ULTRA_QUICK;
  }

  /** Whether the rate of flashes is 50 a minute or more. */
  boolean isQuick() {
    return isInterrupted() || this == QUICK || this == VERY_QUICK || this == ULTRA_QUICK;
  }

  /** Whether the light never goes out. */
  boolean isSteady() {
    return this == FIXED || this == FIXED_AND_FLASHING || this == FIXED_AND_LONG_FLASHING;
  }
}
