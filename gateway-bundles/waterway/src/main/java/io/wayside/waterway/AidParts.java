// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.data.GarbledData;
import io.wayside.core.record.Names;
import io.wayside.core.water.AidSign;
import io.wayside.waterway.aid.Aid;
import io.wayside.waterway.aid.Mooring;
import io.wayside.waterway.aid.Place;
import io.wayside.waterway.aid.Sources;
import io.wayside.waterway.aid.Told;
import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightSyntax;
import io.wayside.waterway.light.Rhythm;
import io.wayside.waterway.record.AidStateBody;
import io.wayside.waterway.rhythm.Expected;
import io.wayside.waterway.synchrony.SyncRules;
import io.wayside.waterway.watch.GaugeRules;
import io.wayside.waterway.watch.LightRules;
import io.wayside.waterway.watch.PlaceRules;
import io.wayside.waterway.watch.PowerRules;
import io.wayside.waterway.watch.TelemetryRules;
import io.wayside.waterway.watch.WatchRules;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An aid out of its configuration.
 *
 * @param expected what its light input should show; empty without a light
 * @param sync empty for a light that is not meant to be in step with UTC
 * @param keepEvery how often a report is recorded when nothing changes
 */
record AidParts(
    Aid aid,
    WatchRules rules,
    Optional<Expected> expected,
    Optional<SyncRules> sync,
    Duration keepEvery,
    ZoneId zone) {

  private static final long SECOND = 1_000_000_000L;
  private static final int NO_PERIOD_MS = 10_000;

  static AidParts of(AidConfig config) throws GarbledData {
    Reading reading = new Reading(config);
    Optional<Expected> expected = reading.expected();
    Aid aid = reading.aid();
    int periodMs = expected.map(light -> light.rhythm().periodMs()).orElse(NO_PERIOD_MS);
    return new AidParts(
        aid,
        reading.rules(aid, periodMs),
        expected,
        config.synchronised() ? Optional.of(reading.sync(expected)) : Optional.empty(),
        Duration.ofMinutes(config.keepReportEveryMin()),
        reading.zone());
  }

  /** Reads a configuration; every error names the station and the attribute. */
  private record Reading(AidConfig config) {

    private GarbledData wrong(String attribute, String what) {
      return new GarbledData("stations." + config.station_id() + "." + attribute + ": " + what);
    }

    Aid aid() throws GarbledData {
      String id = config.aidId().isEmpty() ? config.station_id() : config.aidId();
      if (!Names.isValid("waterway." + id)) {
        throw wrong("aidId", "\"" + id + "\" must be lower-case letters, digits and hyphens");
      }
      try {
        return new Aid(
            id,
            config.aidName().isEmpty() ? id : config.aidName(),
            config.footing(),
            config.convention(),
            config.category(),
            charted(),
            config.character().isEmpty() ? Optional.empty() : Optional.of(config.character()),
            config.mooringM() > 0
                ? Optional.of(new Mooring(config.mooringM(), config.depthAtZeroM()))
                : Optional.empty(),
            sources());
      } catch (IllegalArgumentException impossible) {
        throw wrong("footing", String.valueOf(impossible.getMessage()));
      }
    }

    private Optional<Place> charted() throws GarbledData {
      boolean latitude = config.chartedLatitudeDeg() <= 90;
      boolean longitude = config.chartedLongitudeDeg() <= 180;
      if (latitude != longitude) {
        throw wrong(
            latitude ? "chartedLongitude" : "chartedLatitude",
            "a place has a latitude and a longitude; give both or none");
      }
      return latitude
          ? Optional.of(new Place(config.chartedLatitudeDeg(), config.chartedLongitudeDeg()))
          : Optional.empty();
    }

    private Sources sources() throws GarbledData {
      List<Told> reports = new ArrayList<>();
      for (String one : config.reports()) {
        reports.add(told("reports", one));
      }
      return new Sources(
          reports,
          named(config.lightInput()),
          named(config.photocell()),
          config.gauge().isEmpty() ? Optional.empty() : Optional.of(told("gauge", config.gauge())),
          named(config.lanternDevice()),
          inputs());
    }

    private static Optional<String> named(String device) {
      return device.isEmpty() ? Optional.empty() : Optional.of(device);
    }

    private Told told(String attribute, String text) throws GarbledData {
      try {
        return Told.of(text);
      } catch (IllegalArgumentException otherForm) {
        throw wrong(attribute, String.valueOf(otherForm.getMessage()));
      }
    }

    private Map<Integer, AidSign> inputs() throws GarbledData {
      Map<Integer, AidSign> inputs = new HashMap<>();
      for (String one : config.inputs()) {
        String[] parts = one.split(":", 2);
        Optional<AidSign> sign =
            parts.length == 2 ? AidStateBody.state(AidSign.class, parts[1]) : Optional.empty();
        if (!parts[0].matches("[0-7]") || sign.isEmpty()) {
          throw wrong(
              "inputs", "\"" + one + "\" does not read NUMBER:SIGN, such as 0:door-open, 0 to 7");
        }
        inputs.put(Integer.parseInt(parts[0]), sign.get());
      }
      return inputs;
    }

    Optional<Expected> expected() throws GarbledData {
      if (config.character().isEmpty()) {
        return Optional.empty();
      }
      LightCharacter character;
      try {
        character = LightCharacter.parse(config.character());
      } catch (LightSyntax wrong) {
        throw wrong("character", String.valueOf(wrong.getMessage()));
      }
      if (!config.lightAndDark().isEmpty()) {
        return Optional.of(Expected.list(given(character)));
      }
      if (config.lightInput().isEmpty()) {
        return character.open().isPresent()
            ? Optional.empty()
            : Optional.of(Expected.character(character));
      }
      if (character.open().isPresent()) {
        throw wrong(
            "lightAndDark",
            character.open().get() + "; the light input cannot be held against it, give the times");
      }
      return Optional.of(Expected.character(character));
    }

    private Rhythm given(LightCharacter character) throws GarbledData {
      try {
        return character.rhythm(config.lightAndDark());
      } catch (LightSyntax wrong) {
        throw wrong("lightAndDark", String.valueOf(wrong.getMessage()));
      }
    }

    SyncRules sync(Optional<Expected> expected) throws GarbledData {
      if (expected.isEmpty()) {
        throw wrong("synchronised", "a light in step needs a character whose times are known");
      }
      Rhythm rhythm = expected.get().rhythm();
      int flashes = rhythm.runs().size() / 2;
      if (flashes == 0) {
        throw wrong("synchronised", config.character() + " never changes; leave it out");
      }
      if (flashes > 1 && config.lightAndDark().isEmpty()) {
        throw wrong(
            "lightAndDark", "a group in step with others has very times of its own; give them");
      }
      try {
        return new SyncRules(
            rhythm,
            config.syncOffsetMs(),
            Duration.ofMillis(config.syncToleranceMs()),
            Duration.ofMinutes(config.syncHoldoverMin()));
      } catch (IllegalArgumentException tooLarge) {
        throw wrong("syncOffset", String.valueOf(tooLarge.getMessage()));
      }
    }

    WatchRules rules(Aid aid, int periodMs) {
      WatchRules usual = WatchRules.usual(aid, periodMs);
      PlaceRules place = usual.place();
      LightRules light = usual.light();
      GaugeRules gauge = usual.gauge();
      TelemetryRules heard = usual.telemetry();
      return new WatchRules(
          light.dayBurningAfter(60 * SECOND * config.dayBurningAfterMin()),
          usual.night(),
          place.with(config.fixSigmaM(), config.antennaM(), config.radiusM()),
          new GaugeRules(
              config.lowestLevelM(),
              config.highestLevelM(),
              config.risePerHourM(),
              gauge.slackM(),
              gauge.silentNanos(),
              gauge.stuckNanos(),
              gauge.again()),
          new PowerRules(
              config.chemistry(),
              config.batteryNominalV(),
              config.batteryAmpereHours(),
              config.batteryTemperatureCel(),
              config.batteryLowDays(),
              usual.power().reserve()),
          usual.body(),
          new TelemetryRules(
              config.usualIntervalS() * SECOND,
              config.silentIntervals(),
              heard.leastNanos(),
              heard.untilLearnedNanos(),
              heard.spread()));
    }

    ZoneId zone() throws GarbledData {
      try {
        return config.timeZone().isEmpty() ? ZoneId.systemDefault() : ZoneId.of(config.timeZone());
      } catch (DateTimeException unknown) {
        throw wrong("timeZone", "there is no zone " + config.timeZone() + "; see the tz database");
      }
    }
  }
}
