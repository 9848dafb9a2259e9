// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.lane.Neighbours;
import io.wayside.tolling.lane.OpenGrant;
import io.wayside.tolling.lane.RecentCharge;
import io.wayside.tolling.plaza.PlazaMessage.Kind;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One lane's side of the talk between the lanes of a station: what it says, and what the others'
 * words mean for it. Time comes with the calls; messages are carried elsewhere and may be lost.
 */
public final class Plaza implements Neighbours {

  private static final long REPEAT_NANOS = 500_000_000;
  private static final int MOST_CLAIMS = 64;

  /** By how many margins one must be ahead to have a tag about which there was a tie. */
  private static final double TIED_MARGINS = 2.5;

  /** Of a tag that a vehicle here may have carried, though it was not heard of one. */
  static final double HEARD = 0.001;

  /** Who has a tag that another lane took is in this one so long before or after. */
  private static final long BESIDE_NANOS = 10_000_000_000L;

  /** A tag that is heard so long after its passage has not left with it. */
  private static final long LEFT_NANOS = 2_000_000_000L;

  private static final int MOST_SETTLED = 64;
  private static final int MOST_ANSWERS = 256;

  private final PlazaRules rules;
  private final String station;
  private final String lane;
  private final long boot;
  private final Map<String, OtherLane> others = new LinkedHashMap<>();
  private final Map<TagNumber, Double> claims = new LinkedHashMap<>();
  private final Map<TagNumber, Long> settled = new LinkedHashMap<>();
  private final Map<TagNumber, Long> ties = new LinkedHashMap<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final List<PlazaMessage> answers = new ArrayList<>();
  private final Recollection recollection = new Recollection();
  private final Strangers strangers = new Strangers();
  private final Afterwards afterwards;
  private final Map<Long, HeldBack> held = new LinkedHashMap<>();
  private Gates gates = new Gates(Set.of(), Set.of());
  private long sequence;
  private boolean repeated;
  private long repeatedNanos;

  /**
   * A lane among others.
   *
   * @param boot higher than at any earlier start; wall-clock milliseconds serve
   * @param others every lane whose vehicles this one's antennas may hear
   */
  public Plaza(
      PlazaRules rules, String station, String lane, long boot, Collection<String> others) {
    this.rules = rules;
    this.station = station;
    this.lane = lane;
    this.boot = boot;
    others.forEach(name -> this.others.put(name, new OtherLane()));
    this.afterwards = new Afterwards(rules, others, home());
  }

  private Afterwards.Home home() {
    return new Afterwards.Home() {
      @Override
      public boolean isUndecided(HeldBack passage, long nowNanos) {
        return gates.isHere(passage.tag(), nowNanos);
      }

      @Override
      public boolean isDenied(HeldBack passage, long nowNanos) {
        OptionalLong passed =
            recollection.passed(passage.tag(), passage.atNanos(), rules.duplicateNanos());
        return passed.isPresent() && isOfAnother(passage, passed.getAsLong(), nowNanos);
      }

      @Override
      public OptionalLong left(HeldBack passage, long nowNanos) {
        OptionalLong passed =
            recollection.passed(passage.tag(), passage.atNanos(), rules.duplicateNanos());
        return passed.isEmpty()
            ? OptionalLong.empty()
            : gates.left(passage.tag(), passage.atNanos(), passed.getAsLong(), nowNanos);
      }

      @Override
      public void isOwn(HeldBack passage) {
        recollection.open(passage.tag(), passage.atNanos(), false);
      }
    };
  }

  private boolean isOfAnother(HeldBack passage, long passedNanos, long nowNanos) {
    TagNumber tag = passage.tag();
    long left = passedNanos + LEFT_NANOS;
    return gates.isHeard(tag, left, passedNanos + Recollection.AROUND_NANOS)
        || gates.clears(tag, passage.atNanos(), passedNanos, nowNanos);
  }

  /** The way the lane looks from now on; without it nothing that {@link #observe} brings counts. */
  public Plaza facing(Layout layout) {
    gates = new Gates(layout.laneAntennas(), layout.approachAntennas());
    return this;
  }

  /** What the lane hears, before the lane does. */
  public void observe(LaneEvent event) {
    gates.hear(event);
  }

  /**
   * Takes up what an earlier run of the lane left, as {@code Lane.resume} does: its open grants are
   * claims still, and what it charged lately is said again.
   */
  public void resume(List<OpenGrant> open, List<RecentCharge> recent, long nowNanos) {
    recollection.begin(nowNanos);
    strangers.begin(nowNanos);
    for (RecentCharge charge : recent) {
      recollection.passed(charge.tag(), nowNanos - Math.max(0, charge.ageNanos()));
      keep(settled, charge.tag(), nowNanos - Math.max(0, charge.ageNanos()), MOST_SETTLED);
    }
    for (OpenGrant grant : open) {
      grant
          .grant()
          .evidence()
          .choice()
          .ifPresent(choice -> keep(claims, choice.tag(), choice.score(), MOST_CLAIMS));
    }
  }

  /** What the lane wants or writes, whatever it is. */
  public void watch(LaneAct act, long nowNanos) {
    strangers.observe(act, nowNanos);
  }

  /** What an act of the lane means to the others; empty when nothing. */
  public Optional<PlazaMessage> say(LaneAct act, long nowNanos) {
    if (act instanceof LaneAct.Announce heard) {
      if (heard.vehicle()) {
        recollection.heard(heard.tag(), heard.score(), nowNanos);
      }
      return Optional.of(message(Kind.HEARD, heard.tag(), heard.score(), heard.vehicle(), 0));
    }
    if (act instanceof LaneAct.Claim claim) {
      keep(claims, claim.tag(), claim.score(), MOST_CLAIMS);
      recollection.heard(claim.tag(), claim.score(), nowNanos);
      return Optional.of(message(Kind.CLAIMED, claim.tag(), claim.score(), true, 0));
    }
    if (act instanceof LaneAct.Release release) {
      claims.remove(release.tag());
      return Optional.of(message(Kind.RELEASED, release.tag(), 0, false, 0));
    }
    if (act instanceof LaneAct.Settle settle) {
      claims.remove(settle.tag());
      keep(settled, settle.tag(), nowNanos, MOST_SETTLED);
      recollection.passed(settle.tag(), nowNanos);
      others.values().forEach(other -> other.settledHere(settle.tag()));
      return Optional.of(message(Kind.SETTLED, settle.tag(), 0, false, 0));
    }
    return Optional.empty();
  }

  /** A passage of this lane is held back until the others have answered. */
  public void hold(HeldBack passage) {
    held.put(passage.passage(), passage);
    if (held.size() > Afterwards.MOST_HELD) {
      held.remove(held.keySet().iterator().next());
    }
    double here =
        recollection
            .at(passage.tag(), passage.atNanos(), rules.duplicateNanos())
            .map(Recollection.Memory::score)
            .orElse(0.0);
    recollection.open(passage.tag(), passage.atNanos(), true);
    afterwards.hold(passage, here);
  }

  /** A person lets a passage that was held back cost something: it is no open one any more. */
  public void decided(long passage) {
    HeldBack decided = held.get(passage);
    if (decided != null) {
      recollection.open(decided.tag(), decided.atNanos(), false);
    }
  }

  /** Passages that are held back no longer, and what the others said; each once. */
  public List<LateWord> lateWords() {
    return afterwards.words();
  }

  /** How many passages are held back. */
  public int heldBack() {
    return afterwards.size();
  }

  /** What others have asked, and is to be said to all; each once. */
  public List<PlazaMessage> answers() {
    List<PlazaMessage> all = List.copyOf(answers);
    answers.clear();
    return all;
  }

  /** What is to be said again, twice a second: that the lane is there, and what still stands. */
  public List<PlazaMessage> repeat(long nowNanos) {
    if (repeated && nowNanos - repeatedNanos < REPEAT_NANOS) {
      return List.of();
    }
    repeated = true;
    repeatedNanos = nowNanos;
    List<PlazaMessage> again = new ArrayList<>();
    again.add(
        new PlazaMessage(
            station, lane, boot, ++sequence, Kind.ALIVE, Optional.empty(), 0, false, 0));
    claims.forEach((tag, score) -> again.add(message(Kind.CLAIMED, tag, score, true, 0)));
    settled.values().removeIf(at -> nowNanos - at >= rules.duplicateNanos());
    settled.forEach(
        (tag, at) -> again.add(message(Kind.SETTLED, tag, 0, false, (nowNanos - at) / 1_000_000)));
    afterwards
        .ask(name -> canBeAsked(name, nowNanos), nowNanos)
        .forEach(
            asked -> again.add(message(Kind.ASKS, asked.tag(), 0, asked.leaving(), asked.ageMs())));
    return again;
  }

  /** Hears another lane; false when the message is not for this one, or was heard before. */
  public boolean hear(PlazaMessage message, long nowNanos) {
    OtherLane other = others.get(message.lane());
    if (!message.station().equals(station)
        || other == null
        || !other.hear(message, nowNanos, rules)) {
      return false;
    }
    if (message.kind() == Kind.ASKS) {
      message.tag().ifPresent(tag -> answer(tag, message, nowNanos));
    } else if (message.kind().isOfThePast()) {
      message.tag().ifPresent(tag -> afterwards.answered(message, tag, nowNanos));
    } else {
      message.tag().ifPresent(tag -> dispute(message.lane(), other.on(tag), tag));
    }
    return true;
  }

  private void answer(TagNumber tag, PlazaMessage question, long nowNanos) {
    if (answers.size() == MOST_ANSWERS || gates.isHere(tag, nowNanos)) {
      return; // asked again
    }
    long ageMs = question.ageMs();
    boolean told = ageMs <= rules.heldNanos() / 1_000_000;
    long atNanos = nowNanos - ageMs * 1_000_000;
    Optional<Recollection.Memory> memory =
        !told
            ? Optional.empty()
            : memory(tag, atNanos, nowNanos)
                .or(() -> question.vehicle() ? leaving(tag, atNanos, nowNanos) : Optional.empty());
    answers.add(
        memory
            .map(known -> message(Kind.RECALLS, tag, known.score(), known.passed(), ageMs))
            .orElseGet(() -> message(Kind.FORGOT, tag, 0, question.vehicle(), ageMs)));
  }

  private Optional<Recollection.Memory> memory(TagNumber tag, long atNanos, long nowNanos) {
    Optional<Recollection.Memory> memory =
        recollection.at(
            tag,
            atNanos,
            rules.duplicateNanos(),
            (from, to) -> gates.clears(tag, from, to, nowNanos));
    boolean nothing =
        gates.heardNothing(tag, atNanos, Recollection.AROUND_NANOS, nowNanos)
            && !strangers.any(atNanos - BESIDE_NANOS, atNanos + BESIDE_NANOS);
    return memory.map(known -> nothing ? known : known.atLeast(HEARD));
  }

  /** Whether a vehicle of this lane may have carried it out, where what was before is not known. */
  private Optional<Recollection.Memory> leaving(TagNumber tag, long leftNanos, long nowNanos) {
    boolean passed =
        claims.containsKey(tag) || recollection.passedAbout(tag, leftNanos, rules.duplicateNanos());
    return switch (gates.leaving(tag, leftNanos, nowNanos)) {
      case NOBODY -> Optional.of(new Recollection.Memory(0, passed));
      case SOMEBODY -> Optional.of(new Recollection.Memory(1, passed));
      case UNKNOWN -> Optional.empty();
    };
  }

  private boolean canBeAsked(String name, long nowNanos) {
    OtherLane other = others.get(name);
    return other != null && other.canBeAsked(nowNanos, rules);
  }

  /** Both lanes could not ask each other in time, and have let the same tag pass. */
  private void dispute(String lane, OtherLane.@Nullable Words theirs, TagNumber tag) {
    Long here = settled.get(tag);
    if (here != null
        && theirs != null
        && theirs.settled
        && !theirs.disputed
        && Math.abs(here - theirs.settledNanos) < rules.duplicateNanos()) {
      theirs.disputed = true;
      if (conflicts.size() < MOST_SETTLED) {
        conflicts.add(new Conflict(tag, lane, here, theirs.settledNanos));
      }
    }
  }

  /** Tags that passed here and in another lane, each once, found out only afterwards. */
  public List<Conflict> conflicts() {
    List<Conflict> found = List.copyOf(conflicts);
    conflicts.clear();
    return found;
  }

  /** Whether every other lane can be asked. */
  public boolean isWhole(long nowNanos) {
    for (OtherLane other : others.values()) {
      if (!other.canBeAsked(nowNanos, rules)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Word ask(TagNumber tag, double score, boolean alone, long nowNanos) {
    boolean tied = false;
    boolean trailing = false;
    boolean leading = false;
    boolean passed = false;
    boolean claimed = false;
    for (OtherLane other : others.values()) {
      OtherLane.Words words = other.on(tag);
      if (words != null) {
        Word word = word(words, tag, score, alone, nowNanos);
        if (word == Word.THEIRS) {
          return Word.THEIRS;
        }
        tied |= word == Word.TIED;
        trailing |= word == Word.TRAILING;
        leading |= word == Word.LEADING;
        passed |= word == Word.PASSED_ELSEWHERE;
        claimed |= word == Word.RATHER_MINE;
      }
    }
    if (tied || trailing || leading) {
      keep(ties, tag, nowNanos, MOST_CLAIMS);
      if (tied || passed || claimed || !isWhole(nowNanos)) {
        return Word.TIED;
      }
      return trailing ? Word.TRAILING : Word.LEADING;
    }
    if (passed) {
      return Word.PASSED_ELSEWHERE;
    }
    if (!isWhole(nowNanos)) {
      return Word.UNARBITRATED;
    }
    return claimed ? Word.RATHER_MINE : Word.MINE;
  }

  private Word word(OtherLane.Words words, TagNumber tag, double score, boolean alone, long now) {
    boolean fresh = words.heard && now - words.heardNanos <= rules.freshNanos();
    double margin = wasTied(tag, now) ? TIED_MARGINS * rules.margin() : rules.margin();
    if (words.claimed && now - words.claimedNanos <= rules.claimNanos()) {
      double theirs = fresh ? Math.max(words.claimedScore, words.heardScore) : words.claimedScore;
      return claimed(theirs, tag, score, margin, alone);
    }
    if (words.settled && now - words.settledNanos < rules.duplicateNanos()) {
      return Word.PASSED_ELSEWHERE;
    }
    if (fresh) {
      if (words.heardScore >= score + margin) {
        return Word.THEIRS;
      }
      // Where nobody stands, nobody can be confused with the vehicle here.
      if (words.vehicle && words.heardScore > score - margin) {
        return score > words.heardScore ? Word.LEADING : Word.TRAILING;
      }
      return Word.MINE;
    }
    return Word.MINE;
  }

  /** A claim stands against all but a clearly better score for a vehicle with no other tag. */
  private Word claimed(double theirs, TagNumber tag, double score, double margin, boolean alone) {
    if (alone && score >= theirs + margin) {
      return Word.RATHER_MINE;
    }
    boolean both = claims.containsKey(tag);
    return both && theirs < score + margin ? Word.TIED : Word.THEIRS;
  }

  /** Of two that were alike the ear that is ahead a moment later is so by chance. */
  private boolean wasTied(TagNumber tag, long now) {
    Long last = ties.get(tag);
    return last != null && now - last <= rules.freshNanos();
  }

  private PlazaMessage message(
      Kind kind, TagNumber tag, double score, boolean vehicle, long ageMs) {
    return new PlazaMessage(
        station, lane, boot, ++sequence, kind, Optional.of(tag), score, vehicle, ageMs);
  }

  private static <T> void keep(Map<TagNumber, T> map, TagNumber tag, T value, int most) {
    map.remove(tag);
    map.put(tag, value);
    if (map.size() > most) {
      map.remove(map.keySet().iterator().next());
    }
  }
}
