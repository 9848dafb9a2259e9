// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.device.Contact;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.lane.ArmPosition;
import io.wayside.tolling.lane.Detector;
import io.wayside.tolling.lane.LaneEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a lane listens to. */
public final class Hearing implements AutoCloseable {

  private final Inbox inbox;
  private final ReaderFeed reader;
  private final Map<Detector, ContactFeed> detectors = new EnumMap<>(Detector.class);
  private final List<ContactFeed> all = new ArrayList<>();
  private final ArmSwitches arm = new ArmSwitches();

  public Hearing(LaneDevices devices, Inbox inbox, TimeSource time) {
    this.inbox = inbox;
    this.reader = new ReaderFeed(devices.reader(), inbox, time);
    detector(Detector.ARMING, devices.arming(), time);
    detector(Detector.SAFETY, devices.safety(), time);
    devices.classing().ifPresent(contact -> detector(Detector.CLASSING, contact, time));
    devices.curtain().ifPresent(contact -> detector(Detector.CURTAIN, contact, time));
    devices.armUp().ifPresent(contact -> armSwitch(contact, true, time));
    devices.armDown().ifPresent(contact -> armSwitch(contact, false, time));
  }

  private void detector(Detector detector, Contact contact, TimeSource time) {
    ContactFeed.Hearer hearer =
        new ContactFeed.Hearer() {
          @Override
          public void is(boolean active, long nanos) {
            inbox.changed(new LaneEvent.Occupied(nanos, detector, active));
          }

          @Override
          public void lost(long nanos) {
            inbox.changed(new LaneEvent.DetectorLost(nanos, detector));
          }
        };
    ContactFeed feed = new ContactFeed(contact, time, hearer);
    detectors.put(detector, feed);
    all.add(feed);
  }

  private void armSwitch(Contact contact, boolean top, TimeSource time) {
    ContactFeed.Hearer hearer =
        new ContactFeed.Hearer() {
          @Override
          public void is(boolean active, long nanos) {
            inbox.changed(new LaneEvent.Arm(nanos, arm.heard(top, Optional.of(active))));
          }

          @Override
          public void lost(long nanos) {
            inbox.changed(new LaneEvent.Arm(nanos, arm.heard(top, Optional.empty())));
          }
        };
    all.add(new ContactFeed(contact, time, hearer));
  }

  public void begin() {
    all.forEach(ContactFeed::begin);
    reader.begin();
  }

  /** Everything is asked what it is. */
  public void refresh() {
    all.forEach(ContactFeed::refresh);
    reader.refresh();
  }

  /** Fitted detectors are lost until they are asked again. */
  public List<LaneEvent> allLost(long nanos) {
    return detectors.keySet().stream()
        .<LaneEvent>map(detector -> new LaneEvent.DetectorLost(nanos, detector))
        .toList();
  }

  /**
   * Whether loop and curtain themselves say at this moment that nothing is under the arm, past the
   * queue. Silence is no proof.
   */
  public boolean nothingUnderTheArm() {
    return isFree(Detector.SAFETY)
        && (!detectors.containsKey(Detector.CURTAIN) || isFree(Detector.CURTAIN));
  }

  private boolean isFree(Detector detector) {
    ContactFeed feed = detectors.get(detector);
    return feed != null && feed.now().equals(Optional.of(false));
  }

  public String deviceId(Detector detector) {
    ContactFeed feed = detectors.get(detector);
    return feed == null ? "none" : feed.deviceId();
  }

  public boolean readerIsLost() {
    return reader.isLost();
  }

  @Override
  public void close() {
    all.forEach(ContactFeed::close);
    reader.close();
  }

  /** Where two switches say that the arm is. One switch alone tells its own end only. */
  private static final class ArmSwitches {

    private Optional<Boolean> top = Optional.empty();
    private Optional<Boolean> bottom = Optional.empty();

    synchronized ArmPosition heard(boolean isTop, Optional<Boolean> active) {
      if (isTop) {
        top = active;
      } else {
        bottom = active;
      }
      if (top.isEmpty() || bottom.isEmpty() || (top.get() && bottom.get())) {
        return ArmPosition.UNKNOWN;
      }
      if (top.get()) {
        return ArmPosition.OPEN;
      }
      return bottom.get() ? ArmPosition.CLOSED : ArmPosition.BETWEEN;
    }
  }
}
