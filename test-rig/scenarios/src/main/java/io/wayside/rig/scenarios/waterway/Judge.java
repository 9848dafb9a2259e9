// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import io.wayside.rig.simulators.water.Charted;
import io.wayside.rig.simulators.water.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Holds what a watcher said against what happened. It knows faults and answers, nothing else. */
final class Judge {

  /** So long after the repair a fault may still be spoken of: fixes and nights must come in. */
  static final double GRACE_S = 12 * 3_600;

  /** In the beginning nothing was heard yet, and that is said. */
  private static final long BEGINNING_MS = 600_000;

  private final List<Charted> aids;
  private final List<Fault> faults;

  Judge(List<Charted> aids, List<Fault> faults) {
    this.aids = aids;
    this.faults = faults;
  }

  static boolean isAlarm(Answer answer) {
    return alarms(answer.question()).contains(answer.state());
  }

  private static Set<String> alarms(Question question) {
    return switch (question) {
      case LIGHT -> Set.of("dark", "day-burning", "wrong-rhythm", "reduced");
      case PLACE -> Set.of("off-station", "adrift");
      case POWER -> Set.of("low", "flat");
      case BODY -> Set.of("struck", "tilted", "door-open");
      case TELEMETRY -> Set.of("silent");
    };
  }

  List<Finding> findings(Truth truth, List<Answer> answers) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      Duration stated = Stated.delay(fault.kind(), aids.get(fault.aid()));
      findings.add(new Finding(fault, stated, truth.visibleS(i), detected(fault, answers)));
    }
    return findings;
  }

  /** An answer that stood already when the fault came finds it at once. */
  private static OptionalDouble detected(Fault fault, List<Answer> answers) {
    Expected expected = Expected.of(fault.kind());
    boolean standing = false;
    for (Answer answer : answers) {
      if (answer.aid() != fault.aid() || answer.question() != expected.question()) {
        continue;
      }
      double second = answer.atMs() / 1_000.0;
      boolean says = expected.states().contains(answer.state());
      if (second < fault.fromS()) {
        standing = says;
      } else if (standing) {
        return OptionalDouble.of(fault.fromS());
      } else if (says && second < fault.toS()) {
        return OptionalDouble.of(second);
      }
    }
    return standing ? OptionalDouble.of(fault.fromS()) : OptionalDouble.empty();
  }

  /** Alarms that no fault excuses. */
  List<Answer> falseAlarms(List<Answer> answers) {
    return groundless(answers).filter(answer -> answer.question() != Question.TELEMETRY).toList();
  }

  /** Silences of aids that are well: the air took what they said. */
  List<Answer> silences(List<Answer> answers) {
    return groundless(answers).filter(answer -> answer.question() == Question.TELEMETRY).toList();
  }

  private Stream<Answer> groundless(List<Answer> answers) {
    return answers.stream().filter(Judge::isAlarm).filter(answer -> !excused(answer));
  }

  private boolean excused(Answer answer) {
    if (answer.question() == Question.TELEMETRY && answer.atMs() < BEGINNING_MS) {
      return true;
    }
    double second = answer.atMs() / 1_000.0;
    return faults.stream()
        .filter(fault -> fault.aid() == answer.aid())
        .filter(fault -> second >= fault.fromS() && second < fault.toS() + GRACE_S)
        .anyMatch(fault -> Expected.of(fault.kind()).excuses(answer.question(), answer.state()));
  }

  /** Answers without a reason in words. */
  static List<Answer> unexplained(List<Answer> answers) {
    return answers.stream().filter(answer -> answer.reason().isBlank()).toList();
  }
}
