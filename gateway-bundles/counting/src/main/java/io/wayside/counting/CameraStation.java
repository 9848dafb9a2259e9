// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.device.PlateReading;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.core.record.Draft;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.traffic.ClassedVehicle;
import io.wayside.counting.interval.Counted;
import io.wayside.counting.interval.Span;
import io.wayside.counting.naming.Called;
import io.wayside.counting.naming.Calling;
import io.wayside.counting.naming.Named;
import io.wayside.counting.plate.PlateRules;
import io.wayside.counting.plate.PlatedPassages;
import io.wayside.counting.record.SightingRecords;
import io.wayside.counting.sighting.Sighting;
import io.wayside.counting.vision.Occupied;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A counter with a camera without its pictures: what was seen in them comes in, records go out.
 * Time without pictures is not observed. Pictures and ticks come on threads of their own.
 */
final class CameraStation {

  private static final Logger LOG = LoggerFactory.getLogger(CameraStation.class);

  private static final String NO_PICTURES = "no-pictures";
  private static final String LEARNING = "learning";
  private static final String QUEUE = "queue";
  private static final String OUTSIDE = "line-outside";

  /** What crosses is told within this time: it must be clearly beyond the line. */
  private static final long SETTLES_NANOS = 5_000_000_000L;

  private final List<String> lines;
  private final LineBooks books;
  private final Calling calling;
  private final PlatedPassages plates;
  private final String plateLine;
  private final SightingRecords records;
  private final Backlog backlog;
  private final ProvenanceSource provenance;
  private final TimeSource time;
  private final Consumer<ClassedVehicle> classes;
  private final boolean passages;
  private final long blindAfterNanos;
  private final Set<String> queues = new HashSet<>();
  private final Set<String> outside = new HashSet<>();
  private int widthPx;
  private int heightPx;
  private long lastNanos; // when the last picture was taken
  private boolean blind = true;
  private boolean learning;
  private String why = "waits for its camera";
  private long unkept; // records that are in the log alone, for want of room
  private Health health;

  /**
   * How the records are to be.
   *
   * @param plates empty: there is no plate camera
   * @param plateLine where its plates are read; empty: at any line
   */
  record Wishes(
      List<Span> spans,
      ZoneId zone,
      boolean passages,
      long blindAfterNanos,
      Optional<PlateRules> plates,
      String plateLine) {}

  /**
   * @param classes hears of each vehicle that crosses a line
   */
  CameraStation(
      List<String> lines,
      Wishes wishes,
      Calling calling,
      SightingRecords records,
      Backlog backlog,
      ProvenanceSource provenance,
      TimeSource time,
      Consumer<ClassedVehicle> classes) {
    Stamp now = time.now();
    this.lines = List.copyOf(lines);
    this.lastNanos = now.monotonicNanos();
    this.books = new LineBooks(lines, wishes.spans(), wishes.zone(), lastNanos, now.wall());
    this.calling = calling;
    this.plates = new PlatedPassages(wishes.plates());
    this.plateLine = wishes.plateLine();
    this.records = records;
    this.backlog = backlog;
    this.provenance = provenance;
    this.time = time;
    this.classes = classes;
    this.passages = wishes.passages();
    this.blindAfterNanos = wishes.blindAfterNanos();
    this.health = Health.starting(why, lastNanos);
    tell(books.blind(NO_PICTURES, lastNanos));
  }

  /**
   * A picture was looked at.
   *
   * @param crossed with times of the monotonic clock in seconds
   * @param learns the background is not known yet, nothing is counted
   */
  synchronized void seen(long nanos, List<Named> crossed, boolean learns) {
    if (!blind && nanos - lastNanos > blindAfterNanos) {
      lose(lastNanos, "frames came too late");
    }
    lastNanos = nanos;
    if (learns && !learning) {
      tell(books.blind(LEARNING, nanos));
    } else if (!learns && learning) {
      books.seeing(LEARNING, nanos);
    }
    learning = learns;
    if (blind) {
      books.seeing(NO_PICTURES, nanos);
      blind = false;
    }
    crossed.forEach(this::count);
  }

  /** What had crossed before the pictures ended. */
  synchronized void late(List<Named> crossed) {
    crossed.forEach(this::count);
  }

  private void count(Named named) {
    Sighting sighting = named.sighting();
    Called called = calling.call(named);
    long nanos = Math.round(sighting.atS() * 1e9);
    books.count(
        sighting.line(),
        new Counted(
            nanos,
            called.vehicleClass(),
            SightingRecords.direction(sighting),
            called.pcu(),
            sighting.speedMps(),
            0, // what is on the line is looked at in every picture
            sighting.doubtful()));
    if (passages) {
      Draft draft = records.passage(sighting, called, nanos, provenance.current());
      if (plateLine.isEmpty() || plateLine.equals(sighting.line())) {
        plates.passed(draft, nanos).forEach(this::keep);
      } else {
        keep(draft);
      }
    }
    classes.accept(classed(called, sighting, nanos));
  }

  /** It was on the line half of its time before its middle was, and half after. */
  private ClassedVehicle classed(Called called, Sighting sighting, long middleNanos) {
    long halfNanos = Math.max(0, Math.round(sighting.occupiedS() * 1e9 / 2));
    return new ClassedVehicle(
        middleNanos - halfNanos,
        middleNanos + halfNanos,
        calling.scheme(),
        called.vehicleClass(),
        OptionalDouble.of(called.confidence()),
        sighting.lengthM(),
        OptionalInt.empty());
  }

  /** When a vehicle was on a line; what lies between pictures that are too far apart is unknown. */
  synchronized void occupied(String line, List<Occupied> stretches) {
    for (Occupied one : stretches) {
      long fromNanos = Math.round(one.fromS() * 1e9);
      long toNanos = Math.round(one.toS() * 1e9);
      if (toNanos - fromNanos <= blindAfterNanos) {
        books.occupied(line, fromNanos, toNanos);
      }
    }
  }

  /** The plate camera read something. */
  synchronized void plate(PlateReading reading) {
    plates.read(reading);
  }

  /** Whether vehicles stand at a line so that its counts are unreliable. */
  synchronized void queue(String line, boolean now, long nanos) {
    if (now && queues.add(line)) {
      tell(books.unmeasured(line, QUEUE, nanos));
    } else if (!now && queues.remove(line)) {
      books.measured(line, QUEUE, nanos);
    }
  }

  /**
   * The camera's pictures are of this size from now on.
   *
   * @param without lines of which nothing lies in them
   */
  synchronized void size(int newWidthPx, int newHeightPx, List<String> without, long nanos) {
    widthPx = newWidthPx;
    heightPx = newHeightPx;
    for (String line : lines) {
      if (without.contains(line) && outside.add(line)) {
        tell(books.blind(line, OUTSIDE, nanos));
      } else if (!without.contains(line) && outside.remove(line)) {
        books.seeing(line, OUTSIDE, nanos);
      }
    }
  }

  /** No pictures come. */
  synchronized void interrupted(long sinceNanos, String detail) {
    lose(Math.max(lastNanos, sinceNanos), detail);
  }

  private void lose(long sinceNanos, String detail) {
    why = detail;
    if (!blind) {
      blind = true;
      tell(books.blind(NO_PICTURES, sinceNanos));
    }
  }

  synchronized void tick(long nanos) {
    if (!blind && nanos - lastNanos > blindAfterNanos) {
      lose(lastNanos, "no frame for a while; look at the camera's health");
    }
    tell(books.advance(nanos - SETTLES_NANOS, nanos, time.at(nanos).wall()));
    plates.due(nanos).forEach(this::keep);
    backlog.retry();
  }

  synchronized void stop() {
    plates.rest().forEach(this::keep);
    tell(books.stop(time.monotonicNanos()));
  }

  private void tell(List<LineBooks.Told> told) {
    for (LineBooks.Told one : told) {
      keep(
          records.interval(
              one.interval(), one.line(), time.monotonicNanos(), provenance.current()));
    }
  }

  private void keep(Draft draft) {
    if (!backlog.offer(draft)) {
      unkept++;
      LOG.error("no room for this {}, it is not recorded: {}", draft.kind(), draft.body());
    }
  }

  synchronized Health health() {
    Health now = judged(time.monotonicNanos());
    health = health.sameAs(now) ? health : now;
    return health;
  }

  private Health judged(long nanos) {
    Health records =
        CounterHealth.judge(List.of(), java.util.Map.of(), backlog.state(), unkept, nanos);
    if (records.status() == Status.FAILED) {
      return records;
    }
    if (blind) {
      return new Health(Status.DEGRADED, NO_PICTURES, "nothing is counted: " + why, nanos);
    }
    if (!outside.isEmpty()) {
      return new Health(
          Status.DEGRADED,
          OUTSIDE,
          "nothing is counted at "
              + lines.stream().filter(outside::contains).toList()
              + ", outside of the camera's picture of "
              + widthPx
              + "x"
              + heightPx
              + " pixels; lines are in pixels of it: draw them anew (./wayside count --picture), or"
              + " give the camera the size they were drawn for",
          nanos);
    }
    if (!queues.isEmpty()) {
      return new Health(
          Status.DEGRADED,
          QUEUE,
          "vehicles stand at "
              + lines.stream().filter(queues::contains).toList()
              + ", counts are unreliable now; it ends by itself",
          nanos);
    }
    return records;
  }
}
