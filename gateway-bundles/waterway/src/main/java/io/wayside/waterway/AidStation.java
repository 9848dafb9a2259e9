// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.health.Health;
import io.wayside.core.journal.Backlog;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.WaterQuantity;
import io.wayside.core.water.WaterReading;
import io.wayside.waterway.aid.Aid;
import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.aid.Told;
import io.wayside.waterway.availability.DayBook.Day;
import io.wayside.waterway.record.AidRecords;
import io.wayside.waterway.rhythm.Seen;
import io.wayside.waterway.sun.Sun;
import io.wayside.waterway.synchrony.SyncJudge;
import io.wayside.waterway.synchrony.SyncState;
import io.wayside.waterway.watch.AidWatch;
import io.wayside.waterway.watch.Answer;
import io.wayside.waterway.watch.Answers;
import io.wayside.waterway.watch.Sky;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One aid: what its sources tell in, records out. Sources and ticks come on threads of their own.
 */
final class AidStation {

  private static final Logger LOG = LoggerFactory.getLogger(AidStation.class);

  private final AidParts parts;
  private final Aid aid;
  private final AidWatch watch;
  private final AidRecords records;
  private final AidBook book;
  private final KeptReports kept;
  private final Optional<LightEye> eye;
  private final LightOrders orders;
  private final Optional<SyncJudge> sync;
  private final Backlog backlog;
  private final ProvenanceSource provenance;
  private final TimeSource time;
  private Answers told;
  private Optional<Answer<SyncState>> syncTold;
  private int sensorsTold;
  private long unkept; // records that are in the log alone, for want of room
  private long keptAloneNanos;
  private Health health;

  /**
   * @param orders what is ordered of its light
   * @param before the last records of its stream, oldest first
   */
  AidStation(
      AidParts parts,
      LightOrders orders,
      List<JournalRecord> before,
      Backlog backlog,
      ProvenanceSource provenance,
      TimeSource time) {
    Stamp now = time.now();
    long nanos = now.monotonicNanos();
    this.parts = parts;
    this.aid = parts.aid();
    this.orders = orders;
    this.watch = new AidWatch(aid, parts.rules(), nanos);
    this.records = new AidRecords(aid, time);
    this.book = new AidBook(parts.zone(), nanos, now.wall());
    this.kept = new KeptReports(parts.keepEvery());
    this.eye =
        aid.sources()
            .lightInput()
            .flatMap(input -> parts.expected())
            .map(e -> new LightEye(e, this::cameOn, nanos));
    this.sync = parts.sync().map(rules -> new SyncJudge(rules, nanos));
    this.syncTold = sync.map(judge -> first(judge, now));
    this.backlog = backlog;
    this.provenance = provenance;
    this.time = time;
    this.keptAloneNanos = nanos - parts.keepEvery().toNanos();
    this.health = Health.starting("waits to hear of " + aid.id(), nanos);
    Optional<LastState> last = LastState.of(before, now);
    last.ifPresent(state -> watch.restore(state.answers(), state.lastNanos()));
    this.told = watch.answers();
    enter(told);
    if (last.isEmpty()) {
      tell(told, nanos);
    }
  }

  private static Answer<SyncState> first(SyncJudge judge, Stamp now) {
    judge.clock(now);
    return judge.judge(now.monotonicNanos());
  }

  synchronized void report(Told from, AidReport report) {
    if (!aid.sources().reports().contains(from)) {
      return;
    }
    watch.report(report);
    sync.ifPresent(judge -> said(judge, report));
    if (!aid.virtual() && kept.keep(from, report)) {
      keep(records.report(Optional.of(from), report, seen(), watch.sky(), provenance.current()));
    }
  }

  private void said(SyncJudge judge, AidReport report) {
    if (aid.sources().tells(report).contains(AidSign.SYNC_LOST)) {
      boolean lost = aid.sources().signs(report).contains(AidSign.SYNC_LOST);
      judge.said(lost, report.monotonicNanos());
    }
  }

  private void cameOn(long nanos) {
    sync.ifPresent(judge -> judge.flash(nanos));
  }

  private Optional<Seen> seen() {
    return eye.map(light -> light.look(time.monotonicNanos()));
  }

  synchronized void water(Told from, WaterReading reading) {
    if (reading.quantity() == WaterQuantity.LEVEL_M
        && aid.sources().gauge().equals(Optional.of(from))) {
      watch.gauge(reading.monotonicNanos(), reading.value());
    }
  }

  synchronized void photocell(Optional<Boolean> dark) {
    watch.photocell(time.monotonicNanos(), dark);
  }

  synchronized void edge(long nanos, boolean lit) {
    eye.ifPresent(light -> light.edge(nanos, lit));
  }

  /** The light contact is asked though nothing changes. */
  synchronized void lit(boolean lit) {
    eye.ifPresent(light -> light.state(time.monotonicNanos(), lit));
  }

  synchronized void samples(SampleBlock block, int channel) {
    eye.ifPresent(light -> light.block(block, channel));
  }

  synchronized void lightSilent(long nanos) {
    eye.ifPresent(light -> light.silent(nanos));
  }

  synchronized void tick() {
    Stamp now = time.now();
    long nanos = now.monotonicNanos();
    Duty duty = orders.duty(nanos);
    watch.duty(nanos, duty);
    eye.ifPresent(light -> look(light, duty, nanos));
    Answers answers = watch.look(nanos, sun(now));
    int sensors = watch.sensorFaults().size();
    boolean stepChanged = isSyncNew(now);
    boolean changed = stepChanged || !answers.sameAs(told) || sensors != sensorsTold;
    told = answers;
    sensorsTold = sensors;
    if (changed) {
      enter(answers);
      tell(answers, nanos);
    }
    List<Day> over = book.tick(nanos, now.wall(), watch.due(nanos), this::wall);
    over.forEach(day -> closed(day, nanos));
    if (!over.isEmpty()) {
      tell(answers, nanos); // Once a day at least, so that a restart finds it.
    }
    backlog.retry();
  }

  /** Judges whether it flashes in step, and says whether that is news. */
  private boolean isSyncNew(Stamp now) {
    Optional<Answer<SyncState>> before = syncTold;
    sync.ifPresent(
        judge -> {
          judge.clock(now);
          judge.untold(orders.untold());
          if (eye.filter(LightEye::showsPublished).isEmpty()) {
            judge.notShown();
          }
        });
    syncTold = sync.map(judge -> judge.judge(now.monotonicNanos()));
    return syncTold.isPresent() && !before.filter(syncTold.get()::sameAs).isPresent();
  }

  private void look(LightEye light, Duty duty, long nanos) {
    light.duty(duty, nanos);
    Seen now = light.look(nanos);
    watch.seen(nanos, now);
    Sky sky = watch.sky();
    Optional<Boolean> due =
        sky == Sky.NIGHT || sky == Sky.DAY ? Optional.of(sky == Sky.NIGHT) : Optional.empty();
    orders.sees(nanos, Optional.of(now), light.sinceNanos(), due);
    boolean alone = aid.sources().reports().isEmpty() && now != Seen.NOT_KNOWN;
    if (alone && nanos - keptAloneNanos >= parts.keepEvery().toNanos()) {
      keptAloneNanos = nanos;
      AidReport nothing = AidReport.of(nanos, aid.id());
      keep(records.report(Optional.empty(), nothing, Optional.of(now), sky, provenance.current()));
    }
  }

  /** A clock that never was set has no sun to tell. */
  private OptionalDouble sun(Stamp now) {
    if (now.clock().state() == ClockQuality.State.UNSYNCHRONISED) {
      return OptionalDouble.empty();
    }
    return aid.charted().stream()
        .mapToDouble(
            place -> Sun.elevationDeg(now.wall(), place.latitudeDeg(), place.longitudeDeg()))
        .findFirst();
  }

  private Instant wall(long nanos) {
    return time.at(nanos).wall();
  }

  private void enter(Answers answers) {
    book.enter(answers, this::wall);
  }

  private void tell(Answers answers, long nanos) {
    keep(records.state(answers, watch.sensorFaults(), syncTold, nanos, provenance.current()));
  }

  private void closed(Day day, long nanos) {
    if (!aid.virtual()) {
      keep(records.availability(day, nanos, provenance.current()));
    }
  }

  private void keep(Draft draft) {
    if (!backlog.offer(draft)) {
      unkept++;
      LOG.error("no room for this {}, it is not recorded: {}", draft.kind(), draft.body());
    }
  }

  synchronized void stop() {
    Stamp now = time.now();
    book.stop(now.wall()).forEach(day -> closed(day, now.monotonicNanos()));
  }

  /**
   * How the station and its aid are.
   *
   * @param missing ids of devices that are named and not there
   */
  synchronized Health health(List<String> missing) {
    Health now =
        AidHealth.judge(
            aid,
            told,
            watch.sensorFaults(),
            syncTold,
            missing,
            backlog.state(),
            unkept,
            time.monotonicNanos());
    health = health.sameAs(now) ? health : now;
    return health;
  }

  /** What was told last, for tests and commands. */
  synchronized Answers answers() {
    return told;
  }
}
