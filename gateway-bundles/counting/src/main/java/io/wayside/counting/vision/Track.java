// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One thing that moves through the picture, from its first blob to its last. */
final class Track {

  private static final int LONGEST_WAY = 2_000;

  /** So much position, speed and size follow what is seen, at a usual rate of pictures. */
  private static final double NEW_GAIN = 0.5;

  private static final double GAIN = 0.2;
  private static final double GUIDED_GAIN = 0.06;
  private static final double HELD_GAIN = 0.3;
  private static final double OWN_GAIN = 0.12;
  private static final double SIZE_GAIN = 0.3;
  private static final int NEW = 3;

  /** It stands while it is no farther than so much of its size from where it stopped. */
  private static final double STANDS = 0.25;

  /** From then on it is not expected to go on as before. */
  private static final double STOPPED_S = 0.7;

  /** From then on it stays what it is until something of it is seen beyond its place. */
  private static final double STANDS_FIRM_S = 1;

  private static final double WITHIN = 0.1;

  /** Of what stands so much is kept: longer than it takes to be seen to have moved off. */
  private static final double STOOD_S = 5;

  /** What goes to and fro comes from nowhere: so much of the way it went leads away. */
  private static final double STRAIGHT = 0.4;

  private static final double LOOKS_ONE = 0.6;

  /** After so long by itself its speed gets no better. */
  private static final double SPEED_KNOWN_S = 0.6;

  /** So long after it was first seen half of what is kept of the past was before that. */
  private static final double LED_WITHIN_S = 1.5;

  private final long number;
  private final Tempo tempo;
  private final List<Step> way = new ArrayList<>();
  private final Set<String> crossed = new HashSet<>();
  private final Set<String> told = new HashSet<>();
  private Optional<Track> partOf = Optional.empty();
  private final Optional<Course> course;
  private final Point origin;
  private Box box;
  private double speedX; // pixels a second
  private double speedY;
  private double atS;
  private Point stop; // where it stands, or last rode by
  private double rodeAtS; // when it was not standing yet
  private double stoodS; // its longest stand
  private double farthest; // from where it began, in sizes of its box
  private double went; // all its way, in sizes
  private int seen;
  private int seenAlone;
  private int missedInARow;
  private boolean held;
  private boolean wasHeld;
  private boolean rode; // faster than people walk, at any time
  private final Entrance entrance;
  private final Kinship kinship = new Kinship();
  private int judged; // how often its outline was looked at
  private int likeOne;
  private int led; // steps of its way before it was seen
  private int ledAlone; // how often it had been seen by itself when these were found
  private boolean traced; // back to where it came from, for good

  Track(long number, Box box, double atS, Tempo tempo, Entrance entrance) {
    this(number, box, atS, tempo, entrance, Optional.empty());
  }

  /** One that goes on as things on the road do, where something is known of it. */
  Track(
      long number, Box box, double atS, Tempo tempo, Entrance entrance, Optional<Yardstick> road) {
    this(
        number,
        new Step(atS, box, box, true),
        tempo,
        entrance,
        road.map(yardstick -> new Course(yardstick, box)));
  }

  private Track(long number, Step first, Tempo tempo, Entrance entrance, Optional<Course> course) {
    this.number = number;
    this.tempo = tempo;
    this.entrance = entrance;
    this.course = course;
    this.box = first.box();
    this.origin = box.centre();
    this.stop = origin;
    this.atS = first.atS();
    this.rodeAtS = atS;
    this.seen = 1;
    remember(first.looked(), first.alone());
  }

  private void remember(Box looked, boolean alone) {
    if (way.size() >= LONGEST_WAY) {
      way.subList(0, LONGEST_WAY / 2).clear();
    }
    Point now = box.centre();
    if (missedInARow == 0) { // where it is only expected it has not been
      double came = Math.max(origin.distance(now), entrance.cameIn(box));
      farthest = Math.max(farthest, came / size());
    }
    went += way.isEmpty() ? 0 : way.get(way.size() - 1).centre().distance(now) / size();
    if (stop.distance(now) > STANDS * size()) {
      stop = now;
      rodeAtS = atS;
    }
    stoodS = Math.max(stoodS, standsS());
    way.add(new Step(atS, box, looked, alone));
    thin();
  }

  /** However long it stands, from where it came stays known, and where it was just now. */
  private void thin() {
    int late = way.size() - 1;
    while (late > 0 && way.get(late).atS() > atS - STOOD_S) {
      late--;
    }
    if (late > 0 && way.get(late - 1).atS() > rodeAtS + STANDS_FIRM_S) {
      way.remove(late);
    }
  }

  private double size() {
    return Math.max(1, Math.sqrt(box.area()));
  }

  long number() {
    return number;
  }

  /** When it was followed last. */
  double atS() {
    return atS;
  }

  Box box() {
    return box;
  }

  /** Where it should be at a time. */
  Box expected(double whenS) {
    double dt = whenS - atS;
    return course
        .flatMap(one -> one.after(box, dt))
        .orElseGet(() -> box.moved(speedX * dt, speedY * dt));
  }

  /** Where one that moves as it does now would be after a while, or was before. */
  Optional<Box> wouldBe(Box from, double dtS) {
    return course.isPresent()
        ? course.get().after(from, dtS)
        : Optional.of(from.moved(speedX * dtS, speedY * dtS));
  }

  /** Where it was seen for the first time. */
  Box began() {
    return way.get(Math.min(led, way.size() - 1)).box();
  }

  /** It was there before it was seen; looked for anew while its speed becomes better known. */
  void leads(Past past) {
    if (!traced && seenAlone != ledAlone && way.size() < LONGEST_WAY / 2 && isLedInTime()) {
      ledAlone = seenAlone;
      way.subList(0, led).clear();
      List<Step> before = past.before(this);
      way.addAll(0, before);
      led = before.size();
      traced = seenAlone > tempo.pictures(SPEED_KNOWN_S, 5, 15);
    }
  }

  /** Once at any time, and then as long as enough is left of the past. */
  private boolean isLedInTime() {
    return ledAlone == 0 || atS - way.get(led).atS() <= LED_WITHIN_S;
  }

  /** Before it was followed it was watched for a while. */
  void wasAt(List<Step> steps) {
    if (!steps.isEmpty()) {
      way.addAll(0, steps);
    }
  }

  double speedX() {
    return speedX;
  }

  double speedY() {
    return speedY;
  }

  /** In how many pictures it was seen. */
  int seen() {
    return seen;
  }

  /** In how many of these it had a blob to itself. */
  int seenAlone() {
    return seenAlone;
  }

  /** Its outline, alone, is that of one vehicle, or it is not. */
  void looks(boolean one) {
    judged++;
    likeOne += one ? 1 : 0;
  }

  /** Whether its outline was that of one vehicle nearly whenever it was looked at. */
  boolean looksOne() {
    return likeOne > LOOKS_ONE * judged;
  }

  Kinship kinship() {
    return kinship;
  }

  /** It was taken for one with another: only this is its own, and it has not leapt there. */
  void parted(Box own, double whenS) {
    kinship.parted();
    box = own;
    atS = whenS;
    course.ifPresent(one -> one.stay(own));
  }

  /** It was taken for one with another, and goes as that one does. */
  void partedFrom(Track other) {
    kinship.parted();
    speedX = other.speedX;
    speedY = other.speedY;
    course.ifPresent(one -> other.course.ifPresent(one::goAs));
  }

  int missedInARow() {
    return missedInARow;
  }

  /** For how long it has been standing now. */
  double standsS() {
    return atS - rodeAtS;
  }

  /** The longest it stood since it came. */
  double stoodS() {
    return stoodS;
  }

  /** Whether it ever went faster than people walk: longer known than the way is kept. */
  boolean rode(Perspective perspective) {
    rode = rode || perspective.rode(way);
    return rode;
  }

  /** Whether it shares its foreground with others now. */
  boolean isAmongOthers() {
    return !way.get(way.size() - 1).alone();
  }

  /** Whether it has come from elsewhere, by so many of its sizes. */
  boolean came(double sizes) {
    return farthest > sizes && (farthest > 3 * sizes || farthest > STRAIGHT * went);
  }

  /** Whether it came in over an edge of the picture: then it was nobody's part. */
  boolean cameOverEdge() {
    return entrance.isAtEdge();
  }

  List<Step> way() {
    return Collections.unmodifiableList(way);
  }

  /** It has its own foreground. What stands keeps its size, though less of it may be seen. */
  void sawAlone(Box seenThere, double whenS) {
    seenAlone++;
    Box there = standsS() > STANDS_FIRM_S && isWithin(seenThere) ? box : seenThere;
    follow(there, whenS, seen < NEW ? NEW_GAIN : GAIN);
    double gain = tempo.gain(SIZE_GAIN);
    box =
        seen < NEW
            ? there
            : Box.around(
                there.centre(),
                box.w() + gain * (there.w() - box.w()),
                box.h() + gain * (there.h() - box.h()));
    seen++;
    remember(seenThere, true);
  }

  private boolean isWithin(Box there) {
    double x = WITHIN * box.w();
    double y = WITHIN * box.h();
    return there.x() > box.x() - x
        && there.y() > box.y() - y
        && there.right() < box.right() + x
        && there.bottom() < box.bottom() + y;
  }

  /** It is somewhere in foreground that it shares with others, and keeps its size. */
  void sawAmongOthers(Box common, double whenS) {
    Box there = standsS() > STOPPED_S ? box : expected(whenS);
    double x = clamp(there.x(), common.x(), common.right(), there.w());
    double y = clamp(there.y(), common.y(), common.bottom(), there.h());
    there = new Box(x, y, there.w(), there.h());
    follow(there, whenS, seen < NEW ? NEW_GAIN : GUIDED_GAIN);
    box = there;
    seen++;
    remember(there, false);
  }

  /** It may stand out of the common foreground by a fifth of its size. */
  private static double clamp(double at, double from, double to, double size) {
    return Math.max(from - 0.2 * size, Math.min(at, to - 0.8 * size));
  }

  private void follow(Box there, double whenS, double usualGain) {
    if (whenS > atS) {
      pace(there, whenS - atS, tempo.gain(usualGain));
    } else { // a second look at one picture says where it is, and nothing of its speed
      course.ifPresent(one -> one.stay(there));
    }
    atS = whenS;
    missedInARow = 0;
  }

  private void pace(Box there, double dt, double gain) {
    Point before = box.centre();
    Point now = there.centre();
    speedX += gain * ((now.x() - before.x()) / dt - speedX);
    speedY += gain * ((now.y() - before.y()) / dt - speedY);
    course.ifPresent(one -> one.follow(there, dt, gain));
  }

  /** From now on it is followed by what it looks like. */
  void hold(double whenS) {
    held = true;
    wasHeld = true;
    kinship.rideBeside(false);
    Box there = standsS() > STOPPED_S ? box : expected(whenS);
    sawItself(there, whenS);
  }

  void release() {
    held = false;
  }

  /** Whether it is followed by what it looks like, since its foreground is not its own. */
  boolean isHeld() {
    return held;
  }

  /** Whether it was known among others by what it looks like: it is a vehicle of its own. */
  boolean wasHeld() {
    return wasHeld;
  }

  /** By what it looks like it is here. */
  void sawItself(Box there, double whenS) {
    follow(there, whenS, HELD_GAIN);
    box = there;
    seen++;
    remember(there, false);
  }

  /** While it is held it has this foreground for its own: its outline is put right by and by. */
  void sawOwn(Box own) {
    double gain = tempo.gain(OWN_GAIN);
    Point middle = box.centre().towards(own.centre(), gain);
    box =
        Box.around(
            middle, box.w() + gain * (own.w() - box.w()), box.h() + gain * (own.h() - box.h()));
    way.set(way.size() - 1, new Step(atS, box, own, true));
  }

  void missed(double whenS) {
    box = standsS() > STOPPED_S ? box : expected(whenS);
    course.ifPresent(one -> one.stay(box));
    atS = whenS;
    missedInARow++;
    remember(box, false);
  }

  /** Never larger than this: it was taken for one with another. */
  void atMost(Size most) {
    box = Box.around(box.centre(), Math.min(box.w(), most.w()), Math.min(box.h(), most.h()));
    course.ifPresent(one -> one.stay(box));
  }

  boolean hasCrossed(String line) {
    return crossed.contains(line);
  }

  void crossed(String line) {
    crossed.add(line);
  }

  /** The other is a part of this one. */
  void absorb(Track part) {
    crossed.addAll(part.crossed);
  }

  /** The other vehicle that this track passed to, if it did; from there on it is that one's. */
  Optional<Track> turned(long another) {
    int turn = wasHeld ? -1 : Turning.of(way); // what it looks like says who it is
    if (turn < 0) {
      return Optional.empty();
    }
    Step first = way.get(turn);
    Track other =
        new Track(another, first, tempo, new Entrance(first.box(), entrance.picture()), course);
    way.subList(turn + 1, way.size()).forEach(other::follows);
    other.speedX = speedX;
    other.speedY = speedY;
    other.box = box;
    other.traced = true;
    return Optional.of(other);
  }

  private void follows(Step step) {
    seen++;
    seenAlone += step.alone() ? 1 : 0;
    box = step.box();
    atS = step.atS();
    remember(step.looked(), step.alone());
  }

  /** What it turned out to be a part of, or itself. */
  Track whole() {
    Track whole = this;
    while (whole.partOf.isPresent()) {
      whole = whole.partOf.get();
    }
    return whole;
  }

  /** Its crossing is told now; false when it had been. */
  boolean tell(String line) {
    return told.add(line);
  }

  /** The other is none of its own, whatever was seen of it. */
  void own(Track other) {
    absorb(other);
    told.addAll(other.told);
    other.partOf = Optional.of(this);
  }

  /** The other has been a part of this one wherever both were seen. */
  void unite(Track part) {
    own(part);
    Map<Double, Step> others = new HashMap<>();
    part.way.forEach(step -> others.put(step.atS(), step));
    way.replaceAll(step -> step.with(others.getOrDefault(step.atS(), step)));
    box = box.with(part.box);
    course.ifPresent(one -> one.stay(box));
  }
}
