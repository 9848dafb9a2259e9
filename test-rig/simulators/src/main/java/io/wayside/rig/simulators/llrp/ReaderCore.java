// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import io.wayside.rig.simulators.clock.RigClock;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reader without its wire: configuration, specs, inputs, reports. What it wants to say it says
 * to an outlet. For one thread at a time.
 */
final class ReaderCore implements ReportBuffer.Way, RoSpecs.Watch {

  /** The client, if there is one. */
  interface Outlet {
    /** A message of the reader's own; false when it cannot be taken. */
    boolean say(int type, byte[] body);
  }

  private final ReaderTraits traits;
  private final Outlet outlet;
  final ReaderTime time;
  final Settings settings;
  final RoSpecs roSpecs;
  final AccessSpecs accessSpecs;
  final ReportBuffer reports;
  private final BitSet inputs = new BitSet();
  private ReportEncoder encoder;
  private boolean eventsHeld;

  ReaderCore(ReaderTraits traits, RigClock clock, Outlet outlet) {
    this.traits = traits;
    this.outlet = outlet;
    this.time = new ReaderTime(clock, traits.utcClock());
    this.settings = new Settings(traits);
    this.roSpecs = new RoSpecs(traits, clock, this);
    this.accessSpecs = new AccessSpecs(traits.maxAccessSpecs());
    this.reports = new ReportBuffer(traits.reportCapacity(), this);
    this.encoder = newEncoder();
  }

  private ReportEncoder newEncoder() {
    return new ReportEncoder(traits.utcClock(), traits.omitsRepeated());
  }

  BitSet inputs() {
    return inputs;
  }

  /** A client is in; it has been told so. */
  void connected() {
    encoder = newEncoder();
    eventsHeld = settings.hold();
    reports.open(!eventsHeld);
  }

  void disconnected() {
    reports.open(false);
  }

  /** ENABLE_EVENTS_AND_REPORTS. */
  void goOn() {
    eventsHeld = false;
    reports.open(true);
  }

  /** A tag answers once; false when nothing listens there. */
  boolean reply(SimulatedTag tag, int antenna, int channel, int rssiDbm) {
    RoSpec active = roSpecs.active();
    if (active == null || !active.listensAt(antenna)) {
      return false;
    }
    ReportSpec told = told(active);
    TagReport report =
        TagReport.reply(tag, active.id(), antenna, channel, rssiDbm, time.micros()).during(active);
    Optional<AccessSpec> access = accessSpecs.carryOut(tag, antenna, active);
    if (access.isPresent()) {
      report = report.with(access.get());
    }
    if (access.isPresent() && access.get().reportsAtOnce()) {
      reports.addAtOnce(report, told);
    } else {
      reports.add(report, told);
    }
    return true;
  }

  private ReportSpec told(RoSpec spec) {
    @Nullable ReportSpec own = spec.report();
    return own == null ? settings.report() : own;
  }

  void input(int port, boolean high) {
    if (inputs.get(port) == high) {
      return;
    }
    inputs.set(port, high);
    if (settings.gpiOn(port)) {
      event(Settings.EVENT_GPI, Events.input(time.stamp(), port, high));
      roSpecs.input(port, high);
    }
  }

  void antenna(int port, boolean connected) {
    event(Settings.EVENT_ANTENNA, Events.antenna(time.stamp(), port, connected));
  }

  void exception(String text) {
    event(Settings.EVENT_EXCEPTION, Events.exception(time.stamp(), text));
  }

  byte[] specs() {
    return new Octets().raw(roSpecs.bytes()).raw(accessSpecs.bytes()).bytes();
  }

  @Override
  public void change(int what, RoSpec spec, long preemptedBy) {
    if (what != Events.STARTED) {
      if (told(spec).trigger() != 0) {
        reports.release();
      }
      event(Settings.EVENT_AI_END, Events.aiSpecEnd(time.stamp(), spec.id()));
    }
    event(Settings.EVENT_RO_SPEC, Events.roSpec(time.stamp(), what, spec.id(), preemptedBy));
  }

  @Override
  public boolean send(List<TagReport> batch, ReportSpec told) {
    return outlet.say(MessageType.RO_ACCESS_REPORT, encoder.body(batch, told));
  }

  @Override
  public void fills(int percent) {
    event(Settings.EVENT_BUFFER, Events.bufferFills(time.stamp(), percent));
  }

  /** Cannot be switched off. */
  @Override
  public boolean lost() {
    return outlet.say(MessageType.READER_EVENT_NOTIFICATION, Events.reportsLost(time.stamp()));
  }

  private void event(int type, byte[] body) {
    if (settings.tells(type) && !eventsHeld) {
      outlet.say(MessageType.READER_EVENT_NOTIFICATION, body);
    }
  }
}
