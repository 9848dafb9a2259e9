// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.device.TagSighting;
import io.wayside.rig.simulators.toll.WorldCommand;
import io.wayside.rig.simulators.toll.WorldEvent;
import io.wayside.rig.simulators.toll.scenario.Play;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.TagBook;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneState;
import io.wayside.tolling.lane.Neighbours;
import io.wayside.tolling.lane.OpenGrant;
import io.wayside.tolling.lane.RecentCharge;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands around a lane in a gateway, in one thread and in the world's time. */
final class Gateway {

  /** An office that answers in time: a decision waits 300 ms for it. */
  private static final long OFFICE_ANSWERS_NANOS = 120_000_000L;

  /** The gateway tries again so often to put on record what waits. */
  private static final long RETRY_NANOS = 400_000_000L;

  final Agenda agenda;
  final StationClock clock = new StationClock();
  final ReaderWire reader = new ReaderWire();
  final Lists lists;
  final RealParts real;
  final Written written = new Written();
  private final int number;
  private final Devices devices = new Devices();
  private final Map<WorldEvent.Detector, Settling> settlings =
      new EnumMap<>(WorldEvent.Detector.class);
  private final TagBook book;
  private final Booth booth;
  private final UnderTest.Maker maker;
  private final Seen seen;
  private final Optional<Talk> talk;
  private final List<WorldCommand> commands = new ArrayList<>();
  private @Nullable UnderTest lane;
  private boolean officeUp = true;
  private boolean readerUp = true;
  private long now = Long.MIN_VALUE;
  private final Set<Long> held = new HashSet<>();

  private boolean stationWhole;
  private final List<Twin.Dark> dark = new ArrayList<>();
  private long stoppedNanos;

  Gateway(
      int number, Play play, UnderTest.Maker maker, Seen seen, Agenda agenda, Optional<Talk> talk) {
    this.number = number;
    this.agenda = agenda;
    this.talk = talk;
    this.lists = new Lists(play.register(), clock, () -> now);
    this.real = RealParts.of(number, play, clock, () -> now);
    this.book = real.lists().map(TagBook.class::cast).orElse(lists);
    this.booth =
        new Booth(book, clock, number, () -> real.books().map(Books::isRecording).orElse(true));
    this.maker = maker;
    this.seen = seen;
  }

  /** Of its lane. */
  int number() {
    return number;
  }

  /** Starts, for the first time or with what the journal has kept. */
  void start(long nanos) {
    now = Math.max(now, nanos);
    if (stoppedNanos > 0) {
      dark.add(new Twin.Dark(number, stoppedNanos, now));
      stoppedNanos = 0;
    }
    Neighbours deaf = (tag, score, alone, at) -> Neighbours.Word.UNARBITRATED;
    lane = maker.make(booth, talk.map(Neighbours.class::cast).orElse(deaf), written.nextVehicle());
    List<OpenGrant> open = written.open(nanos);
    List<RecentCharge> recent = written.recent(nanos);
    talk.ifPresent(each -> each.start(open, recent, written.held(each.late()), nanos));
    carryOut(lane.resume(open, recent, nanos), nanos);
    links(nanos);
    tell(new LaneEvent.Reader(nanos, readerUp));
    devices.all(nanos).forEach(this::tell);
    tell(new LaneEvent.Order(nanos, LaneOrder.OPEN, "rig"));
  }

  /** The power is gone: nothing is heard and nothing said; the arm stays as it is. */
  void stop(long nanos) {
    stoppedNanos = nanos;
    lane = null;
    talk.ifPresent(Talk::stop);
  }

  void office(long nanos, boolean up) {
    officeUp = up;
    links(nanos);
  }

  private void links(long nanos) {
    stationWhole = whole(nanos);
    tell(new LaneEvent.Links(nanos, officeUp, stationWhole));
  }

  private boolean whole(long nanos) {
    return talk.filter(each -> each.isWhole(nanos)).isPresent();
  }

  void reader(long nanos, boolean up) {
    readerUp = up;
    if (up) {
      reader.connect();
    }
    tell(new LaneEvent.Reader(nanos, up));
  }

  Optional<LaneState> state() {
    return Optional.ofNullable(lane).map(UnderTest::state);
  }

  /** Tags that had passed here and in another lane before either knew. */
  long conflicts() {
    return talk.map(each -> each.conflicts().size()).orElse(0);
  }

  /** As the lane has written them, with what it put on record of them afterwards. */
  List<Ending> endings() {
    return written.endings(
        talk.map(Talk::conflicts).orElse(List.of()), talk.map(Talk::late).orElse(List.of()));
  }

  /** When it was off. */
  List<Twin.Dark> dark() {
    return List.copyOf(dark);
  }

  /** How many passages are held back and may still be charged. */
  int waiting() {
    return talk.map(Talk::waiting).orElse(0);
  }

  /** How many vehicles were held. */
  int held() {
    return held.size();
  }

  /** What a device noticed. */
  void hear(WorldEvent event) {
    now = Math.max(now, event.nanos());
    if (event instanceof WorldEvent.TagRead read) {
      for (TagSighting sighting : reader.carry(read)) {
        seen.heard(number, sighting);
        tell(heard(sighting));
      }
    } else if (event instanceof WorldEvent.Edge edge) {
      Settling settling = settlings.computeIfAbsent(edge.detector(), each -> new Settling());
      if (settling.hear(edge)) {
        agenda.at(edge.nanos() + Settling.NANOS, at -> settled(settling, edge));
      }
    } else if (event instanceof WorldEvent.ArmContact contact) {
      tell(devices.changed(contact));
    }
  }

  private void settled(Settling settling, WorldEvent.Edge edge) {
    if (settling.lasted(edge)) {
      tell(devices.changed(edge));
    }
  }

  private static LaneEvent heard(TagSighting sighting) {
    return new LaneEvent.Heard(
        sighting.monotonicNanos(),
        new TagNumber(sighting.epc(), sighting.epcBits()),
        sighting.tid(),
        sighting.antenna(),
        sighting.strengthDbm(),
        sighting.count());
  }

  /** When the lane next wants to be told the time. */
  long nextTick() {
    return lane == null ? Long.MAX_VALUE : lane.nextTick().orElse(Long.MAX_VALUE);
  }

  void tick(long nanos) {
    tell(new LaneEvent.Tick(nanos));
  }

  /** To the lane, as long as the gateway runs. */
  void tell(LaneEvent event) {
    now = Math.max(now, event.nanos());
    if (!(event instanceof LaneEvent.Links) && whole(now) != stationWhole) {
      links(now);
    }
    if (!(event instanceof LaneEvent.Heard || event instanceof LaneEvent.Tick)) {
      seen.note(event.nanos(), number + " > " + Wording.of(event));
    }
    if (lane != null) {
      talk.ifPresent(each -> each.observe(event));
      carryOut(lane.on(event), event.nanos());
    }
  }

  private void carryOut(List<LaneAct> acts, long nanos) {
    for (LaneAct act : acts) {
      talk.ifPresent(each -> each.said(act, nanos));
      Wording.of(act).ifPresent(words -> seen.note(nanos, number + " < " + words));
      if (act instanceof LaneAct.Barrier barrier) {
        boolean up = barrier.request() == LaneAct.Request.RAISE;
        commands.add(new WorldCommand.Barrier(number, up));
      } else if (act instanceof LaneAct.Light light) {
        commands.add(new WorldCommand.Light(number, light.colour() == LaneAct.Colour.GREEN));
      } else if (act instanceof LaneAct.Radio radio) {
        commands.add(new WorldCommand.Radio(number, radio.on()));
      } else if (act instanceof LaneAct.Write write) {
        write(write.outcome(), nanos);
      } else if (act instanceof LaneAct.AskLater held) {
        written.hold(held);
      } else if (act instanceof LaneAct.AskOffice asked) {
        agenda.at(nanos + OFFICE_ANSWERS_NANOS, at -> answer(asked.tag(), at));
      } else if (act instanceof LaneAct.Photograph photograph
          && photograph.shot() == LaneAct.Shot.HELD) {
        held.add(photograph.vehicle());
      }
    }
  }

  private void write(LaneOutcome outcome, long nanos) {
    if (real.books().isEmpty()) {
      written.write(outcome, nanos);
      return;
    }
    Books books = real.books().get();
    boolean waited = books.waiting() > 0;
    books.write(outcome).forEach(kept -> written.write(kept, nanos));
    if (books.waiting() > 0 && !waited) {
      seen.note(nanos, number + " ! not recorded: " + books.failure());
      real.refused();
      agenda.at(nanos + RETRY_NANOS, at -> retry(books, at));
    }
  }

  private void retry(Books books, long nanos) {
    books.retry().forEach(kept -> written.write(kept, nanos));
    if (books.waiting() > 0) {
      agenda.at(nanos + RETRY_NANOS, at -> retry(books, at));
    }
  }

  private void answer(TagNumber tag, long nanos) {
    if (officeUp) {
      boolean good = book.find(tag).standing() == Standing.GOOD;
      tell(new LaneEvent.Office(nanos, tag, good, good ? "" : "refused"));
    }
  }

  /** What the lane wants of its devices since it was asked last. */
  List<WorldCommand> commands() {
    List<WorldCommand> wanted = List.copyOf(commands);
    commands.clear();
    return wanted;
  }
}
