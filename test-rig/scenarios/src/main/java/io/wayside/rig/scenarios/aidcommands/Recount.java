// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is true of a trial, counted anew from what was sent, what the lamp did second by second, and
 * the records as plain text. It knows nothing of how orders are carried out.
 */
final class Recount {

  /**
   * So long may a lamp that can be reached be otherwise than it was ordered: some lost answers, and
   * a question that the line held back until after the release.
   */
  static final int GRACE_S = 150;

  /** An eye is so late, and looks every second. */
  private static final int EYE_S = Eye.LAG_S + 3;

  private final Trial trial;
  private final Map<String, List<Kept>> orders;
  private final Map<String, Sent> sent = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private int longestAstrayS;
  private int longestOutOfReachS;
  private int proven;
  private final int ruled;

  Recount(Trial trial) {
    this.trial = trial;
    this.orders = Kept.byOrder(trial.records());
    trial.sent().forEach(each -> sent.put(each.id(), each));
    ruled = Kept.ruled(trial.records());
    count();
    walk();
    orders.forEach(this::claims);
  }

  private void count() {
    Set<String> answered = new HashSet<>(trial.done());
    for (Sent each : trial.sent()) {
      List<Kept> steps = orders.getOrDefault(each.id(), List.of());
      long ends = steps.stream().filter(Kept::last).count();
      if (steps.isEmpty() && answered.contains(each.id())) {
        faults.add(each.id() + " was answered as accepted and is not on record");
      } else if (!steps.isEmpty() && ends != 1) {
        faults.add(each.id() + " has " + ends + " outcomes: " + steps);
      } else if (!steps.isEmpty() && !each.fair()) {
        faults.add(each.id() + " had expired when it was sent, and was accepted");
      }
      long first = steps.stream().filter(step -> step.code().equals("accepted")).count();
      if (first > 1) {
        faults.add(each.id() + " was accepted " + first + " times");
      }
      String outcome =
          steps.stream().filter(Kept::last).map(Kept::step).findFirst().orElse("not accepted");
      outcomes.merge(outcome, 1, Integer::sum);
    }
  }

  /** Second by second: whether the lamp is as somebody may want it. */
  private void walk() {
    Map<Integer, List<Sent>> accepted = new HashMap<>();
    for (Sent each : trial.sent()) {
      List<Kept> steps = orders.getOrDefault(each.id(), List.of());
      if (!steps.isEmpty()) {
        accepted.computeIfAbsent(steps.get(0).second(), second -> new ArrayList<>()).add(each);
      }
    }
    Set<Integer> kills = new HashSet<>(trial.kills());
    Map<Integer, Set<String>> calls = new HashMap<>();
    trial
        .lantern()
        .calls()
        .forEach(
            call -> calls.computeIfAbsent(call.second(), s -> new HashSet<>()).add(call.mode()));
    int published =
        trial.confirmations().isEmpty() ? Integer.MAX_VALUE : trial.confirmations().get(0);
    Authority authority = new Authority(published, trial.ruled());
    Astray astray = new Astray();
    for (int now = 0; now < trial.lamp().size(); now++) {
      for (Sent each : accepted.getOrDefault(now, List.of())) {
        authority.take(each);
      }
      authority.called(calls.getOrDefault(now, Set.of()), now);
      TrueLamp.Second is = trial.lamp().seconds().get(now);
      astray.second(!authority.allows(is.mode(), now), is.reachable());
      if (kills.contains(now)) {
        authority.end();
      }
    }
    longestAstrayS = astray.longestReachable;
    longestOutOfReachS = astray.longestAway;
    if (longestAstrayS > GRACE_S) {
      faults.add("a lamp in reach was otherwise than ordered for " + longestAstrayS + " s");
    }
    if (!trial.holds() && longestOutOfReachS > TrueLamp.WATCHDOG_S + GRACE_S) {
      faults.add("a lamp that returns by itself stayed away for " + longestOutOfReachS + " s");
    }
    if (astray.reachable > 0) {
      faults.add("at the end of all the lamp is otherwise than ordered");
    }
  }

  /** What somebody has ordered and may still want. */
  private static final class Authority {

    private final int publishedFrom;
    private final RuledLight ruled;
    private String mode = TrueLamp.OWN;
    private int leaseS;
    private int fromS = -1;

    Authority(int publishedFrom, RuledLight ruled) {
      this.publishedFrom = publishedFrom;
      this.ruled = ruled;
    }

    void take(Sent order) {
      if (!order.command().verb().equals("change-character")) {
        mode = order.mode();
        leaseS = order.leaseS();
        fromS = -1;
      }
    }

    void end() {
      mode = TrueLamp.OWN;
    }

    void called(Set<String> modes, int now) {
      if (fromS < 0 && modes.contains(mode)) {
        fromS = now;
      }
    }

    boolean allows(String is, int now) {
      boolean published = is.equals("code" + Senders.PUBLISHED_CODE) && now >= publishedFrom - 5;
      boolean leased = is.equals(mode) && fromS >= 0 && now <= fromS + leaseS + 1;
      return is.equals(TrueLamp.OWN) || published || leased || ruled.mayWant(is, now);
    }
  }

  /** How long a lamp is otherwise without a break, in reach and altogether. */
  private static final class Astray {
    private int reachable;
    private int away;
    private int longestReachable;
    private int longestAway;

    void second(boolean otherwise, boolean inReach) {
      away = otherwise ? away + 1 : 0;
      reachable = otherwise ? reachable + (inReach ? 1 : 0) : 0;
      longestReachable = Math.max(longestReachable, reachable);
      longestAway = Math.max(longestAway, away);
    }
  }

  /** What is claimed of the light must have been true of it. */
  private void claims(String id, List<Kept> steps) {
    Kept end = steps.stream().filter(Kept::last).findFirst().orElse(null);
    Sent order = sent.get(id);
    if (order == null) {
      faults.add(id + " is on record and was never sent");
      return;
    }
    if (end == null) {
      return;
    }
    String mode = order.mode();
    int from = Math.max(0, end.second() - EYE_S);
    if (end.step().equals("observed")) {
      proven++;
      if (!anySecond(from, end.second(), now -> shows(mode, now))) {
        faults.add(id + " is claimed to be seen at " + end.second() + " s, and was not: " + mode);
      }
    } else if (end.code().equals("light-shows-otherwise")) {
      if (!anySecond(from, end.second(), now -> !shows(mode, now))) {
        faults.add(id + " is claimed not to be seen at " + end.second() + " s, and was: " + mode);
      }
    } else if (end.step().equals("device-confirmed") || end.step().equals("sent")) {
      int accepted = steps.get(0).second();
      if (!trial.lamp().wasTold(mode, accepted, end.second())) {
        faults.add(id + " is claimed to be done by " + end.second() + " s, and was not: " + mode);
      }
    }
  }

  /** A light that was asked to shine and is weak shines. */
  private boolean shows(String mode, int now) {
    String wanted = wanted(mode, now);
    boolean weak = wanted.equals(TrueLamp.PUBLISHED) && look(now).equals(TrueLamp.DIM);
    return weak || look(now).equals(wanted);
  }

  private static String wanted(String mode, int now) {
    return switch (mode) {
      case TrueLamp.SHINE -> TrueLamp.PUBLISHED;
      case TrueLamp.DARK -> TrueLamp.UNLIT;
      case TrueLamp.OWN -> TrueLamp.isNight(now) ? TrueLamp.PUBLISHED : TrueLamp.UNLIT;
      default -> mode;
    };
  }

  private boolean anySecond(int from, int to, Predicate<Integer> so) {
    for (int now = from; now <= Math.min(to, trial.lamp().size() - 1); now++) {
      if (so.test(now)) {
        return true;
      }
    }
    return false;
  }

  private TrueLamp.Second second(int now) {
    return trial.lamp().seconds().get(now);
  }

  private String look(int now) {
    return second(now).look();
  }

  List<String> faults() {
    return faults;
  }

  /** Outcomes and how many had them. */
  Map<String, Integer> outcomes() {
    return outcomes;
  }

  int longestAstrayS() {
    return longestAstrayS;
  }

  int longestOutOfReachS() {
    return longestOutOfReachS;
  }

  /** How often a rule took the light. */
  int ruled() {
    return ruled;
  }

  int proven() {
    return proven;
  }
}
