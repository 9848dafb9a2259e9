// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import io.wayside.core.device.Contact;
import io.wayside.core.device.Output;
import io.wayside.core.device.TagSource;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.gpio.ContactInput;
import io.wayside.driver.gpio.SwitchedOutput;
import io.wayside.driver.llrp.Reader;
import io.wayside.tolling.TollLaneConfig;
import io.wayside.tolling.control.EndSigns;
import io.wayside.tolling.control.LaneDevices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The devices of a lane, made as the site document says and as the call allows. */
final class BenchDevices {

  private final SiteParts site;
  private final LaneOptions options;
  private final TimeSource time;

  /** Contacts that are typed, by the words that are typed for them. */
  private final Map<String, TypedContact> typed = new TreeMap<>();

  private final List<HealthSource> driven = new ArrayList<>();
  private final List<Runnable> stops = new ArrayList<>();

  BenchDevices(SiteParts site, LaneOptions options, TimeSource time) {
    this.site = site;
    this.options = options;
    this.time = time;
  }

  LaneDevices of(TollLaneConfig lane) throws Wrong {
    return new LaneDevices(
        reader(lane.readerDevice()),
        contact("l1", lane.armingDevice()),
        contact("l3", lane.safetyDevice()),
        fitted("l2", lane.classingDevice()),
        fitted("curtain", lane.curtainDevice()),
        fitted("up", lane.armUpDevice()),
        fitted("down", lane.armDownDevice()),
        output(lane.raiseDevice()),
        wired(lane.lowerDevice()),
        wired(lane.greenDevice()),
        wired(lane.redDevice()),
        wired(lane.sirenDevice()),
        Optional.empty(), // what a display would say is printed
        new EndSigns(
            wired(lane.reverseGreenDevice()), wired(lane.reverseRedDevice()), Optional.empty()));
  }

  Map<String, TypedContact> typed() {
    return typed;
  }

  /** The drivers that were made. */
  List<HealthSource> driven() {
    return driven;
  }

  /** Takes leave of the devices: a reader serves one client at a time. */
  void stop() {
    stops.forEach(Runnable::run);
  }

  private TagSource reader(String id) throws Wrong {
    Map<String, Object> properties = new HashMap<>(site.part("device", "llrp", id));
    options.reader().ifPresent(address -> properties.put("link", "tcp://" + address));
    Reader reader = Assembled.make(Reader.class, properties, new TcpLinks(), time);
    driven.add(reader);
    stops.add(reader::stop);
    return reader;
  }

  private Optional<Contact> fitted(String word, String id) throws Wrong {
    return id.isEmpty() ? Optional.empty() : Optional.of(contact(word, id));
  }

  private Contact contact(String word, String id) throws Wrong {
    if (options.keys()) {
      TypedContact contact = new TypedContact(id, time);
      typed.put(word, contact);
      return contact;
    }
    ContactInput contact =
        Assembled.make(ContactInput.class, site.part("device", "contact", id), time);
    driven.add(contact);
    stops.add(contact::stop);
    return contact;
  }

  private Optional<Output> wired(String id) throws Wrong {
    return id.isEmpty() ? Optional.empty() : Optional.of(output(id));
  }

  private Output output(String id) throws Wrong {
    Map<String, Object> properties = site.part("device", "output", id);
    if (options.dryRun()) {
      return new DryOutput(id, Boolean.TRUE.equals(properties.get("safeOn")));
    }
    SwitchedOutput output = Assembled.make(SwitchedOutput.class, properties, time);
    driven.add(output);
    stops.add(output::stop);
    return output;
  }
}
