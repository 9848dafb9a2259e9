// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import io.wayside.rig.scenarios.tollkill.Step.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What drives through a lane in one run.
 *
 * @param curtain whether one is fitted
 * @param passing how many vehicles pass
 * @param ungranted how many of them nobody has let pass, or nobody has to: killed before the record
 *     of such a one is durable, a lane knows nothing of it
 * @param unpayable numbers of tags that must not be charged: theirs went back, or passed while
 *     nobody is charged
 * @param usual what must come of it when nobody is killed, by {@link Seen#word}
 */
record Drive(
    String name,
    boolean curtain,
    int passing,
    int ungranted,
    Set<Integer> unpayable,
    Map<String, Integer> usual,
    List<Step> steps) {

  static final String CHARGED = "toll-passage (account)";
  static final String BY_HAND = "toll-passage (manual)";
  static final String REVIEW = "toll-passage (review)";
  static final String FORCED = "toll-passage (forced-open)";
  static final String VIOLATION = "toll-violation";
  static final String ABORT = "toll-abort";

  static final List<Drive> ALL =
      List.of(
          drive("good-tags", 3, 0, Map.of(CHARGED, 3), good(1), good(2), good(3)),
          drive("no-tag", 2, 0, Map.of(BY_HAND, 1, CHARGED, 1), bare(), good(2)),
          drive("tailgater", 3, 1, Map.of(CHARGED, 2, VIOLATION, 1), tailgated(1), good(2)),
          new Drive(
              "curtain",
              true,
              3,
              1,
              Set.of(),
              Map.of(CHARGED, 2, VIOLATION, 1),
              joined(twoOnOnePulse(1), curtained(good(2)))),
          new Drive(
              "hold-open",
              false,
              3,
              2,
              Set.of(1),
              Map.of(FORCED, 2, CHARGED, 1),
              joined(order(What.HOLD_OPEN), rolled(1), rolled(0), order(What.OPEN), good(2))),
          new Drive(
              "maintenance",
              false,
              2,
              1,
              Set.of(1),
              Map.of(FORCED, 1, CHARGED, 1),
              joined(order(What.MAINTAIN), rolled(1), order(What.OPEN), good(2))),
          // A lane that has lost a loop is out of step: the next is held, something is given up.
          drive(
              "loop-lost",
              3,
              0,
              Map.of(CHARGED, 1, REVIEW, 1, ABORT, 1, BY_HAND, 1),
              good(1),
              overLostLoop(2),
              good(3)),
          drive("closed", 1, 0, Map.of(CHARGED, 1), closedAndOpened(1)),
          new Drive(
              "goes-back",
              false,
              1,
              0,
              Set.of(1),
              Map.of(ABORT, 1, CHARGED, 1),
              joined(backs(1), good(2))));

  @SafeVarargs
  private static Drive drive(
      String name, int passing, int ungranted, Map<String, Integer> usual, List<Step>... parts) {
    return new Drive(name, false, passing, ungranted, Set.of(), usual, joined(parts));
  }

  @SafeVarargs
  private static List<Step> joined(List<Step>... parts) {
    List<Step> all = new ArrayList<>();
    for (List<Step> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }

  private static List<Step> order(What what) {
    return List.of(Step.order(what));
  }

  private static Step coming() {
    return Step.rolls(false, false, 2_500);
  }

  private static Step heard(int tag) {
    return new Step(What.IS_HEARD, true, false, false, tag, 0);
  }

  /** Has a tag, is let pass, and drives on. */
  private static List<Step> good(int tag) {
    return List.of(
        coming(),
        Step.rolls(true, false, 60),
        heard(tag),
        Step.rolls(false, false, 600),
        Step.rolls(false, true, 700),
        coming());
  }

  private static List<Step> curtained(List<Step> steps) {
    return steps.stream().map(step -> step.safety() ? step.broken() : step).toList();
  }

  /** Has none; the attendant lets it pass. */
  private static List<Step> bare() {
    return List.of(
        coming(),
        Step.rolls(true, false, 60),
        new Step(What.CALLS, true, false, false, 0, 2_500),
        Step.rolls(false, false, 600),
        Step.rolls(false, true, 700),
        coming());
  }

  /** Nobody stops it: the arm is up, or is not minded. */
  private static List<Step> rolled(int tag) {
    return List.of(
        coming(),
        new Step(What.ROLLS, true, false, false, tag, 900),
        Step.rolls(false, false, 600),
        Step.rolls(false, true, 700),
        coming());
  }

  /** Another without a tag comes close behind it, on its grant. */
  private static List<Step> tailgated(int tag) {
    return List.of(
        coming(),
        Step.rolls(true, false, 60),
        heard(tag),
        Step.rolls(false, false, 600),
        Step.rolls(false, true, 300),
        Step.rolls(true, true, 400),
        Step.rolls(true, false, 200),
        Step.rolls(false, false, 100),
        Step.rolls(false, true, 700),
        coming());
  }

  /** The same, so close that L3 is one pulse; the curtain sees the gap. */
  private static List<Step> twoOnOnePulse(int tag) {
    return List.of(
        coming(),
        Step.rolls(true, false, 60),
        heard(tag),
        Step.rolls(false, false, 600),
        Step.rolls(false, true, 300).broken(),
        Step.rolls(true, true, 400).broken(),
        Step.rolls(false, true, 200),
        Step.rolls(false, true, 400).broken(),
        Step.rolls(false, true, 300),
        coming());
  }

  /** L1 is lost while it stands before the arm. */
  private static List<Step> overLostLoop(int tag) {
    return List.of(
        coming(),
        Step.rolls(true, false, 60),
        heard(tag),
        new Step(What.LOSES_ARMING, false, false, false, 0, 800),
        new Step(What.LOSES_ARMING, false, true, false, 0, 700),
        new Step(What.LOSES_ARMING, false, false, false, 0, 800),
        coming());
  }

  /** Comes to a closed lane and waits until it is opened. */
  private static List<Step> closedAndOpened(int tag) {
    return joined(
        order(What.CLOSE),
        List.of(coming(), new Step(What.ROLLS, true, false, false, tag, 2_500)),
        List.of(new Step(What.OPEN, true, false, false, 0, 500)),
        List.of(heard(tag), Step.rolls(false, false, 600), Step.rolls(false, true, 700), coming()));
  }

  /** May pass, and goes back. */
  private static List<Step> backs(int tag) {
    return List.of(
        coming(), Step.rolls(true, false, 60), heard(tag), Step.rolls(false, false, 13_000));
  }

  static Drive named(String name) {
    return ALL.stream()
        .filter(drive -> drive.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no drive '"
                        + name
                        + "'; take one of "
                        + ALL.stream().map(Drive::name).toList()));
  }

  /** The last order before a step, by its verb. */
  String orderBefore(int index) {
    String verb = What.OPEN.verb;
    for (Step step : steps.subList(0, index)) {
      verb = step.what().verb.isEmpty() ? verb : step.what().verb;
    }
    return verb;
  }
}
