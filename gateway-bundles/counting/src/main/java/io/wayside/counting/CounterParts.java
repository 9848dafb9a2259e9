// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.data.GarbledData;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.counting.fault.FaultRules;
import io.wayside.counting.interval.Span;
import io.wayside.counting.lane.LaneSetup;
import io.wayside.counting.loop.Delays;
import io.wayside.counting.loop.LoopRules;
import io.wayside.counting.loop.Port;
import io.wayside.counting.loop.TrapLayout;
import io.wayside.counting.plate.PlateRules;
import io.wayside.counting.scheme.Classifier;
import io.wayside.counting.scheme.PcuRule;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a counter is made of, out of its configuration and the data of the site and the release.
 *
 * @param contacts ports by id of contact
 * @param plates empty: there is no plate camera
 */
record CounterParts(LaneSetup setup, Map<String, Port> contacts, Optional<PlateRules> plates) {

  private static final long WINDOW_NANOS = 50_000_000;

  static CounterParts of(LoopCounterConfig config, CounterFiles files)
      throws IOException, GarbledData {
    Map<String, Port> contacts = contacts(config);
    Map<Port, Delays> channels = new EnumMap<>(Port.class);
    contacts.values().forEach(port -> channels.put(port, Delays.NONE));
    channels.put(Port.LEAD, delays(config.leadOnDelayUs(), config.leadOffDelayUs()));
    Optional<TrapLayout> layout = Optional.empty();
    if (contacts.containsValue(Port.TRAIL)) {
      channels.put(Port.TRAIL, delays(config.trailOnDelayUs(), config.trailOffDelayUs()));
      layout = Optional.of(layout(config, contacts));
    }
    long stuck = config.stuckAfterS() * 1_000_000_000L;
    long silent = config.silentAfterMin() * 60_000_000_000L;
    LaneSetup setup =
        new LaneSetup(
            layout,
            LoopRules.usual().stuckAfter(stuck),
            FaultRules.usual().with(stuck, silent, config.missingAfter()),
            channels,
            WINDOW_NANOS,
            spans(config.intervals()),
            zone(config.timeZone()),
            classifier(config, files));
    return new CounterParts(setup, Map.copyOf(contacts), plates(config).rules(files));
  }

  private static PlateWishes plates(LoopCounterConfig config) {
    return new PlateWishes(
        config.plateDevice(),
        config.plateKeyFile(),
        config.plateForms(),
        config.plateDelayMs(),
        config.plateWithinMs(),
        config.plateTexts());
  }

  /** A time zone by name; that of the operating system where there is none. */
  static ZoneId zone(String name) {
    return name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name);
  }

  private static Delays delays(int onUs, int offUs) {
    return new Delays(onUs * 1000L, offUs * 1000L);
  }

  private static Map<String, Port> contacts(LoopCounterConfig config) {
    Map<String, Port> contacts = new LinkedHashMap<>();
    put(contacts, config.leadContact(), Port.LEAD);
    put(contacts, config.trailContact(), Port.TRAIL);
    put(contacts, config.axleContact(), Port.PIEZO_1);
    put(contacts, config.secondAxleContact(), Port.PIEZO_2);
    boolean axles = contacts.containsValue(Port.PIEZO_1) || contacts.containsValue(Port.PIEZO_2);
    if (axles && !contacts.containsValue(Port.TRAIL)) {
      throw new IllegalArgumentException(
          "axleContact needs a trailContact: axles are told apart by a pair of loops");
    }
    if (contacts.containsValue(Port.PIEZO_2) && !contacts.containsValue(Port.PIEZO_1)) {
      throw new IllegalArgumentException("secondAxleContact needs an axleContact before it");
    }
    return contacts;
  }

  private static void put(Map<String, Port> contacts, String id, Port port) {
    if (!id.isEmpty() && contacts.put(id, port) != null) {
      throw new IllegalArgumentException("contact " + id + " is given for two places of the lane");
    }
  }

  private static TrapLayout layout(LoopCounterConfig config, Map<String, Port> contacts) {
    List<Double> piezos = new ArrayList<>();
    if (contacts.containsValue(Port.PIEZO_1)) {
      piezos.add(config.axleM());
    }
    if (contacts.containsValue(Port.PIEZO_2)) {
      piezos.add(config.secondAxleM());
    }
    return new TrapLayout(config.spacingM(), config.leadZoneM(), config.trailZoneM(), piezos);
  }

  /** Lengths of intervals by their codes. */
  static List<Span> spans(String... codes) {
    List<Span> spans = new ArrayList<>();
    for (String code : codes) {
      Span span =
          Span.of(code)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "intervals: \"" + code + "\" is none of 1m, 5m, 15m, 60m, day"));
      if (!spans.contains(span)) {
        spans.add(span);
      }
    }
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("intervals: give at least one of 1m, 5m, 15m, 60m, day");
    }
    return spans;
  }

  private static Classifier classifier(LoopCounterConfig config, CounterFiles files)
      throws IOException, GarbledData {
    Optional<ClassScheme> scheme =
        config.classScheme().equals(CounterFiles.NONE)
            ? Optional.empty()
            : Optional.of(files.scheme(config.classScheme()));
    String id = scheme.map(ClassScheme::id).orElse(CounterFiles.NONE);
    PcuRule units = files.units(id, config.pcuTable(), config.terrain());
    return new Classifier(scheme, units.table(), units.map(), units.terrain());
  }
}
