// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Sentence;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.VesselReport;
import io.wayside.core.water.WaterQuantity;
import io.wayside.core.water.WaterReading;
import io.wayside.driver.nmea.heard.Listening;
import io.wayside.driver.nmea.sentence.plain.Plain;
import io.wayside.driver.nmea.session.ReceiverSession;
import io.wayside.driver.nmea.session.Settings;
import io.wayside.driver.nmea.session.Voices;
import io.wayside.rig.simulators.water.Charted;
import io.wayside.rig.simulators.water.Field;
import io.wayside.rig.simulators.water.FieldPlan;
import io.wayside.rig.simulators.water.Heard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gateway's own parts: the receiver's session on bytes, and one watch for each aid. */
final class GatewayWatcher implements Watcher, Voices {

  private static final long MS = 1_000_000;
  private static final long LOOK_EVERY_MS = 10_000;
  private static final long SILENT_AFTER_NANOS = 600_000 * MS;
  private static final String GAUGE = "mmsi:%09d".formatted(Field.GAUGE_MMSI);

  private final ReceiverSession session;
  private final List<WatchedAid> aids = new ArrayList<>();
  private final Map<String, WatchedAid> byName = new HashMap<>();
  private final List<Answer> news = new ArrayList<>();
  private long lookedMs;
  private long nowMs;

  GatewayWatcher(FieldPlan plan) {
    this.session =
        new ReceiverSession(
            new Settings("ais-1", "the field", SILENT_AFTER_NANOS), Listening.plainly(), this, 0);
    session.opened(0);
    for (Charted charted : plan.aids()) {
      WatchedAid aid = new WatchedAid(charted, plan.firstDayOfYear());
      aids.add(aid);
      byName.put("mmsi:%09d".formatted(charted.mmsi()), aid);
    }
  }

  /** What its two inputs mean, by number, as a site's document would say it. */
  static Map<Integer, AidSign> inputs() {
    return Map.of(0, AidSign.DOOR_OPEN, 1, AidSign.STRUCK);
  }

  @Override
  public void heard(Heard heard) {
    nowMs = heard.atMs();
    if (nowMs - lookedMs >= LOOK_EVERY_MS) {
      look();
    }
    if (heard instanceof Heard.Line line) {
      byte[] bytes = line.bytes().getBytes(StandardCharsets.US_ASCII);
      session.received(bytes, bytes.length, "", nowMs * MS);
    } else if (heard instanceof Heard.Edge edge) {
      aids.get(edge.aid()).edge(edge.atMs() * MS, edge.lit());
    } else if (heard instanceof Heard.Levels levels) {
      aids.get(levels.aid()).levels(levels);
    }
  }

  @Override
  public void now(long atMs) {
    nowMs = atMs;
    look();
  }

  private void look() {
    lookedMs = nowMs;
    session.quiet(nowMs * MS);
    aids.forEach(aid -> aid.look(nowMs, news));
  }

  @Override
  public List<Answer> answers() {
    List<Answer> all = List.copyOf(news);
    news.clear();
    return all;
  }

  @Override
  public void aid(AidReport report) {
    WatchedAid aid = byName.get(report.aid());
    if (aid != null) {
      aid.report(report);
    }
  }

  @Override
  public void water(WaterReading reading) {
    if (reading.quantity() == WaterQuantity.LEVEL_M && reading.station().equals(GAUGE)) {
      aids.forEach(aid -> aid.gauge(reading.monotonicNanos(), reading.value()));
    }
  }

  @Override
  public void vessel(VesselReport report) {}

  @Override
  public void sentence(Sentence sentence) {}

  @Override
  public void answered(Plain.Answered answered) {}

  @Override
  public void interrupted(Interruption interruption) {}
}
