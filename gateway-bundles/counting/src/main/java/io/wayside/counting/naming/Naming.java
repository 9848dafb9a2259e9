// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.naming;

import io.wayside.counting.detect.ClassVotes;
import io.wayside.counting.detect.ClassVotes.Verdict;
import io.wayside.counting.sighting.Sighting;
import io.wayside.counting.spi.Detection;
import io.wayside.counting.vision.Followed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has vehicles near a line named, a few times each, one picture at a time. What crossed waits for
 * an answer that is under way, but not for long. Pictures and answers come on threads of their own.
 */
public final class Naming {

  /** So many vehicles are remembered; more are never near a line at once. */
  private static final int MOST = 512;

  /** Less sure is a quarrel between votes, or one look that saw hardly anything. */
  private static final double LEAST_SURE = 0.4;

  private final Rules rules;
  private final Map<String, String> classes;
  private final Map<Long, Votes> vehicles = new LinkedHashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private Optional<Look> asked = Optional.empty();
  private double lastS = Double.NEGATIVE_INFINITY;

  /**
   * How often, and how long it may take.
   *
   * @param everyS at least from one look to the next
   * @param looks at most at one vehicle
   * @param waitsS how long what crossed waits for an answer
   */
  public record Rules(double everyS, int looks, double waitsS) {}

  private static final class Votes {
    private final ClassVotes votes = new ClassVotes();
    private int looks;
  }

  private record Waiting(Sighting sighting, double sinceS) {}

  /**
   * Nobody is named yet.
   *
   * @param classes of vehicles by the detector's label; other labels are passed over
   */
  public Naming(Rules rules, Map<String, String> classes) {
    this.rules = rules;
    this.classes = Map.copyOf(classes);
  }

  /**
   * Whom to ask about in this picture; the asker says what came of it by {@link #answered} or
   * {@link #unanswered}. Empty while an answer is awaited, too soon after the last, or when all
   * have been looked at often enough.
   */
  public synchronized Optional<Look> look(List<Followed> near, double atS) {
    if (asked.isPresent() || atS - lastS < rules.everyS()) {
      return Optional.empty();
    }
    List<Followed> wanted =
        near.stream().filter(one -> votes(one.vehicle()).looks < rules.looks()).toList();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    // Those that need no name are in it all the same: a box that is theirs is nobody else's.
    Look look = new Look(atS, near);
    wanted.forEach(one -> votes(one.vehicle()).looks++);
    asked = Optional.of(look);
    lastS = atS;
    return asked;
  }

  private Votes votes(long vehicle) {
    Votes votes = vehicles.get(vehicle);
    if (votes == null) {
      votes = new Votes();
      vehicles.put(vehicle, votes);
      if (vehicles.size() > MOST) {
        vehicles.remove(vehicles.keySet().iterator().next());
      }
    }
    return votes;
  }

  /** What the detector found in a picture. */
  public synchronized void answered(Look look, List<Detection> found) {
    if (!asked.equals(Optional.of(look))) {
      return; // asked before everything was forgotten
    }
    asked = Optional.empty();
    List<Detection> known = found.stream().filter(one -> classes.containsKey(one.label())).toList();
    for (Matching.Match match : Matching.of(look.vehicles(), known)) {
      Votes votes = vehicles.get(match.vehicle());
      String vehicleClass = classes.get(match.detection().label());
      if (votes != null && vehicleClass != null) {
        votes.votes.vote(vehicleClass, match.detection().confidence());
      }
    }
  }

  /** The detector has nothing to say of a picture. */
  public synchronized void unanswered(Look look) {
    if (asked.equals(Optional.of(look))) {
      asked = Optional.empty();
    }
  }

  /** These crossed; they are told by {@link #due}, at once unless an answer is awaited. */
  public synchronized void crossed(List<Sighting> sightings, double atS) {
    sightings.forEach(sighting -> waiting.add(new Waiting(sighting, atS)));
  }

  /** What is to be counted now. */
  public synchronized List<Named> due(double atS) {
    List<Named> due = new ArrayList<>();
    waiting.removeIf(
        one -> {
          boolean isAwaited = asked.isPresent() && asked.get().shows(one.sighting().vehicle());
          if (isAwaited && atS - one.sinceS() < rules.waitsS()) {
            return false;
          }
          due.add(named(one.sighting()));
          return true;
        });
    return due;
  }

  /** All that waits, for no pictures follow. */
  public synchronized List<Named> rest() {
    List<Named> rest = waiting.stream().map(one -> named(one.sighting())).toList();
    waiting.clear();
    return rest;
  }

  /** Vehicles are numbered anew: nothing that is known holds any more. */
  public synchronized void forget() {
    vehicles.clear();
    asked = Optional.empty();
  }

  private Named named(Sighting sighting) {
    Votes votes = vehicles.get(sighting.vehicle());
    Optional<Verdict> verdict =
        votes == null
            ? Optional.empty()
            : votes.votes.verdict().filter(one -> one.confidence() >= LEAST_SURE);
    return new Named(sighting, verdict);
  }
}
