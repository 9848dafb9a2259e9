// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.Rhythm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which of several characters a recorded level shows. Colours are not seen by a level. */
public final class Recognition {

  private static final long S = 1_000_000_000L;
  private static final long USUAL_PERIOD_NANOS = 30 * S;
  private static final long STEADY_NANOS = 30 * S;
  private static final double MATCHES = 0.8;

  private final Tape tape = new Tape();
  private final Smoothing smoothing = new Smoothing();
  private final Slicer slicer = new Slicer(USUAL_PERIOD_NANOS);
  private long firstNanos;
  private long lastNanos;
  private long widestNanos; // distance of samples
  private int samples;

  /**
   * A character held against what was seen.
   *
   * @param list the lengths it was held against; empty where it has none
   * @param usual whether those are the usual ones of the character, not those that were measured
   */
  public record Candidate(LightCharacter character, Fit fit, Optional<Rhythm> list, boolean usual) {

    /** Whether nearly all that was seen follows the character. */
    public boolean matches() {
      return fit.share() >= MATCHES;
    }
  }

  /** The next sample, later than the one before it. */
  public void level(long nanos, double level) {
    if (samples++ == 0) {
      firstNanos = nanos;
    } else {
      widestNanos = Math.max(widestNanos, nanos - lastNanos);
    }
    lastNanos = nanos;
    smoothing
        .hear(nanos, level)
        .ifPresent(
            smooth ->
                slicer
                    .hear(smooth.nanos(), smooth.value(), Optional.empty())
                    .ifPresent(lit -> tape.hear(lit, smooth.nanos())));
  }

  /** What repeats in it. */
  public Optional<Rhythm> measured() {
    return Cycle.in(tape.ended(), Tolerance.usual(), widestNanos);
  }

  public double seconds() {
    return (lastNanos - firstNanos) / 1e9;
  }

  /** Light and dark as they were cut out of the level. */
  public List<Lasted> runs() {
    List<Lasted> runs = tape.ended();
    tape.current(lastNanos).ifPresent(runs::add);
    return runs;
  }

  /** How well each character agrees, the best first. */
  public List<Candidate> rank(List<LightCharacter> characters) {
    List<Candidate> ranked = new ArrayList<>();
    Optional<Rhythm> measured = measured();
    for (LightCharacter character : characters) {
      ranked.add(candidate(character, measured));
    }
    ranked.sort(
        (a, b) -> {
          int byShare = Double.compare(b.fit().share(), a.fit().share());
          return byShare != 0 ? byShare : Double.compare(a.fit().offMs(), b.fit().offMs());
        });
    return ranked;
  }

  private Candidate candidate(LightCharacter character, Optional<Rhythm> measured) {
    if (character.open().isPresent()) {
      // The period is not known: the name alone decides.
      Optional<Rhythm> same =
          measured.filter(
              rhythm -> LightCharacter.of(rhythm).filter(character::sameKind).isPresent());
      return same.map(rhythm -> candidate(character, rhythm, false))
          .orElseGet(() -> new Candidate(character, new Fit(0, 0), Optional.empty(), false));
    }
    Expected expected = Expected.character(character);
    if (expected.rhythm().runs().size() == 1) {
      return new Candidate(character, steady(), Optional.of(expected.rhythm()), true);
    }
    Candidate usual = candidate(character, expected.rhythm(), true);
    Optional<Rhythm> also =
        measured.filter(rhythm -> expected.isAlso(rhythm, Tolerance.usual(), widestNanos));
    return usual.matches() || also.isEmpty() ? usual : candidate(character, also.get(), false);
  }

  private Candidate candidate(LightCharacter character, Rhythm list, boolean usual) {
    Fit fit = Fit.of(tape.ended(), list, Tolerance.usual(), widestNanos);
    return new Candidate(character, fit, Optional.of(list), usual);
  }

  private Fit steady() {
    long lit = 0;
    for (Lasted run : runs()) {
      lit += run.lit() ? run.nanos() : 0;
    }
    long all = lastNanos - firstNanos;
    boolean enough = all >= STEADY_NANOS;
    return new Fit(enough ? (double) lit / all : 0, 0);
  }
}
