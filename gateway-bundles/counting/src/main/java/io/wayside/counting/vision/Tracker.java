// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Follows blobs from picture to picture. Blobs and tracks that overlap form groups; what a group
 * means follows from how many of each there are, how long tracks have been seen by themselves, and
 * how large a vehicle usually is there.
 */
final class Tracker {

  /** Less is a fragment beside a vehicle that it belongs to. */
  private static final double YOUNG_S = 0.5;

  private static final double SMALL_PART = 0.5;

  /** So alike a track and a blob must be when there are several of each. */
  private static final double LIKE = 0.1;

  /** A blob that much within a track is a part of it. */
  private static final double INSIDE = 0.5;

  private static final double SAME_OVERLAP = 0.7;

  /** How long a track goes on unseen: a new one, and one that is known. */
  private static final double NEW_PATIENCE_S = 0.13;

  private static final double PATIENCE_S = 0.42;
  private static final double KNOWN_S = 0.33;
  private static final double FIRM_S = 0.17;

  /** What stands cannot be gone at once: something is before it, or it looks like the road. */
  private static final double STANDING_PATIENCE_S = 3;

  private static final double STANDS_S = 1;

  /** When pictures are this far apart vehicles may leave the place of their box in between. */
  private static final double SLOW_S = 0.055;

  /** So far a new track is looked for then, in sizes of its box. */
  private static final double REACH = 2.5;

  private static final double AS_LARGE = 1.8;

  /** A union that is this much larger than the track, or than usual, is several vehicles. */
  private static final double GREW = 1.6;

  private static final double TOO_LARGE = 1.5;

  /** So alike a blob is to what is known to be there. */
  private static final double KNOWN_LIKE = 0.7;

  /** What is known to be there has moved on since the last picture. */
  private static final double KNOWN_THERE = 0.4;

  /** What is followed changes by more than that from one picture to the next only among others. */
  private static final double LIKE_FOLLOWED = 0.3;

  /** Seen by itself for no longer than that, it is not known to be there at all. */
  private static final double GLIMPSE_S = 0.25;

  /** So long two ride together before they are taken for one. */
  private static final double TOGETHER_S = 0.27;

  /** So long two ride beside each other in what was taken for one, before they are two. */
  private static final double BESIDE_S = 0.2;

  /** Who came so many of its sizes is no part that was just seen for the first time. */
  private static final double FROM_FAR = 3;

  private final Sizes sizes;
  private final Tempo tempo;
  private final Optional<Yardstick> road;
  private final Optional<OneBody> body;
  private final Optional<Companions> companions;
  private final Optional<Twins> twins;
  private final List<Track> tracks = new ArrayList<>();
  private final Box picture;
  private final Supplier<Point> usualMotion;
  private long numbers;

  /** With a measure of what one vehicle looks like, where there is one. */
  Tracker(
      Sizes sizes,
      Tempo tempo,
      Optional<Yardstick> road,
      Box picture,
      Supplier<Point> usualMotion) {
    this.usualMotion = usualMotion;
    this.sizes = sizes;
    this.picture = picture;
    this.tempo = tempo;
    this.road = road;
    this.body = road.map(OneBody::new);
    this.companions = body.map(Companions::new);
    this.twins = body.map(Twins::new);
  }

  List<Track> tracks() {
    return Collections.unmodifiableList(tracks);
  }

  void see(List<Blob> blobs, double atS) {
    Set<Blob> unclaimed = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    unclaimed.addAll(blobs);
    Set<Track> gone = new HashSet<>();
    List<Track> free = tracks.stream().filter(track -> !track.isHeld()).toList();
    List<Group> groups = Group.of(free, blobs, atS);
    groups.forEach(group -> unclaimed.removeAll(group.blobs()));
    for (Group group : groups) {
      lookBeside(group);
      if (group.blobs().isEmpty()) {
        group.tracks().forEach(track -> leapOrMiss(track, unclaimed, atS));
        continue;
      }
      if (group.blobs().stream().anyMatch(Blob::one)) {
        Sure sure = Sure.of(group, atS);
        gone.addAll(sure.parts());
        unclaimed.addAll(sure.others());
      } else if (group.tracks().size() == 1) {
        unclaimed.addAll(one(group.tracks().get(0), group.blobs(), atS));
      } else {
        gone.addAll(several(group, atS));
      }
    }
    tracks.removeAll(gone);
    blobs.stream()
        .filter(unclaimed::contains)
        .filter(this::isNew)
        .forEach(blob -> begin(blob, atS));
    judge();
    tracks.replaceAll(track -> track.turned(numbers + 1).map(this::another).orElse(track));
    unite();
    companions.ifPresent(
        all -> all.see(tracks, tempo.pictures(TOGETHER_S, 3, 8)).forEach(this::unite));
    tracks.removeIf(track -> track.missedInARow() > patience(track));
  }

  /** Every other picture is enough. */
  private void judge() {
    body.ifPresent(
        one ->
            tracks.stream()
                .filter(track -> track.missedInARow() == 0 && !track.isAmongOthers())
                .filter(track -> track.seenAlone() % 2 == 0)
                .forEach(track -> track.looks(one.looks(track))));
  }

  /** Whether it has shown by itself that it is a vehicle of its own. */
  boolean isEstablished(Track track) {
    return track.kinship().isOfItsOwn()
        || (body.isPresent()
            && track.seenAlone() >= tempo.pictures(YOUNG_S, 4, 12)
            && track.looksOne());
  }

  private boolean isSomebody(Track track) {
    return isEstablished(track) || track.came(FROM_FAR);
  }

  private static boolean stands(Track track) {
    return track.standsS() >= STANDS_S && track.came(1);
  }

  private int patience(Track track) {
    if (stands(track)) {
      return tempo.pictures(STANDING_PATIENCE_S, 5, 100);
    }
    return track.seen() > tempo.pictures(KNOWN_S, 3, 8)
        ? tempo.pictures(PATIENCE_S, 2, 10)
        : tempo.pictures(NEW_PATIENCE_S, 1, 3);
  }

  /** With few pictures a second, a track whose speed is not known yet is looked for around it. */
  private void leapOrMiss(Track track, Set<Blob> free, double atS) {
    if (tempo.everyS() > SLOW_S && track.seen() <= 2) {
      Box box = track.box();
      Optional<Blob> next =
          free.stream()
              .filter(blob -> alike(box.area(), blob.box().area()))
              .filter(blob -> distance(box, blob) < REACH * Math.sqrt(box.area()))
              .min(Comparator.comparingDouble(blob -> distance(box, blob)));
      if (next.isPresent()) {
        free.remove(next.get());
        track.sawAlone(next.get().box(), atS);
        return;
      }
    }
    track.missed(atS);
  }

  private static boolean alike(double a, double b) {
    return Math.max(a, b) < AS_LARGE * Math.min(a, b);
  }

  private static double distance(Box box, Blob blob) {
    return box.centre().distance(blob.box().centre());
  }

  /** Returns the blobs that are not its own. */
  private List<Blob> one(Track track, List<Blob> blobs, double atS) {
    Box all = union(blobs);
    Optional<Size> usual = sizes.usualAt(all.centre());
    if (blobs.size() == 1 || !several(track, blobs, all, usual)) {
      track.sawAlone(all, atS);
      return List.of();
    }
    Box expected = track.expected(atS);
    Blob own = Collections.max(blobs, Comparator.comparingDouble(b -> nearness(expected, b.box())));
    usual.ifPresent(s -> track.atMost(new Size(TOO_LARGE * s.w(), TOO_LARGE * s.h())));
    track.sawAlone(own.box(), atS);
    return blobs.stream().filter(blob -> !blob.equals(own)).toList();
  }

  private boolean several(Track track, List<Blob> blobs, Box all, Optional<Size> usual) {
    if (track.kinship().besidePictures() >= tempo.pictures(BESIDE_S, 2, 6)) {
      return true;
    }
    if (isOneBody(track, blobs)) {
      return false;
    }
    return areVehicles(track, blobs)
        || all.area() > GREW * track.box().area()
        || usual.filter(size -> isTooLarge(all, size)).isPresent();
  }

  /** Asked in each picture: one in which they are not two begins the row anew. */
  private void lookBeside(Group group) {
    boolean one = group.tracks().size() == 1 && group.blobs().stream().noneMatch(Blob::one);
    group
        .tracks()
        .forEach(track -> track.kinship().rideBeside(one && areBeside(track, group.blobs())));
  }

  private boolean areBeside(Track track, List<Blob> blobs) {
    Point motion = new Point(track.speedX(), track.speedY());
    return body.isPresent()
        ? blobs.size() == 2 && body.get().beside(blobs.get(0).box(), blobs.get(1).box(), motion)
        : Abreast.are(blobs, motion);
  }

  private boolean isOneBody(Track track, List<Blob> blobs) {
    Point motion = new Point(track.speedX(), track.speedY());
    return body.isPresent() && body.get().joined(blobs, motion);
  }

  private boolean areVehicles(Track track, List<Blob> blobs) {
    Point motion = new Point(track.speedX(), track.speedY());
    return body.isPresent() && body.get().severalVehicles(blobs, motion);
  }

  private static boolean isTooLarge(Box box, Size usual) {
    return box.w() > TOO_LARGE * usual.w() || box.h() > TOO_LARGE * usual.h();
  }

  private static double nearness(Box expected, Box box) {
    return expected.overlap(box) / Math.max(expected.area(), box.area());
  }

  /** Returns the tracks that were parts of others. */
  private List<Track> several(Group group, double atS) {
    if (group.blobs().size() >= group.tracks().size()) {
      oneEach(group, atS);
      return List.of();
    }
    List<Track> parts = new ArrayList<>();
    Box all = union(group.blobs());
    List<Track> kept = withoutParts(group.tracks(), all, parts);
    twins
        .flatMap(
            known ->
                known.of(
                    kept, all, tempo.pictures(YOUNG_S, 4, 12), this::isSomebody, usualMotion.get()))
        .ifPresent(
            found -> {
              found.whole().own(found.part());
              kept.remove(found.part());
              parts.add(found.part());
            });
    if (kept.size() == 1) {
      kept.get(0).sawAlone(all, atS);
    } else {
      kept.forEach(track -> track.sawAmongOthers(all, atS));
    }
    return parts;
  }

  private List<Track> withoutParts(List<Track> together, Box all, List<Track> parts) {
    List<Track> kept = new ArrayList<>();
    List<Track> longestKnownFirst =
        together.stream().sorted(Comparator.comparingInt(Track::seenAlone).reversed()).toList();
    for (Track track : longestKnownFirst) {
      Optional<Track> whole = kept.stream().filter(other -> isPart(track, other, all)).findFirst();
      whole.ifPresent(other -> other.absorb(track));
      (whole.isPresent() ? parts : kept).add(track);
    }
    return kept;
  }

  /** What is new and shares foreground no larger than one vehicle is no vehicle of its own. */
  private boolean isPart(Track track, Track whole, Box all) {
    if (isEstablished(track) || goesElsewhere(track, whole)) {
      return false;
    }
    boolean small = track.box().area() < SMALL_PART * whole.box().area();
    boolean young = track.seenAlone() < tempo.pictures(YOUNG_S, 4, 12);
    boolean doubtful = body.isEmpty() && (isDoubtful(track) || sizes.isOne(all));
    return (young && (small || doubtful)) || couldBeOne(track, whole);
  }

  /** Whether it is known to move, and not as a part would. */
  private boolean goesElsewhere(Track track, Track whole) {
    return body.isPresent()
        && Math.min(track.seenAlone(), whole.seenAlone()) > tempo.pictures(KNOWN_S, 3, 8)
        && !OneBody.asFast(track, whole);
  }

  /** Hardly ever seen by itself, and for longer only together with others. */
  private boolean isDoubtful(Track track) {
    return track.seenAlone() < tempo.pictures(GLIMPSE_S, 2, 6)
        && track.seen() > 2 * track.seenAlone() + 1;
  }

  /** Whether both may be parts of one vehicle, by what one looks like here. */
  boolean couldBeOne(Track a, Track b) {
    return body.isPresent()
        ? !(isEstablished(a) && isEstablished(b))
            && OneBody.asFast(a, b)
            && body.get().join(a.box(), b.box(), OneBody.motion(a, b))
        : sizes.couldBeOne(a.box(), b.box());
  }

  /** The same for two that may be apart for long, and far from each other. */
  boolean couldBePieces(Track a, Track b) {
    return couldBeOne(a, b) && (body.isPresent() || Pieces.mayBe(a, b));
  }

  /** Whether something of this size is followed there that has been by itself for long. */
  boolean knows(Box box, double atS) {
    return tracks.stream()
        .anyMatch(
            track ->
                track.seenAlone() >= tempo.pictures(YOUNG_S, 4, 12)
                    && track.expected(atS).likeness(box) > KNOWN_LIKE);
  }

  /** Whether something of about this size is followed there, and was by itself for long. */
  boolean follows(Box box, double atS) {
    return tracks.stream()
        .anyMatch(
            track ->
                track.seenAlone() >= tempo.pictures(YOUNG_S, 4, 12)
                    && track.expected(atS).likeness(box) > LIKE_FOLLOWED);
  }

  /** Whether what is there is known as a vehicle, or somebody, of its own. */
  boolean isKnown(Box box) {
    return tracks.stream()
        .anyMatch(
            track ->
                track.seenAlone() >= tempo.pictures(YOUNG_S, 4, 12)
                    && track.box().likeness(box) > KNOWN_THERE);
  }

  /** How what is in a box moves, as far as it is followed. */
  Optional<Point> motionIn(Box box) {
    return tracks.stream()
        .filter(track -> track.seen() > tempo.pictures(FIRM_S, 2, 4))
        .filter(track -> track.box().overlap(box) > 0)
        .max(Comparator.comparingDouble(track -> track.box().overlap(box)))
        .map(track -> new Point(track.speedX(), track.speedY()));
  }

  private static void oneEach(Group group, double atS) {
    record Pair(Track track, Blob blob, double likeness) {}
    List<Pair> pairs = new ArrayList<>();
    for (Track track : group.tracks()) {
      for (Blob blob : group.blobs()) {
        pairs.add(new Pair(track, blob, track.expected(atS).likeness(blob.box())));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
    Set<Track> free = new HashSet<>(group.tracks());
    Set<Blob> left = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    left.addAll(group.blobs());
    for (Pair pair : pairs) {
      if (pair.likeness() > LIKE && free.contains(pair.track()) && left.remove(pair.blob())) {
        free.remove(pair.track());
        pair.track().sawAlone(pair.blob().box(), atS);
      }
    }
    free.forEach(track -> track.missed(atS));
  }

  private static Box union(List<Blob> blobs) {
    return blobs.stream().map(Blob::box).reduce(Box::with).orElseThrow();
  }

  private boolean isNew(Blob blob) {
    return tracks.stream()
        .noneMatch(
            track ->
                track.seen() > tempo.pictures(FIRM_S, 2, 4)
                    && track.box().overlap(blob.box()) > INSIDE * blob.box().area());
  }

  private void begin(Blob blob, double atS) {
    Entrance entrance = new Entrance(blob.box(), picture);
    tracks.add(new Track(++numbers, blob.box(), atS, tempo, entrance, road));
  }

  /** A track was two that ride beside each other: both are followed from now on. */
  void part(SideBySide.Found found, double atS) {
    found.track().parted(found.own(), atS);
    Entrance entrance = new Entrance(found.other(), picture);
    Track other = new Track(++numbers, found.other(), atS, tempo, entrance, road);
    other.partedFrom(found.track());
    tracks.add(other);
  }

  private Track another(Track track) {
    numbers = track.number();
    return track;
  }

  private void unite(Companions.Found found) {
    if (tracks.contains(found.whole()) && tracks.remove(found.part())) {
      if (found.image()) {
        found.whole().own(found.part());
      } else {
        found.whole().unite(found.part());
      }
    }
  }

  /** Two that lie upon each other and go the same way are one. */
  private void unite() {
    for (int i = 0; i < tracks.size(); i++) {
      for (int j = tracks.size() - 1; j > i; j--) {
        Track a = tracks.get(i);
        Track b = tracks.get(j);
        if (isSame(a, b) && !(isEstablished(a) && isEstablished(b))) {
          Track kept = a.seen() >= b.seen() ? a : b;
          kept.absorb(kept == a ? b : a);
          tracks.set(i, kept);
          tracks.remove(j);
        }
      }
    }
  }

  private static boolean isSame(Track a, Track b) {
    if (a.wasHeld() && b.wasHeld()) {
      return false;
    }
    double common = a.box().overlap(b.box());
    double apart = Math.hypot(a.speedX() - b.speedX(), a.speedY() - b.speedY());
    double size = Math.min(a.box().w(), a.box().h());
    return common > SAME_OVERLAP * Math.min(a.box().area(), b.box().area())
        && apart < 0.5 * size + 0.3 * Math.hypot(a.speedX(), a.speedY());
  }
}
