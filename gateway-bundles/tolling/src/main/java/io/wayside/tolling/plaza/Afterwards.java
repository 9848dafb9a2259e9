// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import io.wayside.tolling.plaza.LateWord.Answer;
import io.wayside.tolling.plaza.PlazaMessage.Kind;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Passages that are held back, until every other lane has said what it remembers of their tag. A
 * question is put again with every repetition, so that it may be lost.
 */
final class Afterwards {

  /** A vehicle beside may come to its loop a little later. */
  static final long LEAST_NANOS = 10_000_000_000L;

  /** Who stood beside has gone by then, and shown whose tag he had. */
  static final long SHOWN_NANOS = 60_000_000_000L;

  static final int MOST_HELD = 4_096;
  private static final int QUESTIONS_AT_ONCE = 8;

  /** An answer is that of a question when it is about the same tag at about the same time. */
  private static final long SAME_TIME_NANOS = 5_000_000_000L;

  /** By how many margins it must have been heard better here than where it may have been too. */
  private static final double AHEAD_MARGINS = 2.5;

  private static final class Open {
    final HeldBack passage;

    /** The best score of the tag here. */
    final double score;

    final Set<String> agreed = new TreeSet<>();

    /** A lane does not remember the time: it is asked about the tag's leaving. */
    OptionalLong leftNanos = OptionalLong.empty();

    Open(HeldBack passage, double score) {
      this.passage = passage;
      this.score = score;
    }
  }

  /**
   * What is asked of the others.
   *
   * @param leaving whether it is about the tag's leaving
   */
  record Question(TagNumber tag, long ageMs, boolean leaving) {}

  /** What this lane itself knows of a passage that it holds back. */
  interface Home {
    /** It is not known yet where the tag went. */
    boolean isUndecided(HeldBack passage, long nowNanos);

    /** No vehicle of this lane can have carried the tag, or it has not left with it. */
    boolean isDenied(HeldBack passage, long nowNanos);

    /** When the tag was last heard here; empty when that is not known well. */
    OptionalLong left(HeldBack passage, long nowNanos);

    /** It is this lane's now. */
    void isOwn(HeldBack passage);
  }

  private final PlazaRules rules;
  private final Collection<String> others;
  private final Home home;
  private final Map<Long, Open> open = new LinkedHashMap<>();
  private final List<LateWord> words = new ArrayList<>();

  Afterwards(PlazaRules rules, Collection<String> others, Home home) {
    this.rules = rules;
    this.others = List.copyOf(others);
    this.home = home;
  }

  /** Takes one up; a passage that it has is taken once. */
  void hold(HeldBack passage, double bestHere) {
    if (open.containsKey(passage.passage())) {
      return;
    }
    open.put(passage.passage(), new Open(passage, Math.max(passage.score(), bestHere)));
    if (open.size() > MOST_HELD) {
      Open eldest = open.values().iterator().next();
      end(eldest, Answer.UNANSWERED);
      open.remove(eldest.passage.passage());
    }
  }

  int size() {
    return open.size();
  }

  /**
   * What is to be asked now, those first that were not asked for longest.
   *
   * @param askable whether a lane can be asked
   */
  List<Question> ask(Predicate<String> askable, long nowNanos) {
    giveUp(nowNanos);
    List<Open> due = new ArrayList<>();
    for (Open each : open.values()) {
      if (due.size() < QUESTIONS_AT_ONCE
          && nowNanos - each.passage.atNanos() >= LEAST_NANOS
          && !home.isUndecided(each.passage, nowNanos)
          && others.stream().anyMatch(lane -> !each.agreed.contains(lane) && askable.test(lane))) {
        due.add(each);
      }
    }
    List<Question> questions = new ArrayList<>();
    for (Open each : due) {
      open.remove(each.passage.passage());
      open.put(each.passage.passage(), each);
      boolean leaving = each.leftNanos.isPresent();
      long asked = each.leftNanos.orElse(each.passage.atNanos());
      questions.add(new Question(each.passage.tag(), (nowNanos - asked) / 1_000_000, leaving));
    }
    return questions;
  }

  private void giveUp(long nowNanos) {
    Iterator<Open> each = open.values().iterator();
    while (each.hasNext()) {
      Open passage = each.next();
      if (nowNanos - passage.passage.atNanos() > rules.heldNanos()) {
        end(passage, Answer.UNANSWERED);
        each.remove();
      }
    }
  }

  /** A lane's answer; it may be to a question of another lane and is as good then. */
  void answered(PlazaMessage message, TagNumber tag, long nowNanos) {
    long atNanos = nowNanos - message.ageMs() * 1_000_000;
    Iterator<Open> each = open.values().iterator();
    while (each.hasNext()) {
      Open passage = each.next();
      boolean same =
          passage.passage.tag().equals(tag)
              && isAbout(passage, atNanos)
              && nowNanos - passage.passage.atNanos() >= LEAST_NANOS
              && !home.isUndecided(passage.passage, nowNanos);
      if (same && weigh(passage, message, nowNanos)) {
        each.remove();
      }
    }
  }

  private static boolean isAbout(Open passage, long nanos) {
    long asked = passage.leftNanos.orElse(passage.passage.atNanos());
    return Math.abs(asked - nanos) <= SAME_TIME_NANOS;
  }

  /** Whether it has come to its end. */
  private boolean weigh(Open passage, PlazaMessage message, long nowNanos) {
    if (message.kind() == Kind.FORGOT) {
      return forgot(passage, message, nowNanos);
    }
    boolean unheard = message.score() == 0;
    boolean better = unheard || passage.score >= message.score() + AHEAD_MARGINS * rules.margin();
    if (!message.vehicle() && !better && mayChange(passage, message, nowNanos)) {
      return false;
    }
    if (message.vehicle() || !better) {
      end(passage, Answer.DISPUTED);
      return true;
    }
    passage.agreed.add(message.lane());
    if (passage.agreed.containsAll(others)) {
      boolean denied = home.isDenied(passage.passage, nowNanos);
      end(passage, denied ? Answer.DISPUTED : Answer.OWN);
      if (!denied) {
        home.isOwn(passage.passage);
      }
      return true;
    }
    return false;
  }

  /**
   * It did not hear the tag with a vehicle, but somebody is there who may have had it: until he has
   * gone, perhaps with a tag of his own.
   */
  private static boolean mayChange(Open passage, PlazaMessage message, long nowNanos) {
    return message.score() <= Plaza.HEARD && nowNanos - passage.passage.atNanos() < SHOWN_NANOS;
  }

  /** Of the whole time it does not know; it may of the moment at which the tag left. */
  private boolean forgot(Open passage, PlazaMessage message, long nowNanos) {
    if (!message.vehicle() && passage.leftNanos.isEmpty()) {
      passage.leftNanos = home.left(passage.passage, nowNanos);
    }
    boolean ended = message.vehicle() || passage.leftNanos.isEmpty();
    if (ended) {
      end(passage, Answer.FORGOTTEN);
    }
    return ended;
  }

  private void end(Open passage, Answer answer) {
    words.add(new LateWord(passage.passage.passage(), answer, List.copyOf(passage.agreed)));
  }

  /** What has come to its end, each once. */
  List<LateWord> words() {
    List<LateWord> found = List.copyOf(words);
    words.clear();
    return found;
  }
}
