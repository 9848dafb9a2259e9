// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Blobs of each picture in, crossings out. Not for several threads. */
public final class LineCounter {

  /** Seen in fewer pictures it is a flicker. */
  private static final double SEEN_S = 0.25;

  /** Seen by itself for less it is a guess, though it was seen among others for long. */
  private static final double BY_ITSELF_S = 0.2;

  /** What crosses has come from elsewhere, by so many of its sizes. */
  private static final double CAME = 0.5;

  private static final double MIDDLE = 0.5;

  /** What a vehicle covers of the road has its middle about so high in its outline. */
  private static final double ROAD = 0.25;

  private static final double LOWEST = 0.1;
  private static final double HIGHEST = 0.5;

  /** Clearly beside a line: so much of the smaller side of its box. */
  private static final double CLEAR = 0.12;

  /** Seen by itself for so long, its size is that of a vehicle. */
  private static final double KNOWN_ALONE_S = 0.5;

  /** Gaps in a vehicle, as a part of its size. */
  private static final double GAP = 0.2;

  /** So much of a picture's width squared is larger than what falls off vehicles. */
  private static final double SPECK = 9.3e-4;

  private static final double ALONG = 1.2;
  private static final double ACROSS = 0.8;

  /** A vehicle that came from elsewhere and stands is kept out of the background for so long. */
  private static final double LONGEST_STAND_S = 600;

  private static final double STANDS_S = 1;

  /** What is larger is light that changed, and must become background. */
  private static final double MOST_OF_PICTURE = 0.7;

  /** Near a line: within so many of its sizes. */
  private static final double NEAR = 2;

  private final List<CountingLine> lines;
  private final double share;
  private final Box picture;
  private final Optional<Yardstick> yardstick;
  private final Sizes sizes;
  private final Optional<Specks> specks;
  private final Solitary solitary;
  private final Splitter splitter;
  private final Optional<SideBySide> sideBySide;
  private final Tempo tempo = new Tempo();
  private final Tracker tracker;
  private final Holding holding;
  private final Remains remains;
  private final Beside beside;
  private final Optional<Belonging> belonging;
  private final Map<String, Queue> queues = new HashMap<>();
  private final Map<String, Occupancy> occupancies = new HashMap<>();
  private final Flow flow = new Flow();
  private final Lessons lessons = new Lessons();
  private final Past past = new Past();
  private final Witness witness;
  private final List<Pending> pending = new ArrayList<>();

  /**
   * A counter that knows nothing of its place yet. Without a measure of the road it learns what is
   * usual from all who come from afar, so that a line counts the same whatever others are drawn;
   * with one it learns from those who are counted, which there is enough.
   *
   * @param lines in pixels of the working picture
   * @param width of the working picture in pixels
   * @param height of the working picture in pixels
   * @param onRoad whether lines lie on the road, so that what touches the road must cross; else
   *     they lie in the picture, and the middle of what is seen must
   */
  public LineCounter(List<CountingLine> lines, int width, int height, boolean onRoad) {
    this(lines, width, height, onRoad, Optional.empty(), Sight.NONE);
  }

  /** The same, with a measure of what vehicles look like here, and with eyes for the picture. */
  public LineCounter(
      List<CountingLine> lines,
      int width,
      int height,
      boolean onRoad,
      Optional<Yardstick> yardstick,
      Sight sight) {
    this.share = onRoad ? ROAD : MIDDLE;
    this.lines = List.copyOf(lines);
    this.picture = new Box(0, 0, width, height);
    this.yardstick = yardstick;
    this.sizes = new Sizes(height);
    this.specks = yardstick.map(road -> new Specks(SPECK * width * width, road));
    this.solitary = new Solitary(SPECK * width * width, picture, sizes);
    this.splitter = new Splitter(sizes, yardstick);
    this.sideBySide = yardstick.map(road -> new SideBySide(road, tempo));
    this.tracker = new Tracker(sizes, tempo, yardstick, picture, flow::usual);
    this.holding = new Holding(sight, new Perspective(sizes, yardstick, picture), tempo);
    this.witness = new Witness(sight, share);
    this.remains = new Remains(picture);
    this.beside = new Beside(tempo, yardstick.isPresent());
    this.belonging =
        yardstick.map(road -> new Belonging(new OneBody(road), tracker::isEstablished));
    lines.forEach(line -> queues.put(line.id(), new Queue()));
    lines.forEach(line -> occupancies.put(line.id(), new Occupancy(line, share)));
  }

  /** What crossed a line shortly before this picture, and is told now. */
  public List<Counted> see(List<Blob> blobs, Foreground foreground, double atS) {
    tempo.picture(atS);
    holding.see(tracker.tracks(), blobs, foreground, atS);
    List<Blob> parts =
        Stream.concat(blobs.stream().filter(Blob::one), parts(blobs, foreground, atS)).toList();
    tracker.see(parted(parts, foreground, atS), atS);
    tracker.tracks().stream()
        .filter(track -> track.way().size() == 1)
        .forEach(track -> track.wasAt(solitary.before(track.box())));
    if (holding.isQueue()) {
      belonging.ifPresent(known -> known.see(tracker.tracks(), flow.usual()));
    }
    past.see(blobs, tracker.tracks(), atS);
    queues.forEach((id, queue) -> queue.see(line(id), tracker.tracks(), atS));
    List<Track> vehicles = tracker.tracks().stream().filter(this::isVehicle).toList();
    vehicles.stream().filter(this::beganHidden).forEach(track -> track.leads(past));
    if (yardstick.isEmpty()) {
      vehicles.stream().filter(this::mayTeach).filter(lessons::isDue).forEach(this::learn);
    }
    vehicles.forEach(track -> lines.forEach(line -> cross(track, line, atS)));
    witness.keep(tracker.tracks());
    occupancies.values().forEach(occupancy -> occupancy.see(vehicles, atS));
    return told(one -> one.isDue(atS, tracker.tracks()));
  }

  /** Of what is not known to be one vehicle. */
  private Stream<Blob> parts(List<Blob> blobs, Foreground foreground, double atS) {
    List<Blob> unsure = blobs.stream().filter(blob -> !blob.one()).toList();
    return remains.of(withoutSpecks(unsure, !foreground.isDark(), atS), held(), foreground).stream()
        .flatMap(
            blob -> splitter.parts(blob, foreground, motion(blob), tracker.knows(blob.box(), atS)));
  }

  private List<Blob> parted(List<Blob> blobs, Foreground foreground, double atS) {
    if (sideBySide.isEmpty()) {
      return blobs;
    }
    SideBySide.Seen seen = sideBySide.get().of(blobs, tracker.tracks(), foreground, atS);
    seen.found().forEach(found -> tracker.part(found, atS));
    return seen.blobs();
  }

  private List<Blob> withoutSpecks(List<Blob> blobs, boolean day, double atS) {
    return specks
        .map(
            one ->
                one.without(
                    blobs,
                    box -> tracker.motionIn(box).isPresent(),
                    tracker::isKnown,
                    day,
                    this::motion))
        .orElseGet(
            () ->
                solitary.without(blobs, box -> tracker.follows(box, atS), day, this::motion, atS));
  }

  /** What has crossed and was not told yet: no pictures follow. */
  public List<Counted> rest() {
    return told(one -> true);
  }

  private List<Counted> told(Predicate<Pending> due) {
    List<Counted> counted = new ArrayList<>();
    for (Pending one : List.copyOf(pending)) {
      if (due.test(one)) {
        pending.remove(one);
        if (vehicle(one).tell(one.line().id())) {
          counted.add(counted(one));
        }
      }
    }
    return counted;
  }

  private Track vehicle(Pending one) {
    return belonging.map(known -> known.vehicle(one.vehicle())).orElseGet(one::vehicle);
  }

  private List<Box> held() {
    return tracker.tracks().stream().filter(Track::isHeld).map(Track::box).toList();
  }

  private Point motion(Blob blob) {
    return tracker.motionIn(blob.box()).orElseGet(flow::usual);
  }

  /** How what is seen at a point moves, or most that passes; nothing while nothing is known. */
  public Point motionAt(Point at) {
    return tracker.motionIn(new Box(at.x() - 1, at.y() - 2, 2, 2)).orElseGet(flow::usual);
  }

  /** How most that passes moves, to or fro; nothing while nothing is known. */
  public Point usualMotion() {
    return flow.usual();
  }

  private CountingLine line(String id) {
    return lines.stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow();
  }

  /** Whether counts of this line are not to be relied upon now. */
  public boolean isQueue(String line, double atS) {
    Queue queue = queues.get(line);
    return queue != null && queue.lastsAt(atS);
  }

  /**
   * How large gaps in the foreground of one vehicle are, which should be filled: a part of its
   * size, more along the way it goes than across, where the next lane is. Empty while nothing is
   * known of vehicles here.
   */
  public Optional<Size> gaps() {
    return sizes.usualAnywhere().map(this::gaps);
  }

  private Size gaps(Size usual) {
    double gap = GAP * Math.sqrt(usual.w() * usual.h());
    boolean sideways = flow.isSideways();
    return new Size(gap * (sideways ? ALONG : ACROSS), gap * (sideways ? ACROSS : ALONG));
  }

  /** When a vehicle was on a line, as far as that is settled by now and was not told yet. */
  public List<Occupied> occupied(String line, double atS) {
    return occupancy(line).told(atS);
  }

  /** The rest of it: no pictures follow. */
  public List<Occupied> restOccupied(String line) {
    return occupancy(line).rest();
  }

  private Occupancy occupancy(String line) {
    Occupancy one = occupancies.get(line);
    if (one == null) {
      throw new IllegalArgumentException("there is no line " + line);
    }
    return one;
  }

  /** Vehicles that are about to cross a line, or just did. */
  public List<Followed> nearLines() {
    return tracker.tracks().stream()
        .filter(this::isVehicle)
        .filter(track -> lines.stream().anyMatch(line -> line.isNear(track.box(), NEAR)))
        .map(track -> new Followed(track.whole().number(), track.box()))
        .toList();
  }

  /** What was hardly by itself is a guess, however far it was guided in what others share. */
  private boolean isVehicle(Track track) {
    return track.seen() >= tempo.pictures(SEEN_S, 3, 6)
        && track.seenAlone() > 0
        && (track.wasHeld() || track.seenAlone() >= tempo.pictures(BY_ITSELF_S, 1, 6))
        && track.came(CAME);
  }

  /** What is a vehicle, and did not come in over the border of the picture. */
  private boolean beganHidden(Track track) {
    return isWhole(track.began()) && track.looksOne();
  }

  /** Boxes of what is followed now. */
  public List<Box> followed() {
    return tracker.tracks().stream().map(Track::box).toList();
  }

  /** Boxes of vehicles, which came from elsewhere: they are not to become background. */
  public List<Box> vehicles() {
    return tracker.tracks().stream().filter(this::isToStay).map(Track::box).toList();
  }

  /** Boxes of those of them that stand, whose shadows are not to become background either. */
  public List<Box> standing() {
    return tracker.tracks().stream()
        .filter(track -> isToStay(track) && track.standsS() > STANDS_S)
        .map(Track::box)
        .toList();
  }

  private boolean isToStay(Track track) {
    return isVehicle(track)
        && track.standsS() < LONGEST_STAND_S
        && track.box().area() < MOST_OF_PICTURE * picture.area();
  }

  private void cross(Track track, CountingLine line, double atS) {
    if (track.hasCrossed(line.id())) {
      return;
    }
    Box box = track.box();
    Optional<Crossing> crossing =
        crossing(track, line, box)
            .flatMap(one -> witness.of(track, line, one, tracker.tracks(), atS));
    if (crossing.isEmpty()) {
      return;
    }
    track.crossed(line.id());
    belonging.ifPresent(known -> known.crosses(track, tracker.tracks(), flow.usual()));
    if (!isPartOfACounted(track, line)) {
      if (yardstick.isPresent()) {
        learn(track);
      }
      pending.add(new Pending(track, line, crossing.get(), box, isQueue(line.id(), atS)));
    }
  }

  private Optional<Crossing> crossing(Track track, CountingLine line, Box box) {
    double middle = middle(track, line);
    return Crossing.of(track.way(), line, middle, CLEAR * Math.min(box.w(), box.h()));
  }

  /** How high in its outline the middle of what it covers of the road is. */
  private double middle(Track track, CountingLine line) {
    Box box = track.box();
    if (yardstick.isEmpty() || !line.isNear(box, 1)) {
      return share;
    }
    Point motion = new Point(track.speedX(), track.speedY());
    Point way = track.standsS() > STANDS_S ? flow.usual() : motion;
    return yardstick
        .get()
        .middle(box, way)
        .map(at -> Math.max(LOWEST, Math.min(HIGHEST, (box.bottom() - at.y()) / box.h())))
        .orElse(share);
  }

  private boolean isPartOfACounted(Track track, CountingLine line) {
    return tracker.tracks().stream()
        .anyMatch(
            other ->
                other != track
                    && other.hasCrossed(line.id())
                    && !beside.isKnown(track, other)
                    && tracker.couldBePieces(other, track));
  }

  private boolean isWhole(Box box) {
    return box.x() > 1
        && box.y() > 1
        && box.right() < picture.w() - 1
        && box.bottom() < picture.h() - 1;
  }

  private Counted counted(Pending one) {
    Track track = one.vehicle();
    Box box = one.box();
    Crossing crossing = one.crossing();
    return new Counted(
        track.number(),
        one.line().id(),
        crossing.to(),
        crossing.atS(),
        crossing.where(),
        box,
        track.way(),
        track.seenAlone() / (double) Math.max(1, track.seen()),
        isWhole(box),
        track.stoodS(),
        one.queue());
  }

  private boolean mayTeach(Track track) {
    return !track.isHeld() && wasAlone(track);
  }

  private boolean wasAlone(Track track) {
    return track.seenAlone() > tempo.pictures(KNOWN_ALONE_S, 4, 12);
  }

  private void learn(Track track) {
    flow.add(track.speedX(), track.speedY());
    if (wasAlone(track)) {
      sizes.saw(
          track.number(),
          track.way().stream().filter(Step::alone).map(Step::box).filter(this::isWhole).toList());
    }
  }
}
