// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which presence of one loop belongs to which of the other. Vehicles do not overtake within a lane,
 * so the order holds; among all ways to pair, skip, merge and split in order the cheapest is taken
 * (dynamic programming over the few presences that wait).
 */
final class Pairing {

  private static final double ALONE = 1;
  private static final double ONE_AND_TWO = 0.6;
  private static final double IN_AND_OUT = 0.7;

  /** Fronts and rears of merged vehicles are this close in speed, as the logarithm of the ratio. */
  private static final double SAME_FLOW = 0.5;

  private final List<Pulse> lead;
  private final List<Pulse> trail;
  private final TrapLayout layout;
  private final LoopRules rules;

  private Pairing(List<Pulse> lead, List<Pulse> trail, TrapLayout layout, LoopRules rules) {
    this.lead = lead;
    this.trail = trail;
    this.layout = layout;
    this.rules = rules;
  }

  /** The cheapest moves, earliest first. */
  static List<Move> of(List<Pulse> lead, List<Pulse> trail, TrapLayout layout, LoopRules rules) {
    return new Pairing(lead, trail, layout, rules).cheapest();
  }

  private List<Move> cheapest() {
    double[][] costs = new double[lead.size() + 1][trail.size() + 1];
    @Nullable Move[][] firsts = new Move[lead.size() + 1][trail.size() + 1];
    for (int i = lead.size(); i >= 0; i--) {
      for (int j = trail.size(); j >= 0; j--) {
        double best = i == lead.size() && j == trail.size() ? 0 : Double.POSITIVE_INFINITY;
        for (Move move : moves(i, j)) {
          double cost = move.cost() + costs[i + move.lead().size()][j + move.trail().size()];
          if (cost < best) {
            best = cost;
            firsts[i][j] = move;
          }
        }
        costs[i][j] = best;
      }
    }
    return path(firsts);
  }

  private static List<Move> path(@Nullable Move[][] firsts) {
    List<Move> path = new ArrayList<>();
    int i = 0;
    int j = 0;
    for (Move next = firsts[i][j]; next != null; next = firsts[i][j]) {
      path.add(next);
      i += next.lead().size();
      j += next.trail().size();
    }
    return path;
  }

  private List<Move> moves(int i, int j) {
    List<Move> moves = new ArrayList<>();
    List<Pulse> leads = lead.subList(i, lead.size());
    List<Pulse> trails = trail.subList(j, trail.size());
    if (!leads.isEmpty() && !trails.isEmpty()) {
      Fit fit = Fit.of(leads.get(0), trails.get(0), layout, rules);
      if (fit.kind() != Fit.Kind.IMPOSSIBLE) {
        moves.add(
            new Move(
                Move.Kind.valueOf(fit.kind().name()),
                leads.subList(0, 1),
                trails.subList(0, 1),
                fit.cost()));
      }
      oneAndTwo(leads, trails, moves);
    }
    if (!leads.isEmpty()) {
      moves.add(new Move(Move.Kind.LEAD_ALONE, leads.subList(0, 1), List.of(), ALONE));
    }
    if (!trails.isEmpty()) {
      moves.add(new Move(Move.Kind.TRAIL_ALONE, List.of(), trails.subList(0, 1), ALONE));
    }
    return moves;
  }

  private void oneAndTwo(List<Pulse> leads, List<Pulse> trails, List<Move> moves) {
    if (trails.size() > 1) {
      Move.Kind kind = of(leads.get(0), trails.get(0), trails.get(1));
      if (kind != null) {
        moves.add(new Move(kind, leads.subList(0, 1), trails.subList(0, 2), cost(kind)));
      }
    }
    if (leads.size() > 1) {
      Move.Kind kind = of(trails.get(0), leads.get(0), leads.get(1));
      if (kind != null) {
        moves.add(new Move(kind, leads.subList(0, 2), trails.subList(0, 1), cost(kind)));
      }
    }
  }

  private static double cost(Move.Kind kind) {
    return kind == Move.Kind.ONE_AND_TWO ? ONE_AND_TWO : IN_AND_OUT;
  }

  /** What one presence of a loop and two of the other can be. */
  private Move.@Nullable Kind of(Pulse one, Pulse first, Pulse second) {
    if (one.cut() || first.cut() || second.cut()) {
      return null;
    }
    boolean under = one.overlaps(first) && one.overlaps(second);
    if (under
        && first.onNanos() < one.onNanos()
        && second.offNanos() > one.offNanos()
        && first.offNanos() > one.onNanos()
        && one.seconds()
            >= Fit.secondsToTurn(layout.spacingM() / ((one.onNanos() - first.onNanos()) / 1e9))) {
      return Move.Kind.IN_AND_OUT;
    }
    long front = first.onNanos() - one.onNanos();
    long rear = second.offNanos() - one.offNanos();
    double least = layout.spacingM() / rules.fastestMps() * 1e9;
    boolean sameWay = front > 0 == rear > 0;
    boolean fastEnough = Math.abs(front) >= least && Math.abs(rear) >= least;
    if (under && sameWay && fastEnough) {
      double apart = Math.abs(Math.log((double) front / rear));
      return apart < SAME_FLOW ? Move.Kind.ONE_AND_TWO : null;
    }
    return null;
  }
}
