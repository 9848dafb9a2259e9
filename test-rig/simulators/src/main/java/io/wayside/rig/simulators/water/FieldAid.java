// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.List;
import java.util.SplittableRandom;

/** One aid as it really is. */
final class FieldAid {

  static final int INPUT_DOOR = 1;
  static final int INPUT_STRUCK = 2;

  private static final double RADIO_A = 0.02;
  private static final double LAMP_A = 0.6;
  private static final int LIGHT_ON = 1;
  private static final int LIGHT_OFF = 2;
  private static final int LIGHT_FAILED = 3;
  private static final double WEAK = 0.45;
  private static final double STRUCK_HEELS_S = 600;
  private static final double TOWED_MPS = 2.5;

  /** Of one that is stolen the transponder is found and silenced after a while. */
  private static final double THIEF_NEEDS_S = 5_400;

  private final Charted charted;
  private final List<Fault> faults;
  private final Sky sky;
  private final River river;
  private final Swing swing;
  private final Gnss gnss;
  private final double dayAh;
  private final Battery battery;
  private final Lamp lamp;
  private final Lamp wrongLamp;
  private final SplittableRandom random;
  private double lastS;
  private boolean wasAway;
  private boolean wasWeak;

  FieldAid(Charted charted, List<Fault> faults, Sky sky, River river, SplittableRandom random) {
    this.charted = charted;
    this.faults = faults;
    this.sky = sky;
    this.river = river;
    this.random = random;
    this.swing = new Swing(charted.mooringM(), charted.depthM(), Reach.RIVER_DEG, random.split());
    this.gnss = new Gnss(random.split());
    this.lamp = new Lamp(charted.phasesMs());
    this.wrongLamp = new Lamp(List.of(1_000, 1_000));
    this.dayAh = 12.5 * (LAMP_A * lamp.duty()) + 24 * RADIO_A;
    this.battery = new Battery(dayAh * 8, dayAh * 0.55, 0.9);
  }

  Charted charted() {
    return charted;
  }

  boolean has(FaultKind kind, double seconds) {
    return since(kind, seconds) >= 0;
  }

  /** Since how many seconds it has a fault; negative is not. */
  private double since(FaultKind kind, double seconds) {
    for (Fault fault : faults) {
      if (fault.kind() == kind && fault.at(seconds)) {
        return seconds - fault.fromS();
      }
    }
    return -1;
  }

  void step(double seconds) {
    boolean worn = has(FaultKind.BATTERY_WORN, seconds);
    boolean panelGone = has(FaultKind.PANEL_GONE, seconds);
    battery.health(worn ? 0.08 : 1);
    battery.panelHealth(panelGone ? 0 : 1);
    if (wasWeak && !worn && !panelGone) {
      battery.replace();
    }
    wasWeak = worn || panelGone;
    double wanted = RADIO_A + (burns(seconds) ? LAMP_A * lamp.duty() : 0);
    battery.step(seconds - lastS, sky.elevationDeg(seconds), sky.cloud(seconds), wanted);
    lastS = seconds;
    drift(seconds);
  }

  private void drift(double seconds) {
    boolean parted = has(FaultKind.MOORING_PARTED, seconds);
    boolean stolen = has(FaultKind.STOLEN, seconds);
    double dragged = since(FaultKind.DRAGGED, seconds);
    double struck = since(FaultKind.STRUCK, seconds);
    boolean away = parted || stolen || dragged >= 0;
    if (parted || stolen) {
      swing.loosen(stolen ? TOWED_MPS : 0);
    } else if (dragged >= 0 && !wasAway) {
      double angle = 2 * Math.PI * random.nextDouble();
      double far = charted.mooringM() + 50 + 80 * random.nextDouble();
      swing.drag(far * Math.cos(angle), far * Math.sin(angle));
    } else if (!away && wasAway) {
      swing.layAnew();
    }
    wasAway = away;
    double push = struck >= 0 && struck < STRUCK_HEELS_S ? 2 : 0;
    swing.step(
        seconds, river.currentMps(seconds) + push, sky.windMps(seconds), river.levelM(seconds));
  }

  /** Whether its lantern wants to burn and can. */
  boolean burns(double seconds) {
    boolean night = sky.darkForPhotocell(seconds);
    if (has(FaultKind.PHOTOCELL_SAYS_DAY, seconds)) {
      night = false;
    }
    if (has(FaultKind.DAY_BURNER, seconds)) {
      night = true;
    }
    return night && !battery.cutOff() && !has(FaultKind.LAMP_DEAD, seconds);
  }

  Lamp lamp(double seconds) {
    return has(FaultKind.WRONG_RHYTHM, seconds) ? wrongLamp : lamp;
  }

  /** How bright its lamp is when it shines, 1 in good order. */
  double strength(double seconds) {
    return has(FaultKind.LAMP_WEAK, seconds) ? WEAK : 1;
  }

  /** Whether it can be heard at all. */
  boolean speaks(double seconds) {
    return !has(FaultKind.TRANSPONDER_DEAD, seconds)
        && since(FaultKind.STOLEN, seconds) < THIEF_NEEDS_S;
  }

  int lightBits(double seconds) {
    boolean dead =
        has(FaultKind.LAMP_DEAD, seconds)
            && sky.darkForPhotocell(seconds)
            && charted.tellsFailure();
    return dead ? LIGHT_FAILED : burns(seconds) ? LIGHT_ON : LIGHT_OFF;
  }

  boolean alarm(double seconds) {
    return lightBits(seconds) == LIGHT_FAILED;
  }

  int inputs(double seconds) {
    int bits = has(FaultKind.DOOR_OPENED, seconds) ? INPUT_DOOR : 0;
    return bits | (has(FaultKind.STRUCK, seconds) ? INPUT_STRUCK : 0);
  }

  double volts() {
    return battery.volts() + 0.02 * random.nextGaussian();
  }

  SixBits report(double seconds) {
    double[] error = gnss.error(seconds);
    double north = swing.northM() + error[1];
    double east = swing.eastM() + error[0];
    boolean placed = !has(FaultKind.GNSS_FAILED, seconds);
    int second = placed ? (int) (seconds % 60) : Talk.SECOND_INOPERATIVE;
    return Talk.aid(
        charted,
        charted.latitudeDeg() + north / Reach.METRES_A_DEGREE,
        charted.longitudeDeg() + east / Reach.metresADegreeEast(),
        placed,
        second,
        false,
        lightBits(seconds),
        alarm(seconds));
  }

  SixBits monitoring(double seconds, int sequence) {
    return Talk.monitoring(
        charted, sequence, volts(), lightBits(seconds), alarm(seconds), inputs(seconds), false);
  }

  /** Where it really is, from where the chart has it, in metres. */
  double awayM() {
    return Math.hypot(swing.eastM(), swing.northM());
  }

  double daysLeft() {
    return battery.leftAh() / dayAh;
  }

  double charge() {
    return battery.charge();
  }
}
