// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * All of a reach over days: what its aids, its gauge and its vessels say, minute by minute, with
 * what the air takes, doubles and mixes in. The same seed says the same again.
 */
public final class Field {

  public static final int GAUGE_MMSI = 2_740_001;

  private static final int MINUTE_S = 60;
  private static final int REPORT_EVERY_S = 180;
  private static final int MONITORING_EVERY_S = 360;
  private static final int GAUGE_EVERY_S = 600;

  private final FieldPlan plan;
  private final Sky sky;
  private final River river;
  private final List<FieldAid> aids = new ArrayList<>();
  private final Map<Integer, Photodiode> eyes = new HashMap<>();
  private final Air air;
  private final Traffic traffic;
  private final SplittableRandom random;
  private final Vdm vdm = new Vdm();
  private final boolean[] edgeWasLit;
  private final boolean[] told;
  private int sequence;

  public Field(FieldPlan plan) {
    this.plan = plan;
    this.random = new SplittableRandom(plan.seed());
    this.sky =
        new Sky(
            Reach.LATITUDE_DEG,
            Reach.LONGITUDE_DEG,
            plan.firstDayOfYear(),
            plan.weather(),
            plan.days(),
            plan.seed());
    this.river = new River(plan.weather(), plan.days(), plan.seed());
    for (Charted charted : plan.aids()) {
      List<Fault> own =
          plan.faults().stream().filter(fault -> fault.aid() == charted.index()).toList();
      aids.add(new FieldAid(charted, own, sky, river, random.split()));
    }
    for (FieldAid aid : aids) {
      if (aid.charted().lightLevels()) {
        eyes.put(aid.charted().index(), new Photodiode(sky, plan.seed() + aid.charted().index()));
      }
    }
    this.air = new Air(random.split());
    this.traffic = new Traffic(random.split());
    this.edgeWasLit = new boolean[aids.size()];
    this.told = new boolean[aids.size()];
  }

  public Sky sky() {
    return sky;
  }

  public River river() {
    return river;
  }

  /** Whether an aid's lamp burns with its rhythm now. */
  public boolean burns(int aid, double seconds) {
    return aids.get(aid).burns(seconds);
  }

  /** How far an aid really is from where the chart has it, in metres. */
  public double awayM(int aid) {
    return aids.get(aid).awayM();
  }

  /** Share of its charge that an aid's battery holds. */
  public double charge(int aid) {
    return aids.get(aid).charge();
  }

  /** How many days its battery would last without sun. */
  public double daysLeft(int aid) {
    return aids.get(aid).daysLeft();
  }

  /** Lives through a minute and hands on what is heard in it, in the order of time. */
  public void minute(int minute, Consumer<Heard> to) {
    double from = (double) minute * MINUTE_S;
    List<Heard> heard = new ArrayList<>();
    for (FieldAid aid : aids) {
      speak(aid, (int) from, heard);
      if (aid.charted().lightLevels()) {
        Photodiode eye = eyes.get(aid.charted().index());
        Objects.requireNonNull(eye).minute(aid, minute * 60_000L, heard);
      } else if (aid.charted().lightInput()) {
        edges(aid, minute * 60_000L, heard);
      }
    }
    if ((long) from % GAUGE_EVERY_S == 0) {
      send(
          Talk.gauge(GAUGE_MMSI, Reach.LATITUDE_DEG, Reach.LONGITUDE_DEG, gaugeM(from)),
          (long) (from * 1_000) + 500,
          from,
          heard);
    }
    traffic.minute(minute, (bits, atMs) -> send(bits, atMs, from, heard));
    heard.sort(Comparator.comparingLong(Heard::atMs));
    heard.forEach(to);
  }

  private double gaugeM(double seconds) {
    double level = river.levelM(seconds) + 0.01 * random.nextGaussian();
    boolean spikes = plan.gaugeSpikes() && random.nextDouble() < 0.01;
    return spikes ? level + (random.nextBoolean() ? 6 : -6) : level;
  }

  private void speak(FieldAid aid, int second, List<Heard> heard) {
    int slot = aid.charted().index() * 37 % REPORT_EVERY_S;
    for (int at = second; at < second + MINUTE_S; at++) {
      boolean report = Math.floorMod(at - slot, REPORT_EVERY_S) == 0;
      boolean monitoring = Math.floorMod(at - slot - 20, MONITORING_EVERY_S) == 0;
      boolean event = at == second && hasNews(aid, at);
      if (!report && !monitoring && !event) {
        continue;
      }
      aid.step(at);
      if (!aid.speaks(at)) {
        continue;
      }
      if (report) {
        send(aid.report(at), at * 1_000L, at, heard);
      }
      if (monitoring || event) {
        sequence++;
        send(aid.monitoring(at, sequence), at * 1_000L + 40, at, heard);
      }
    }
  }

  /** A door or a blow is told at once. */
  private boolean hasNews(FieldAid aid, int second) {
    int index = aid.charted().index();
    boolean now = aid.inputs(second) != 0;
    boolean news = now && !told[index];
    told[index] = now;
    return news;
  }

  private void edges(FieldAid aid, long fromMs, List<Heard> heard) {
    long toMs = fromMs + MINUTE_S * 1_000L;
    int index = aid.charted().index();
    boolean burns = aid.burns(fromMs / 1_000.0);
    Lamp lamp = aid.lamp(fromMs / 1_000.0);
    long at = fromMs;
    while (at < toMs) {
      boolean lit = burns && lamp.litAt(at);
      if (lit != edgeWasLit[index]) {
        edgeWasLit[index] = lit;
        heard.add(new Heard.Edge(at + random.nextInt(8), index, lit));
      }
      at = burns ? lamp.nextChange(at) : toMs;
    }
  }

  private void send(SixBits bits, long atMs, double seconds, List<Heard> heard) {
    double loss = sky.stormy(seconds) ? plan.loss() * 2 : plan.loss();
    air.carry(vdm.lines(bits, random.nextBoolean() ? 'A' : 'B'), atMs, loss, heard);
  }
}
