// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightClass;
import io.wayside.waterway.light.Rhythm;
import java.util.Optional;

/**
 * What a light should show: a list for this very lantern, or a character, of which any list will do
 * that a mariner would call by the same name.
 */
public final class Expected {

  private final Rhythm rhythm;
  private final Optional<LightCharacter> character;

  private Expected(Rhythm rhythm, Optional<LightCharacter> character) {
    this.rhythm = rhythm;
    this.character = character;
  }

  public static Expected list(Rhythm rhythm) {
    return new Expected(rhythm, Optional.empty());
  }

  /** A character with a period, see {@link LightCharacter#open}. */
  public static Expected character(LightCharacter character) {
    return new Expected(character.rhythm(), Optional.of(character));
  }

  public Rhythm rhythm() {
    return rhythm;
  }

  /** Whether another list is the same light, with flashes of another length. */
  boolean isAlso(Rhythm measured, Tolerance tolerance, long samplingNanos) {
    if (character.isEmpty() || character.get().lightClass() == LightClass.ISOPHASE) {
      return false;
    }
    long periodNanos = rhythm.runs().size() == 1 ? 0 : repeated(rhythm);
    long off = Math.abs(repeated(measured) - periodNanos);
    return off <= tolerance.of(periodNanos, samplingNanos)
        && LightCharacter.of(measured).filter(character.get()::sameKind).isPresent();
  }

  /** Period in nanoseconds of light and dark alone: two colours may come in one period. */
  private static long repeated(Rhythm rhythm) {
    return LightCharacter.of(uncoloured(rhythm))
            .map(named -> named.periodMs().orElse(rhythm.periodMs()))
            .orElse(rhythm.periodMs())
        * 1_000_000L;
  }

  private static Rhythm uncoloured(Rhythm rhythm) {
    return Cycle.white(rhythm.runs());
  }

  @Override
  public String toString() {
    return character.map(LightCharacter::toString).orElseGet(() -> Cycle.words(rhythm));
  }
}
